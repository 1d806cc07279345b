/**
 * On which sides of two nodes the line between them begins and ends. What flows on goes from right
 * to left; what goes aside or back (dead letters, alternates, replies) leaves above or below, so
 * that it is not taken for the flow.
 */
import type { EdgeKind } from '../graph/graph-edge.ts';
import { centerOf } from './node-box.ts';
import type { NodeBox, Side } from './node-box.ts';

export interface Sides {
  readonly from: Side;
  readonly to: Side;
}

/** Nodes nearer to each other than this have no room for a line between their facing sides. */
const roomMin = 28;
/** Less than this apart, two nodes stand at one height. */
const levelMax = 48;

export function chooseSides(kind: EdgeKind, from: NodeBox, to: NodeBox): Sides {
  if (from === to) return { from: 'bottom', to: 'bottom' };
  const isAside = kind === 'dead-letter' || kind === 'alternate' || kind === 'reply';
  const roomAhead = to.x - (from.x + from.width);
  const roomBehind = from.x - (to.x + to.width);
  const dy = centerOf(to).y - centerOf(from).y;
  const towards: Side = dy >= 0 ? 'bottom' : 'top';
  const facing: Side = dy >= 0 ? 'top' : 'bottom';

  if (roomAhead >= roomMin) {
    if (!isAside) return { from: 'right', to: 'left' };
    return Math.abs(dy) > levelMax ? { from: towards, to: 'left' } : { from: 'right', to: 'left' };
  }
  if (roomBehind >= roomMin) {
    if (!isAside) {
      return Math.abs(dy) > levelMax * 2
        ? { from: 'left', to: facing }
        : { from: 'left', to: 'right' };
    }
    if (Math.abs(dy) <= levelMax) return { from: 'bottom', to: 'bottom' };
    // From an exchange the way back begins at its side, where nothing else of it begins.
    return from.kind === 'exchange' ? { from: 'left', to: facing } : { from: towards, to: 'right' };
  }
  return { from: towards, to: facing };
}
