/**
 * Where things stand. The document says it for most; the others (written by hand in the text, or
 * only referred to) find a free place near what they are joined with, messages going to the right.
 */
import type { Scenario } from '#scenario';
import type { GraphEdge } from './graph-edge.ts';
import { sizeOf } from './node-size.ts';
import type { Thing } from './thing.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export const columnGap = 110;
const rowGap = 36;

export function placeThings(
  things: readonly Thing[],
  edges: readonly GraphEdge[],
  positions: Scenario['positions'],
): ReadonlyMap<string, Point> {
  const boxes = new Map<string, Box>();
  for (const thing of things) {
    const position = positions[thing.key];
    if (position === undefined) continue;
    const [x, y] = position;
    boxes.set(thing.key, { x, y, ...sizeOf(thing) });
  }
  const unplaced = things.filter(({ key }) => !boxes.has(key));
  if (unplaced.length > 0) {
    const links = linksOf(edges);
    for (const thing of inOrderOfFlow(unplaced, edges)) {
      boxes.set(thing.key, freeBox(thing, links, boxes));
    }
  }
  return boxes;
}

interface Links {
  readonly before: Map<string, string[]>;
  readonly after: Map<string, string[]>;
}

function linksOf(edges: readonly GraphEdge[]): Links {
  const links: Links = { before: new Map(), after: new Map() };
  for (const { from, to, kind } of edges) {
    if (kind === 'reply') continue;
    links.after.set(from, [...(links.after.get(from) ?? []), to]);
    links.before.set(to, [...(links.before.get(to) ?? []), from]);
  }
  return links;
}

/** What messages come to first comes first; rings are broken where they are met. */
function inOrderOfFlow(things: readonly Thing[], edges: readonly GraphEdge[]): readonly Thing[] {
  const byKey = new Map(things.map((thing) => [thing.key, thing]));
  const { before } = linksOf(edges);
  const ordered: Thing[] = [];
  const seen = new Set<string>();
  // An explicit stack: a chain of two thousand exchanges must not overflow the one of the language.
  const stack = things.map(({ key }) => ({ key, isOpen: false })).reverse();
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const thing = byKey.get(top.key);
    if (thing === undefined) continue;
    if (top.isOpen) {
      ordered.push(thing);
      continue;
    }
    if (seen.has(top.key)) continue;
    seen.add(top.key);
    stack.push({ key: top.key, isOpen: true });
    for (const key of before.get(top.key) ?? []) stack.push({ key, isOpen: false });
  }
  return ordered;
}

function freeBox(thing: Thing, links: Links, boxes: ReadonlyMap<string, Box>): Box {
  const size = sizeOf(thing);
  const placed = (keys: readonly string[] | undefined): Box[] =>
    (keys ?? []).flatMap((key) => boxes.get(key) ?? []);
  const before = placed(links.before.get(thing.key));
  const after = placed(links.after.get(thing.key));
  const near = before.length > 0 ? before : after;
  const x =
    before.length > 0
      ? Math.max(...before.map((box) => box.x + box.width)) + columnGap
      : after.length > 0
        ? Math.min(...after.map((box) => box.x)) - columnGap - size.width
        : 0;
  const middles = near.map((box) => box.y + box.height / 2);
  const middle = middles.reduce((sum, y) => sum + y, 0) / Math.max(1, middles.length);
  return nearestFree({ x, y: Math.round(middle - size.height / 2), ...size }, [...boxes.values()]);
}

/** The box, or one straight above or below it that touches no other, whichever is nearest. */
export function nearestFree(wanted: Box, taken: readonly Box[]): Box {
  const inTheWay = taken.filter(
    (box) => box.x < wanted.x + wanted.width + rowGap && wanted.x < box.x + box.width + rowGap,
  );
  const isFree = (y: number): boolean =>
    inTheWay.every(
      (box) => y >= box.y + box.height + rowGap || y + wanted.height + rowGap <= box.y,
    );
  const candidates = [
    wanted.y,
    ...inTheWay.map((box) => box.y + box.height + rowGap),
    ...inTheWay.map((box) => box.y - wanted.height - rowGap),
  ].filter(isFree);
  const nearest = candidates.reduce((best, y) =>
    Math.abs(y - wanted.y) < Math.abs(best - wanted.y) ? y : best,
  );
  return { ...wanted, y: nearest };
}
