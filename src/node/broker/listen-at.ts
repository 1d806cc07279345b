/** Has a server listen, or says in words why it cannot. */
import type { AddressInfo, Server } from 'node:net';
import type { Address } from './address.ts';
import { UserError } from './user-error.ts';

/** Answers the port, which was chosen if 0 was asked for. */
export function listenAt(server: Server, { host, port }: Address): Promise<number> {
  return new Promise((listening, failed) => {
    const refuse = ({ code, message }: NodeJS.ErrnoException): void => {
      failed(new UserError(`Cannot listen at ${host}:${port}: ${whyNot(code) ?? message}.`));
    };
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      // Too many open files, say: who is connected already is served all the same.
      server.on('error', (error) => console.error(`At ${host}:${port}: ${error.message}`));
      listening((server.address() as AddressInfo).port);
    });
  });
}

function whyNot(code: string | undefined): string | null {
  if (code === 'EADDRINUSE') return 'another program listens there';
  if (code === 'EACCES') return 'it takes more rights than you have';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return 'this machine has no such address';
  return null;
}
