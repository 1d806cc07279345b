/** Follows the frames of AMQP in what a program writes, however it is cut, and counts the methods. */
import type { PlaceText } from './host.ts';

const headLength = 7;
const method = 1;
const greeting = [65, 77];

export class FrameWalk {
  /** Bytes of the frame one is in that are still to come. */
  #left = 0;
  #head: number[] = [];
  #isAmqp: boolean | null = null;

  /** The place and a comma, once for each method frame that begins in the bytes. */
  placesOf(bytes: Uint8Array, place: PlaceText): string {
    this.#isAmqp ??= bytes[0] === greeting[0];
    if (!this.#isAmqp) return '';
    const places: PlaceText[] = [];
    let at = 0;
    while (at < bytes.length) {
      if (this.#left > 0) {
        const taken = Math.min(this.#left, bytes.length - at);
        this.#left -= taken;
        at += taken;
        continue;
      }
      if (this.#head.length === 0 && bytes[at] === method) places.push(place);
      this.#head.push(bytes[at++] as number);
      if (this.#head.length < headLength) continue;
      this.#left = this.#isGreeting() ? 1 : this.#payloadLength() + 1;
      this.#head = [];
    }
    return places.map((each) => `${each},`).join('');
  }

  /** The eight bytes with which a client begins: AMQP 0 0 9 1. */
  #isGreeting(): boolean {
    return this.#head[0] === greeting[0] && this.#head[1] === greeting[1];
  }

  #payloadLength(): number {
    const [, , , first = 0, second = 0, third = 0, fourth = 0] = this.#head;
    return first * 2 ** 24 + second * 2 ** 16 + third * 2 ** 8 + fourth;
  }
}
