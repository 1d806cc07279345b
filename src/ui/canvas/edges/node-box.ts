/** The outlines of nodes, as far as lines must know them: where a line touches which shape. */
import { sizeOf } from '../graph/node-size.ts';
import type { NodeKind, Thing } from '../graph/thing.ts';
import type { Point } from '../graph/place-things.ts';

export type Side = 'left' | 'right' | 'top' | 'bottom';

export interface NodeBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly kind: NodeKind;
}

/** How far the tips of an exchange's hexagon stand out. */
export const hexagonTip = 18;

export function boxOf(thing: Thing, { x, y }: Point): NodeBox {
  return { x, y, ...sizeOf(thing), kind: thing.kind };
}

export const centerOf = ({ x, y, width, height }: NodeBox): Point => ({
  x: x + width / 2,
  y: y + height / 2,
});

export const outward: Readonly<Record<Side, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};

/** The point of a side that lies `offset` from its middle, on the shape's very border. */
export function borderPoint(box: NodeBox, side: Side, offset: number): Point {
  const { x, y } = centerOf(box);
  if (side === 'top' || side === 'bottom') {
    const reach = box.width / 2 - cornerOf(box);
    const along = Math.max(-reach, Math.min(reach, offset));
    return { x: x + along, y: side === 'top' ? box.y : box.y + box.height };
  }
  const inset = insetOf(box, offset);
  return { x: side === 'left' ? box.x + inset : box.x + box.width - inset, y: y + offset };
}

function cornerOf({ kind, height }: NodeBox): number {
  if (kind === 'exchange') return hexagonTip + 6;
  return kind === 'producer' ? height / 2 : 12;
}

/** How far a left or right border lies within the box at that distance from its middle. */
function insetOf({ kind, height }: NodeBox, offset: number): number {
  const radius = height / 2;
  const distance = Math.min(Math.abs(offset), radius);
  if (kind === 'exchange') return (hexagonTip * distance) / radius;
  return kind === 'producer' ? radius - Math.sqrt(radius * radius - distance * distance) : 0;
}

/** Where the straight way from the middle of a box to a point leaves the box. */
export function borderTowards(box: NodeBox, { x, y }: Point): Point {
  const center = centerOf(box);
  const dx = x - center.x;
  const dy = y - center.y;
  if (dx === 0 && dy === 0) return center;
  const scale = Math.min(
    dx === 0 ? Infinity : box.width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : box.height / 2 / Math.abs(dy),
  );
  return { x: center.x + dx * scale, y: center.y + dy * scale };
}
