/**
 * How large a node is. Sizes follow from the document alone, so that edges can be laid out, and
 * nodes placed, before anything is on the screen, and so that nothing jumps while a run goes on.
 */
import type { Thing } from './thing.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** An app shows so many of its publishers and consumers; the rest it counts. */
export const appRowsMax = 5;
export const appHeaderHeight = 38;
export const appRowHeight = 30;

const sizes = {
  exchange: { width: 184, height: 88 },
  queue: { width: 244, height: 88 },
  producer: { width: 208, height: 68 },
  consumer: { width: 216, height: 88 },
} as const;

export function sizeOf(thing: Thing): Size {
  if (thing.kind !== 'app') return sizes[thing.kind];
  const partCount = thing.spec.publishers.length + thing.spec.consumers.length;
  const rowCount = Math.max(1, Math.min(partCount, appRowsMax));
  const countsRest = partCount > appRowsMax ? 16 : 0;
  return { width: 244, height: appHeaderHeight + rowCount * appRowHeight + countsRest + 10 };
}
