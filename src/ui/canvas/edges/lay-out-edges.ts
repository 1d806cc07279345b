/**
 * Lays out all lines of a graph at once: which sides they join, how those that meet at one side
 * share it, and where their chips find room.
 */
import type { GraphEdge } from '../graph/graph-edge.ts';
import type { Point } from '../graph/place-things.ts';
import { chooseSides } from './choose-sides.ts';
import type { Sides } from './choose-sides.ts';
import { curveBetween, sampleCurve, svgPathOf } from './curve.ts';
import type { Curve, SampledLine } from './curve.ts';
import { borderPoint, centerOf, outward } from './node-box.ts';
import type { NodeBox, Side } from './node-box.ts';
import { placeChips } from './place-chips.ts';
import type { Rectangle } from './place-chips.ts';

export interface EdgeLine {
  readonly id: string;
  readonly curve: Curve;
  readonly path: string;
  readonly line: SampledLine;
  /** The tip of its arrow, and the direction in which it points, in degrees. */
  readonly tip: Point;
  readonly angle: number;
  /** The middle of its chips; of the line, where it has none. */
  readonly chipsAt: Point;
  /** What its chips cover; null where it has none. */
  readonly chipsBox: Rectangle | null;
}

export type EdgeLines = ReadonlyMap<string, EdgeLine>;

const portGap = 20;
/** Lines that meet at a side keep to so much of it. */
const sharedPart = 0.62;
const arrowLength = 6;

/** `last` is the layout before this one; a line that has not changed is the same object again. */
export function layOutEdges(
  boxes: ReadonlyMap<string, NodeBox>,
  edges: readonly GraphEdge[],
  last: EdgeLines = new Map(),
): EdgeLines {
  const drafts = edges.flatMap((edge): Draft[] => {
    const from = boxes.get(edge.from);
    const to = boxes.get(edge.to);
    return from === undefined || to === undefined
      ? []
      : [{ edge, from, to, sides: chooseSides(edge.kind, from, to), startOffset: 0, endOffset: 0 }];
  });
  shareSides(drafts);
  const lines = drafts.map((draft) => lineOf(draft, last.get(draft.edge.id)));
  const chips = placeChips(lines, edges, [...boxes.values()]);
  const laidOut = new Map<string, EdgeLine>();
  for (const line of lines) {
    const { at, box } = chips.get(line.id) ?? { at: line.chipsAt, box: null };
    const isSame =
      at.x === line.chipsAt.x &&
      at.y === line.chipsAt.y &&
      box?.width === line.chipsBox?.width &&
      box?.height === line.chipsBox?.height;
    laidOut.set(line.id, isSame ? line : { ...line, chipsAt: at, chipsBox: box });
  }
  return laidOut;
}

interface Draft {
  readonly edge: GraphEdge;
  readonly from: NodeBox;
  readonly to: NodeBox;
  readonly sides: Sides;
  startOffset: number;
  endOffset: number;
}

interface End {
  readonly draft: Draft;
  readonly isStart: boolean;
  /** Where the other end is, along this side: ends are in the order of their other ends. */
  readonly order: number;
}

function shareSides(drafts: readonly Draft[]): void {
  const bySide = new Map<string, { side: Side; box: NodeBox; ends: End[] }>();
  const join = (key: string, box: NodeBox, side: Side, end: End): void => {
    const id = `${side}|${key}`;
    const known = bySide.get(id) ?? { side, box, ends: [] };
    known.ends.push(end);
    bySide.set(id, known);
  };
  for (const draft of drafts) {
    const { edge, from, to, sides } = draft;
    const loop = edge.from === edge.to ? 1 : 0;
    join(edge.from, from, sides.from, {
      draft,
      isStart: true,
      order: orderAlong(sides.from, to) + loop,
    });
    join(edge.to, to, sides.to, {
      draft,
      isStart: false,
      order: orderAlong(sides.to, from) - loop,
    });
  }
  for (const { side, box, ends } of bySide.values()) {
    ends.sort((a, b) => a.order - b.order);
    const length = side === 'left' || side === 'right' ? box.height : box.width;
    const isLoop = ends.some(({ draft }) => draft.from === draft.to);
    const gap = Math.min(isLoop ? portGap * 3 : portGap, (length * sharedPart) / ends.length);
    for (const [index, { draft, isStart }] of ends.entries()) {
      const offset = (index - (ends.length - 1) / 2) * gap;
      if (isStart) draft.startOffset = offset;
      else draft.endOffset = offset;
    }
  }
}

function orderAlong(side: Side, other: NodeBox): number {
  const { x, y } = centerOf(other);
  return side === 'left' || side === 'right' ? y : x;
}

function lineOf(draft: Draft, last: EdgeLine | undefined): EdgeLine {
  const { edge, from, to, sides } = draft;
  const start = borderPoint(from, sides.from, draft.startOffset);
  const tip = borderPoint(to, sides.to, draft.endOffset);
  const back = outward[sides.to];
  const end = { x: tip.x + back.x * arrowLength, y: tip.y + back.y * arrowLength };
  const curve = curveBetween(start, sides.from, end, sides.to);
  const path = svgPathOf(curve);
  if (last !== undefined && last.path === path) return last;
  const line = sampleCurve(curve);
  const angle = (Math.atan2(-back.y, -back.x) * 180) / Math.PI;
  return {
    id: edge.id,
    curve,
    path,
    line,
    tip,
    angle,
    chipsAt: { x: NaN, y: NaN },
    chipsBox: null,
  };
}
