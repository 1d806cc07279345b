/** What the language lacks. Nothing here knows a word of messaging. */
export { assert, unreachable } from './assert.ts';
export { Fifo } from './fifo.ts';
export { heapItems, heapWith, heapWithoutLeast } from './heap.ts';
export type { Heap } from './heap.ts';
export { PersistentMap } from './persistent-map.ts';
export type { MapKey } from './persistent-map.ts';
export { SequenceMap } from './sequence-map.ts';
export { bytesOf, isWellFormed, putBytesOf, textBetween, textOf } from './text-bytes.ts';
