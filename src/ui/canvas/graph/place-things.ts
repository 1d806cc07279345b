/**
 * Where things stand. The document says it for most; the others (written by hand in the text, or
 * only referred to) find a free place near what they are joined with, messages going to the right.
 */
import { nodeKeyOf } from '#app';
import type { Scenario } from '#scenario';
import type { GraphEdge } from './graph-edge.ts';
import { sizeOf } from './node-size.ts';
import type { Size } from './node-size.ts';
import type { Thing } from './thing.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** In a run in which programs declare things. */
export interface PlaceHints {
  /** By their keys, the names of the programs that did. */
  readonly declaredBy: ReadonlyMap<string, string>;
  /** Where things without a place of their own stood; whatever finds one is written down. */
  readonly places: Map<string, Point>;
}

export const columnGap = 110;
const rowGap = 36;

export function placeThings(
  things: readonly Thing[],
  edges: readonly GraphEdge[],
  positions: Scenario['positions'],
  hints?: PlaceHints,
): ReadonlyMap<string, Point> {
  const boxes = new Map<string, Box>();
  for (const thing of things) {
    const position = positions[thing.key];
    if (position === undefined) continue;
    const [x, y] = position;
    boxes.set(thing.key, { x, y, ...sizeOf(thing) });
  }
  // Nothing that comes takes the place of what is there.
  for (const thing of things) {
    const box = boxes.has(thing.key) ? null : keptBox(thing, hints, boxes);
    if (box !== null) boxes.set(thing.key, box);
  }
  const unplaced = things.filter(({ key }) => !boxes.has(key));
  if (unplaced.length > 0) {
    const links = linksOf(edges);
    for (const thing of inOrderOfFlow(unplaced, edges)) {
      const box = freeBox(thing, links, boxes, hints);
      hints?.places.set(thing.key, box);
      boxes.set(thing.key, box);
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

/** Where it stood before, if nothing else stands there by now. */
function keptBox(
  thing: Thing,
  hints: PlaceHints | undefined,
  boxes: ReadonlyMap<string, Box>,
): Box | null {
  const place = hints?.places.get(thing.key);
  if (place === undefined) return null;
  const box = { x: place.x, y: place.y, ...sizeOf(thing) };
  return [...boxes.values()].some((other) => overlap(box, other)) ? null : box;
}

const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/**
 * Nothing is known yet of what it is joined with: it stands beside the program that has declared it,
 * where messages come from there or go there.
 */
function besideProgram(
  { key, kind }: Thing,
  { width, height }: Size,
  hints: PlaceHints | undefined,
  boxes: ReadonlyMap<string, Box>,
): Point | null {
  const program = boxes.get(nodeKeyOf('client', hints?.declaredBy.get(key) ?? ''));
  if (program === undefined) return null;
  const all = [...boxes];
  const clients = all.flatMap(([other, box]) => (other.startsWith('client:') ? [box] : []));
  const y = Math.round(program.y + (program.height - height) / 2);
  const isLast = clients.every((box) => box.x <= program.x);
  if (isLast && clients.some((box) => box.x + box.width <= program.x)) {
    const columns = kind === 'exchange' ? queueWidth + columnGap : 0;
    return { x: program.x - columnGap - columns - width, y };
  }
  let x = program.x + program.width + columnGap;
  // Queues stand behind exchanges.
  for (const [other, box] of all.toSorted(([, one], [, next]) => one.x - next.x)) {
    const isInWay = other.startsWith('exchange:') && box.x < x + width && x < box.x + box.width;
    if (kind === 'queue' && isInWay) x = box.x + box.width + columnGap;
  }
  return { x, y };
}

const queueWidth = 244;

function freeBox(
  thing: Thing,
  links: Links,
  boxes: ReadonlyMap<string, Box>,
  hints: PlaceHints | undefined,
): Box {
  const size = sizeOf(thing);
  const isAlone = !links.before.has(thing.key) && !links.after.has(thing.key);
  const beside = isAlone ? besideProgram(thing, size, hints, boxes) : null;
  if (beside !== null) return nearestFree({ ...beside, ...size }, [...boxes.values()]);
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
