/**
 * What is to be written to one socket. Frames are small and come in crowds, so they are gathered and
 * written when the turn of the event loop is over.
 */
import type { Socket } from 'node:net';

const chunkSize = 65_536;
/** Larger ones are not copied. */
const copiedMax = 16_384;
/** What may wait for a peer before it counts as one that does not read. */
const waitingMax = 1_048_576;

export class Outgoing {
  readonly #socket: Socket;
  #chunk = Buffer.alloc(0);
  #used = 0;
  #isScheduled = false;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** Nothing more should be made for this peer until the socket has drained. */
  get isFull(): boolean {
    return this.#socket.writableNeedDrain && this.#socket.writableLength > waitingMax;
  }

  /** What is still here and not with the operating system. */
  get waitingBytes(): number {
    return this.#used + this.#socket.writableLength;
  }

  write(bytes: Uint8Array): void {
    if (bytes.length > copiedMax) {
      this.flush();
      this.#pass(bytes);
      return;
    }
    if (this.#used + bytes.length > this.#chunk.length) {
      this.flush();
      this.#chunk = Buffer.allocUnsafeSlow(chunkSize);
    }
    this.#chunk.set(bytes, this.#used);
    this.#used += bytes.length;
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.flush();
    });
  }

  flush(): void {
    if (this.#used === 0) return;
    const bytes = this.#chunk.subarray(0, this.#used);
    // What remains of a chunk serves the next turn, while the socket still reads from its beginning.
    this.#chunk = this.#chunk.subarray(this.#used);
    this.#used = 0;
    this.#pass(bytes);
  }

  #pass(bytes: Uint8Array): void {
    if (this.#socket.writable) this.#socket.write(bytes);
  }
}
