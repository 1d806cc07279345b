/** The management HTTP API at a port of its own. */
import { createServer } from 'node:http';
import { createManagement } from '../management/create-management.ts';
import type { Address } from './address.ts';
import { listenAt } from './listen-at.ts';
import type { RunningBroker } from './running-broker.ts';

export interface ManagementServer {
  readonly port: number;
  close(): void;
}

export async function serveManagement(
  running: RunningBroker,
  address: Address,
): Promise<ManagementServer> {
  const server = createServer(createManagement(running));
  const port = await listenAt(server, address);
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { port, close };
}
