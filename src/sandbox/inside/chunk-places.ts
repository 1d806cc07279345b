/**
 * Which line of the program asked for the bytes of a chunk. A library writes a frame into a stream
 * while the line that wants it is on the stack, and what is written reaches the connection later: the
 * chunk itself is what leads back.
 */
import type { PlaceText } from './host.ts';
import { here } from './places.ts';

const places = new WeakMap<object, PlaceText>();

export function rememberPlace(chunk: unknown, place?: PlaceText): void {
  if (chunk === null || typeof chunk !== 'object' || places.has(chunk)) return;
  places.set(chunk, place ?? here());
}

export const placeOfChunk = (chunk: object): PlaceText => places.get(chunk) ?? here();
