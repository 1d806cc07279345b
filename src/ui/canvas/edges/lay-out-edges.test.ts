import { describe, expect, it } from 'vitest';
import type { EdgeKind, GraphEdge } from '../graph/graph-edge.ts';
import { edgeIdOf } from '../graph/graph-edge.ts';
import type { NodeKind } from '../graph/thing.ts';
import { pointAlong, stretchCount } from './curve.ts';
import { layOutEdges } from './lay-out-edges.ts';
import { borderPoint, hexagonTip } from './node-box.ts';
import type { NodeBox } from './node-box.ts';

const box = (kind: NodeKind, x: number, y: number): NodeBox => ({
  x,
  y,
  width: 200,
  height: 80,
  kind,
});

const edge = (kind: EdgeKind, from: string, to: string, ...texts: string[]): GraphEdge => ({
  id: edgeIdOf(kind, from, to),
  kind,
  from,
  to,
  chips: texts.map((text) => ({ key: `binding of ${from} ${to} ${text}`, text, binding: null })),
});

const boxes = new Map([
  ['exchange', box('exchange', 0, 200)],
  ['above', box('queue', 400, 0)],
  ['below', box('queue', 400, 400)],
  ['lost', box('exchange', 0, 700)],
]);

describe('layOutEdges', () => {
  it('lets the lines of one side leave it in the order of where they go', () => {
    const lines = layOutEdges(boxes, [
      edge('binding', 'exchange', 'below'),
      edge('binding', 'exchange', 'above'),
    ]);
    const start = (to: string) => lines.get(edgeIdOf('binding', 'exchange', to))?.curve.start.y;
    expect(start('above')).toBeLessThan(240);
    expect(start('below')).toBeGreaterThan(240);
  });

  it('lets dead letters leave below or above, apart from the flow', () => {
    const lines = layOutEdges(boxes, [edge('dead-letter', 'below', 'lost')]);
    const { start } = lines.get(edgeIdOf('dead-letter', 'below', 'lost'))?.curve ?? {};
    expect(start).toEqual({ x: 500, y: 480 });
  });

  it('keeps the line of an edge whose ends stand still, and moves the others', () => {
    const edges = [edge('binding', 'exchange', 'above', '#'), edge('dead-letter', 'below', 'lost')];
    const before = layOutEdges(boxes, edges);
    const moved = new Map(boxes).set('above', box('queue', 420, 10));
    const after = layOutEdges(moved, edges, before);
    const [binding, letters] = edges.map(({ id }) => id) as [string, string];
    expect(after.get(letters)).toBe(before.get(letters));
    expect(after.get(binding)).not.toBe(before.get(binding));
  });

  it('finds chips places where they cover neither nodes nor each other', () => {
    const edges = [
      edge('binding', 'exchange', 'above', 'order.created'),
      edge('binding', 'exchange', 'below', 'order.*', '#.paid'),
    ];
    const lines = layOutEdges(boxes, edges);
    for (const { id } of edges) {
      const at = lines.get(id)?.chipsAt ?? { x: NaN, y: NaN };
      expect(at.x).toBeGreaterThan(200);
      expect(at.x).toBeLessThan(400);
    }
  });

  it('bends a line from a node to itself out and back', () => {
    const lines = layOutEdges(boxes, [edge('dead-letter', 'above', 'above')]);
    const line = lines.get(edgeIdOf('dead-letter', 'above', 'above'));
    expect(line?.curve.start.y).toBe(80);
    expect(
      pointAlong(line?.line ?? { points: new Float32Array(), length: 0 }, 0.5).y,
    ).toBeGreaterThan(100);
  });
});

describe('a sampled line', () => {
  it('goes from end to end in stretches of equal length', () => {
    const { curve, line } = layOutEdges(boxes, [edge('binding', 'exchange', 'above')])
      .values()
      .next().value as NonNullable<ReturnType<ReturnType<typeof layOutEdges>['get']>>;
    const { points, length } = line;
    expect([points[0], points[1]]).toEqual([curve.start.x, curve.start.y]);
    expect(points[stretchCount * 2]).toBeCloseTo(curve.end.x, 3);
    for (let index = 0; index < stretchCount; index++) {
      const [x0, y0, x1, y1] = points.subarray(index * 2, index * 2 + 4) as unknown as number[];
      const stretch = Math.hypot((x1 ?? 0) - (x0 ?? 0), (y1 ?? 0) - (y0 ?? 0));
      expect(stretch).toBeCloseTo(length / stretchCount, 0);
    }
  });
});

describe('borderPoint', () => {
  it('lies on the shape and not on the box around it', () => {
    const hexagon = box('exchange', 0, 0);
    expect(borderPoint(hexagon, 'right', 0)).toEqual({ x: 200, y: 40 });
    expect(borderPoint(hexagon, 'right', 40)).toEqual({ x: 200 - hexagonTip, y: 80 });
    const pill = box('producer', 0, 0);
    expect(borderPoint(pill, 'left', 40).x).toBeCloseTo(40);
    expect(borderPoint(box('queue', 0, 0), 'left', 30)).toEqual({ x: 0, y: 70 });
  });
});
