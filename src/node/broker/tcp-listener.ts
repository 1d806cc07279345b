/** Waits for clients at a port, and knows which sockets are open. */
import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import type { Address } from './address.ts';
import { listenAt } from './listen-at.ts';

/** How long clients that are told to go have for it. */
const goodbyeMs = 2_000;

export class TcpListener {
  readonly #server;
  readonly #sockets = new Set<Socket>();

  constructor(welcome: (socket: Socket) => void) {
    // Half open: a client may end its side before it has read the last answer.
    this.#server = createServer({ allowHalfOpen: true }, (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      welcome(socket);
    });
  }

  /** Answers the port, which was chosen if 0 was asked for. */
  listen(address: Address): Promise<number> {
    return listenAt(this.#server, address);
  }

  /** Takes no more clients, and waits a while for those that are there to go. */
  close(): Promise<void> {
    if (!this.#server.listening) return Promise.resolve();
    return new Promise((closed) => {
      const timer = setTimeout(() => {
        for (const socket of this.#sockets) socket.destroy();
      }, goodbyeMs);
      this.#server.close(() => {
        clearTimeout(timer);
        closed();
      });
    });
  }
}
