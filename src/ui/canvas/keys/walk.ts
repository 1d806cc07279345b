/** Which node the keyboard goes to: the nearest in the direction of the arrow. */
import { centerOf } from '../edges/node-box.ts';
import type { NodeBox } from '../edges/node-box.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

export const directionOfKey: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** What lies aside counts more than what lies ahead: an arrow goes straight where it can. */
const asideWeight = 1.5;

/**
 * Null where there is nothing that way. Only nodes within 45 degrees of the arrow count, unless
 * there is none of them and another lies that way at all.
 */
export function nearestInDirection(
  boxes: ReadonlyMap<string, NodeBox>,
  from: string,
  direction: Direction,
): string | null {
  const box = boxes.get(from);
  if (box === undefined) return null;
  const start = centerOf(box);
  let best: string | null = null;
  let bestScore = Infinity;
  for (const [key, other] of boxes) {
    if (key === from) continue;
    const { x, y } = centerOf(other);
    const isAcross = direction === 'left' || direction === 'right';
    const sign = direction === 'left' || direction === 'up' ? -1 : 1;
    const ahead = sign * (isAcross ? x - start.x : y - start.y);
    const aside = Math.abs(isAcross ? y - start.y : x - start.x);
    if (ahead <= 1) continue;
    const outside = aside > ahead ? 1e6 : 0;
    const score = ahead + aside * asideWeight + outside;
    if (score < bestScore) {
      best = key;
      bestScore = score;
    }
  }
  return best;
}

/** The order in which Tab goes through the nodes: column by column, as messages flow. */
export function inReadingOrder<Item>(
  items: readonly Item[],
  boxOf: (item: Item) => { readonly x: number; readonly y: number },
): readonly Item[] {
  const column = (item: Item): number => Math.round(boxOf(item).x / 140);
  return [...items].sort((a, b) => column(a) - column(b) || boxOf(a).y - boxOf(b).y);
}
