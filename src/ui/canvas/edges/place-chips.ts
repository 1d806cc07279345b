/** Finds each line's chips a place on their line where they cover neither a node nor each other. */
import type { GraphEdge } from '../graph/graph-edge.ts';
import type { Point } from '../graph/place-things.ts';
import { pointAlong } from './curve.ts';
import type { SampledLine } from './curve.ts';
import type { NodeBox } from './node-box.ts';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ChipsPlace {
  /** The middle of the chips; of the line, where it has none. */
  readonly at: Point;
  /** What they cover; null where there are none. */
  readonly box: Rectangle | null;
}

/** Parts of a line's length, the best first: the middle belongs to no node but to the line. */
const parts = [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72, 0.2, 0.8] as const;

const chipHeight = 22;
const chipGap = 3;
const chipTextMax = 26;
const characterWidth = 6.7;

/** Of so many, one below the other. */
const chipsHeight = (count: number): number => count * (chipHeight + chipGap) - chipGap;

export const shortenChip = (text: string): string =>
  text.length <= chipTextMax ? text : `${text.slice(0, chipTextMax - 1)}…`;

export function placeChips(
  lines: readonly { readonly id: string; readonly line: SampledLine }[],
  edges: readonly GraphEdge[],
  nodes: readonly NodeBox[],
): ReadonlyMap<string, ChipsPlace> {
  const byId = new Map(edges.map((edge) => [edge.id, edge]));
  const taken: Rectangle[] = [];
  const places = new Map<string, ChipsPlace>();
  for (const { id, line } of lines) {
    const size = sizeOfChips(byId.get(id) as GraphEdge);
    if (size === null) {
      places.set(id, { at: pointAlong(line, 0.5), box: null });
      continue;
    }
    let best: Point | null = null;
    let bestCovered = Infinity;
    for (const part of parts) {
      const at = pointAlong(line, part);
      const box = { x: at.x - size.width / 2, y: at.y - size.height / 2, ...size };
      // Where no place is free, chips rather cover a bit of a node's edge than one another.
      const covered = coveredBy(box, taken) * 2 + coveredBy(box, nodes);
      if (covered >= bestCovered) continue;
      best = at;
      bestCovered = covered;
      if (covered === 0) break;
    }
    const at = best as Point;
    const box = { x: at.x - size.width / 2, y: at.y - size.height / 2, ...size };
    taken.push(box);
    places.set(id, { at, box });
  }
  return places;
}

function sizeOfChips({ chips }: GraphEdge): { width: number; height: number } | null {
  const shown = chips.filter(({ text }) => text !== '');
  if (shown.length === 0) return null;
  const longest = Math.max(...shown.map(({ text }) => shortenChip(text).length));
  return {
    width: longest * characterWidth + 20,
    height: chipsHeight(shown.length),
  };
}

function coveredBy(box: Rectangle, others: readonly Rectangle[]): number {
  let area = 0;
  for (const other of others) {
    const width = Math.min(box.x + box.width, other.x + other.width) - Math.max(box.x, other.x);
    const height = Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y);
    if (width > 0 && height > 0) area += width * height;
  }
  return area;
}
