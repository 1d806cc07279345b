/** A broker at the other end of a TCP connection, for conversations. */
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { setTimeout as later } from 'node:timers/promises';
import type { Peer } from './play-conversation.ts';

export class SocketPeer implements Peer {
  readonly #socket: Socket;
  readonly #since = performance.now();
  #parts: Buffer[] = [];
  #isClosed = false;

  static async connect(host: string, port: number): Promise<SocketPeer> {
    const socket = connect(port, host);
    await once(socket, 'connect');
    return new SocketPeer(socket);
  }

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (part) => this.#parts.push(part));
    // It is told by its close.
    socket.on('error', () => {});
    socket.on('close', () => {
      this.#isClosed = true;
    });
  }

  /** And everything that came before it was closed has been taken. */
  get isClosed(): boolean {
    return this.#isClosed && this.#parts.length === 0;
  }

  get elapsed(): number {
    return Math.round(performance.now() - this.#since);
  }

  write(bytes: Uint8Array): void {
    this.#socket.write(bytes);
  }

  take(): Uint8Array {
    const bytes = Buffer.concat(this.#parts);
    this.#parts = [];
    return bytes;
  }

  async pause(ms: number): Promise<void> {
    await later(ms);
  }

  cut(): void {
    this.#socket.destroy();
  }
}
