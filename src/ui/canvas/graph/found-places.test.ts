import { describe, expect, it } from 'vitest';
import { completeScenario } from '#scenario';
import type { Scenario, ScenarioSpec } from '#scenario';
import { createGraphReader } from './graph.ts';
import type { Graph } from './graph.ts';
import { sizeOf } from './node-size.ts';

const program = { source: '' };
const positions: ScenarioSpec['positions'] = {
  'client:send': [0, 0],
  'client:receive': [900, 0],
};

const scenario = (spec: Partial<ScenarioSpec> = {}): Scenario =>
  completeScenario({
    version: 1,
    clients: [
      { name: 'send', program },
      { name: 'receive', program },
    ],
    positions,
    ...spec,
  });

const by = (entries: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(entries));

const placeOf = (graph: Graph, key: string) => graph.nodes.get(key)?.position;

function expectApart(graph: Graph): void {
  const boxes = [...graph.nodes.values()].map(({ thing, position }) => ({
    ...position,
    ...sizeOf(thing),
  }));
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      const areApart =
        one.x >= other.x + other.width ||
        other.x >= one.x + one.width ||
        one.y >= other.y + other.height ||
        other.y >= one.y + one.height;
      expect(areApart).toBe(true);
    }
  }
}

describe('what programs declare', () => {
  it('stands beside the program that declared it, where messages come from there', () => {
    const graph = createGraphReader()(
      scenario({ queues: [{ name: 'letters' }] }),
      undefined,
      by({ 'queue:letters': 'send' }),
    );
    const place = placeOf(graph, 'queue:letters');
    expect(place?.x).toBeGreaterThan(244);
    expect(place?.x).toBeLessThan(900);
    expectApart(graph);
  });

  it('stands before the last program in the row, which reads from it', () => {
    const graph = createGraphReader()(
      scenario({ queues: [{ name: 'letters' }] }),
      undefined,
      by({ 'queue:letters': 'receive' }),
    );
    const place = placeOf(graph, 'queue:letters');
    expect(place?.x).toBeLessThan(900 - 244);
    expect(place?.x).toBeGreaterThan(0);
  });

  it('puts queues behind exchanges, and one below the other', () => {
    const graph = createGraphReader()(
      scenario({ exchanges: [{ name: 'logs' }], queues: [{ name: 'a' }, { name: 'b' }] }),
      undefined,
      by({ 'exchange:logs': 'send', 'queue:a': 'send', 'queue:b': 'send' }),
    );
    const [logs, a, b] = ['exchange:logs', 'queue:a', 'queue:b'].map((key) => placeOf(graph, key));
    expect(a?.x).toBeGreaterThan(logs?.x ?? Infinity);
    expect(b?.x).toBe(a?.x);
    expect(b?.y).not.toBe(a?.y);
    expectApart(graph);
  });

  it('stays where it is when more comes, and comes back to its place', () => {
    const read = createGraphReader();
    const declaredBy = by({ 'queue:a': 'send', 'queue:b': 'send', 'exchange:logs': 'send' });
    const first = read(scenario({ queues: [{ name: 'a' }] }), undefined, declaredBy);
    const place = placeOf(first, 'queue:a');
    const more = scenario({
      exchanges: [{ name: 'logs', type: 'fanout' }],
      queues: [{ name: 'b' }, { name: 'a' }],
      bindings: [{ source: 'logs', destination: 'a' }],
    });
    const second = read(more, undefined, declaredBy);
    expect(placeOf(second, 'queue:a')).toEqual(place);
    expectApart(second);
    read(scenario(), undefined, declaredBy);
    expect(placeOf(read(more, undefined, declaredBy), 'queue:a')).toEqual(place);
  });

  it('gives way to what has been put in its place meanwhile', () => {
    const read = createGraphReader();
    const declaredBy = by({ 'queue:a': 'send' });
    const first = read(scenario({ queues: [{ name: 'a' }] }), undefined, declaredBy);
    const { x, y } = placeOf(first, 'queue:a') ?? { x: 0, y: 0 };
    const moved = { ...positions, 'client:receive': [x + 20, y] as const };
    const second = read(
      scenario({ queues: [{ name: 'a' }], positions: moved }),
      undefined,
      declaredBy,
    );
    expectApart(second);
  });
});

describe('a program', () => {
  it('is as large at first as when it is known what it does', () => {
    const [idle, busy] = [
      scenario(),
      scenario({ clients: [{ name: 'send', program, publishers: [{ exchange: 'logs' }, {}] }] }),
    ].map((one) => createGraphReader()(one).nodes.get('client:send'));
    expect(idle && busy && sizeOf(busy.thing)).toEqual(idle && sizeOf(idle.thing));
  });

  it('has no lines to queues that the broker made up and that are gone', () => {
    const publishers = [{ routing_key: 'amq.gen-1' }, { routing_key: 'plain' }];
    const { nodes } = createGraphReader()(
      scenario({ clients: [{ name: 'send', program, publishers }] }),
    );
    expect([...nodes.keys()]).toEqual(['client:send', 'queue:plain']);
  });
});
