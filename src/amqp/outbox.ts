/**
 * Bytes on their way out. What comes of one receive() is gathered, so that it goes out in one write;
 * whatever comes at other times goes out as it comes.
 */

/** More than that does not wait for the rest: whoever writes it may want to know how much there is. */
const gatheredMax = 65_536;

export class Outbox {
  readonly #write: (bytes: Uint8Array) => void;
  #parts: Uint8Array[] = [];
  #size = 0;
  #isHolding = false;
  #sentBytes = 0;
  #hasSent = false;

  constructor(write: (bytes: Uint8Array) => void) {
    this.#write = write;
  }

  get sentBytes(): number {
    return this.#sentBytes;
  }

  /** Whether anything was sent since this was asked last. */
  takeHasSent(): boolean {
    const hasSent = this.#hasSent;
    this.#hasSent = false;
    return hasSent;
  }

  send(bytes: Uint8Array): void {
    this.#sentBytes += bytes.length;
    this.#hasSent = true;
    if (!this.#isHolding) {
      this.#write(bytes);
      return;
    }
    this.#parts.push(bytes);
    this.#size += bytes.length;
    if (this.#size > gatheredMax) this.flush();
  }

  hold(): void {
    this.#isHolding = true;
  }

  release(): void {
    this.#isHolding = false;
    this.flush();
  }

  flush(): void {
    const parts = this.#parts;
    if (parts.length === 0) return;
    const size = this.#size;
    this.#parts = [];
    this.#size = 0;
    this.#write(parts.length === 1 ? (parts[0] as Uint8Array) : joined(parts, size));
  }
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
