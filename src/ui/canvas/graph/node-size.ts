/**
 * How large a node is. Sizes follow from the document alone, so that edges can be laid out, and
 * nodes placed, before anything is on the screen, and so that nothing jumps while a run goes on.
 */
import type { NodeKind, Thing } from './thing.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** An app shows so many of its publishers and consumers; the rest it counts. */
export const appRowsMax = 5;
export const appHeaderHeight = 38;
export const appRowHeight = 30;

/** Where it is, and two of its publishers and consumers. */
export const programRows = 3;

const sizes = {
  exchange: { width: 184, height: 88 },
  queue: { width: 244, height: 88 },
  producer: { width: 208, height: 68 },
  consumer: { width: 216, height: 88 },
} as const;

/** Of a thing of that kind that is made anew. */
export const newSizeOf = (kind: NodeKind): Size =>
  kind === 'app' ? { width: appWidth, height: appHeightOf(0) } : sizes[kind];

const appWidth = 244;

export const sizeOf = (thing: Thing): Size =>
  thing.kind === 'app'
    ? {
        width: appWidth,
        // What a program does is seen bit by bit: it has the room for it from the start.
        height: appHeightOf(
          thing.spec.program === undefined
            ? thing.spec.publishers.length + thing.spec.consumers.length
            : programRows,
        ),
      }
    : sizes[thing.kind];

function appHeightOf(partCount: number): number {
  const rowCount = Math.max(1, Math.min(partCount, appRowsMax));
  const countsRest = partCount > appRowsMax ? 16 : 0;
  return appHeaderHeight + rowCount * appRowHeight + countsRest + 10;
}
