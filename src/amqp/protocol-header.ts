/**
 * The eight bytes that a client begins with. RabbitMQ takes the right ones, and an older way to write
 * the same version; to anything else it answers with the right ones and hangs up.
 */

import { protocolHeader } from './codec/frame-types.ts';

/** What version 0-9 began with; its few differences do not show. */
const olderHeader = Uint8Array.of(0x41, 0x4d, 0x51, 0x50, 1, 1, 0, 9);
const rightHeader = protocolHeader();

export type HeaderVerdict = 'right' | 'wrong' | 'incomplete';

export class HeaderReader {
  readonly #bytes: number[] = [];

  /** Takes what belongs to the header, and answers the rest. */
  push(bytes: Uint8Array): Uint8Array {
    const wanted = Math.min(rightHeader.length - this.#bytes.length, bytes.length);
    this.#bytes.push(...bytes.subarray(0, wanted));
    return bytes.subarray(wanted);
  }

  get verdict(): HeaderVerdict {
    if (this.#bytes.length < rightHeader.length) return 'incomplete';
    return this.#is(rightHeader) || this.#is(olderHeader) ? 'right' : 'wrong';
  }

  #is(header: Uint8Array): boolean {
    return header.every((byte, index) => byte === this.#bytes[index]);
  }
}
