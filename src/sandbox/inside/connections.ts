/** The connections a program has: what it writes goes out through here, what comes in is given to it. */
import { placeOfChunk } from './chunk-places.ts';
import { FrameWalk } from './frame-walk.ts';
import { machine } from './machine.ts';
import { here } from './places.ts';

export interface Listener {
  readonly receive: (bytes: ArrayBuffer) => void;
  readonly closed: (isCut: boolean) => void;
}

const openMax = 256;
const listeners = new Map<number, Listener>();
let lastStream = 0;

/** One connection, as its owner sees it. */
export class Connection {
  readonly #stream: number;
  readonly #walk = new FrameWalk();
  /** What is said to begin with, until the program itself says something, was asked for here. */
  #openedAt: string;
  #isEnded = false;

  constructor(host: string, port: number, listener: Listener) {
    if (listeners.size >= openMax) {
      throw new Error(`More than ${openMax} connections at once are not for a program here.`);
    }
    this.#stream = ++lastStream;
    listeners.set(this.#stream, listener);
    this.#openedAt = here();
    machine().host.connect(this.#stream, host, port, this.#openedAt);
  }

  write(chunk: Uint8Array): void {
    if (this.#isEnded || chunk.length === 0) return;
    const place = placeOfChunk(chunk);
    if (place !== '') this.#openedAt = '';
    const places = this.#walk.placesOf(chunk, place || this.#openedAt);
    const { buffer, byteOffset, byteLength } = chunk;
    const bytes = (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength);
    machine().host.write(this.#stream, bytes, places);
  }

  /** Nothing more is written; what comes in is still heard. */
  end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    machine().host.end(this.#stream);
  }

  /** Nothing more is written, and nothing heard. */
  leave(): void {
    this.end();
    listeners.delete(this.#stream);
  }
}

export const receive = (stream: number, bytes: ArrayBuffer): void =>
  listeners.get(stream)?.receive(bytes);

export function closed(stream: number, isCut: boolean): void {
  const listener = listeners.get(stream);
  listeners.delete(stream);
  listener?.closed(isCut);
}
