import { describe, expect, it } from 'vitest';
import type { MessageId } from '#engine';
import type { Flight } from '#sim';
import { layOutEdges } from '../edges/lay-out-edges.ts';
import type { NodeBox } from '../edges/node-box.ts';
import { edgeIdOf } from '../graph/graph-edge.ts';
import type { EdgeKind, GraphEdge } from '../graph/graph-edge.ts';
import { FlightLines } from './flight-lines.ts';
import { detailOf, streamPart } from './level-of-detail.ts';
import { TokenField } from './token-field.ts';

const box = (x: number, y: number, kind: NodeBox['kind']): NodeBox => ({
  x,
  y,
  width: 200,
  height: 80,
  kind,
});
const boxes = new Map([
  ['client:shop', box(0, 0, 'app')],
  ['exchange:orders', box(400, 0, 'exchange')],
  ['queue:billing', box(800, 0, 'queue')],
]);
const edge = (kind: EdgeKind, from: string, to: string): GraphEdge => ({
  id: edgeIdOf(kind, from, to),
  kind,
  from,
  to,
  chips: [],
});
const edges = [
  edge('publish', 'client:shop', 'exchange:orders'),
  edge('reply', 'client:shop', 'exchange:orders'),
  edge('binding', 'exchange:orders', 'queue:billing'),
];
const lines = new FlightLines(edges, layOutEdges(boxes, edges), boxes);

const flight = (part: Partial<Flight> = {}): Flight => ({
  id: 'link 1',
  message: 42 as MessageId,
  routingKey: 'order.created',
  from: 'exchange:orders',
  to: 'queue:billing',
  via: null,
  departs: 1_000,
  arrives: 1_250,
  kind: 'route',
  ...part,
});

const placed = (
  one: Flight,
  playheadMs: number,
  transform: [number, number, number] = [0, 0, 1],
) => {
  const field = new TokenField();
  field.place([one], playheadMs, transform, lines);
  return { x: field.x[0] as number, y: field.y[0] as number };
};

describe('a flight', () => {
  it('runs from the border of one node to that of the other', () => {
    expect(placed(flight(), 1_000).x).toBeCloseTo(600);
    expect(placed(flight(), 1_125).x).toBeCloseTo(697, 0);
    expect(placed(flight(), 1_250).x).toBeCloseTo(794, 0);
    expect(placed(flight(), 1_125).y).toBeCloseTo(40);
  });

  it('is where it was when the playhead comes back', () => {
    const before = placed(flight(), 1_060);
    placed(flight(), 1_200);
    expect(placed(flight(), 1_060)).toEqual(before);
  });

  it('goes with the viewport', () => {
    expect(placed(flight(), 1_000, [50, -20, 0.5])).toEqual({ x: 350, y: 0 });
  });

  it('goes against the arrow where it goes back', () => {
    const confirm = flight({ kind: 'confirm', from: 'exchange:orders', to: 'client:shop' });
    expect(placed(confirm, 1_000).x).toBeGreaterThan(placed(confirm, 1_250).x);
  });

  it('keeps to its own line where two nodes are joined by several', () => {
    const way = (kind: Flight['kind']) =>
      lines.lineOf(flight({ kind, from: 'client:shop', to: 'exchange:orders' }))?.id;
    expect(way('publish')).toBe(edgeIdOf('publish', 'client:shop', 'exchange:orders'));
    expect(way('reply')).toBe(edgeIdOf('reply', 'client:shop', 'exchange:orders'));
  });

  it('goes straight from border to border where no line is drawn', () => {
    const stray = flight({ from: 'client:shop', to: 'queue:billing' });
    expect(placed(stray, 1_000)).toEqual({ x: 200, y: 40 });
    expect(placed(stray, 1_250)).toEqual({ x: 800, y: 40 });
  });

  it('comes back from the default exchange along the line that leads by it', () => {
    const direct = [edge('default-publish', 'client:shop', 'queue:billing')];
    const way = new FlightLines(direct, layOutEdges(boxes, direct), boxes).lineOf(
      flight({ kind: 'return', from: 'exchange:', to: 'client:shop' }),
    );
    expect(way).toMatchObject({ id: direct[0]?.id, isReverse: true });
  });

  it('is not shown where one of its ends is not on the canvas', () => {
    expect(lines.lineOf(flight({ to: 'queue:gone' }))).toBeNull();
    const field = new TokenField();
    field.place([flight({ to: 'queue:gone' })], 1_100, [0, 0, 1], lines);
    expect(field.at(0, 0, 1e6)).toBeNull();
  });
});

describe('a token', () => {
  it('is found under the pointer, the nearest first', () => {
    const field = new TokenField();
    const near = flight({ id: 'near', departs: 1_090 });
    const far = flight({ id: 'far', departs: 1_000 });
    field.place([near, far], 1_100, [0, 0, 1], lines);
    expect(field.at(field.x[0] as number, 41, 10)?.id).toBe('near');
    expect(field.at(field.x[1] as number, 44, 10)?.id).toBe('far');
    expect(field.at(0, 400, 10)).toBeNull();
  });

  it('is found by its message, before its acknowledgement', () => {
    const field = new TokenField();
    const ack = flight({ kind: 'ack', from: 'queue:billing', to: 'exchange:orders' });
    field.place([ack, flight()], 1_100, [0, 0, 1], lines);
    expect(field.whereIs(42)).toEqual({ x: field.x[1], y: field.y[1] });
    expect(field.whereIs(43)).toBeNull();
  });
});

describe('the level of detail', () => {
  it('never changes with a jump', () => {
    let last = detailOf(0, 1);
    for (let count = 1; count < 2_000; count++) {
      const next = detailOf(count, 1);
      expect(Math.abs(next.reach - last.reach)).toBeLessThan(0.2);
      expect(Math.abs(next.numbers - last.numbers)).toBeLessThan(0.2);
      expect(Math.abs(next.keys - last.keys)).toBeLessThan(0.25);
      last = next;
    }
  });

  it('writes numbers and keys while there are few, and neither when there are many', () => {
    expect(detailOf(5, 1)).toMatchObject({ numbers: 1, keys: 1, isFine: true });
    expect(detailOf(5, 0.7)).toMatchObject({ keys: 0 });
    expect(detailOf(500, 1)).toMatchObject({ numbers: 0, keys: 0, isFine: false });
  });

  it('makes a stream of what is too many or too fast, unless it is told otherwise', () => {
    expect(streamPart('auto', 10, 400)).toBe(0);
    expect(streamPart('auto', 500, 400)).toBe(1);
    expect(streamPart('auto', 10, 4)).toBe(1);
    expect(streamPart('auto', 10, Infinity)).toBe(0);
    expect(streamPart('tokens', 5_000, 1)).toBe(0);
    expect(streamPart('streams', 1, Infinity)).toBe(1);
  });
});
