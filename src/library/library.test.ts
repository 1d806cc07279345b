import { describe, expect, test } from 'vitest';
import {
  decodeShareLink,
  encodeShareLink,
  nodeKeyOf,
  parseScenario,
  writeScenario,
} from '#scenario';
import type { Scenario } from '#scenario';
import { scenarios } from './index.ts';

/** As wide and as high as the widest things of the canvas are, with some air. */
const width = 250;
const heightOf = (key: string, scenario: Scenario): number => {
  const client = scenario.clients.find(({ name }) => nodeKeyOf('client', name) === key);
  // A program shows its line and what it is seen to do: in a column, no more than two rows.
  if (client?.program !== undefined) return 140;
  const partCount = (client?.publishers.length ?? 0) + (client?.consumers.length ?? 0);
  return partCount > 1 ? 64 + partCount * 30 : 96;
};

const keysOf = ({ exchanges, queues, clients }: Scenario): string[] => [
  ...exchanges.map(({ name, vhost }) => nodeKeyOf('exchange', name, vhost)),
  ...queues.map(({ name, vhost }) => nodeKeyOf('queue', name, vhost)),
  ...clients.map(({ name, vhost }) => nodeKeyOf('client', name, vhost)),
];

describe('the library', () => {
  test('begins with the opening scenario, holds fifteen more and then nine of programs', () => {
    expect(scenarios[0]?.id).toBe('opening');
    expect(scenarios.map(({ section }) => section)).toEqual([
      ...Array<string>(16).fill('ideas'),
      ...Array<string>(9).fill('programs'),
    ]);
  });

  test('gives each scenario an id, a title and a sentence of its own', () => {
    for (const part of ['id', 'title', 'sentence'] as const) {
      expect(new Set(scenarios.map((entry) => entry[part])).size).toBe(scenarios.length);
    }
  });

  test('packs the opening scenario into a link of at most 600 characters', () => {
    const scenario = scenarios[0]?.load() as Scenario;
    expect(encodeShareLink({ scenario, interventions: [] }).length).toBeLessThanOrEqual(600);
  });
});

describe.each(scenarios)('$id', (entry) => {
  const scenario = entry.load();
  const keys = keysOf(scenario);

  test('is complete and reads as it was written', () => {
    expect(scenario.title).toBe(entry.title);
    expect(scenario.notes).not.toBe('');
    expect(parseScenario(writeScenario(scenario))).toEqual({ ok: true, scenario });
  });

  test('goes into a link that any program takes, and comes out as it was', () => {
    const link = encodeShareLink({ scenario, interventions: [] });
    // A program is part of its link, word by word; so long a link still goes everywhere.
    expect(link.length).toBeLessThan(entry.section === 'programs' ? 2_000 : 1_000);
    expect(decodeShareLink(link)).toEqual({ ok: true, scenario, interventions: [] });
  });

  test('places all its things and nothing else but what its programs declare', () => {
    const places = Object.keys(scenario.positions);
    expect(places).toEqual(expect.arrayContaining(keys));
    // That these are the right ones is tested where programs run.
    const others = places.filter((key) => !keys.includes(key));
    if (entry.section === 'ideas') expect(others).toEqual([]);
    else expect(others).not.toEqual([]);
  });

  test('places no thing upon another', () => {
    const places = Object.keys(scenario.positions);
    for (const [index, one] of places.entries()) {
      for (const other of places.slice(index + 1)) {
        const [x1, y1] = scenario.positions[one] as readonly [number, number];
        const [x2, y2] = scenario.positions[other] as readonly [number, number];
        const upper = y1 <= y2 ? one : other;
        const isApart =
          Math.abs(x1 - x2) >= width || Math.abs(y1 - y2) >= heightOf(upper, scenario);
        expect(isApart, `${one} and ${other}`).toBe(true);
      }
    }
  });

  test('names only things that it has', () => {
    const names = new Set(keys);
    for (const { source, destination, destination_type } of scenario.bindings) {
      expect(names).toContain(nodeKeyOf('exchange', source));
      expect(names).toContain(nodeKeyOf(destination_type, destination));
    }
    for (const { publishers, consumers } of scenario.clients) {
      for (const { exchange } of publishers) {
        if (exchange !== '') expect(names).toContain(nodeKeyOf('exchange', exchange));
      }
      for (const { queue } of consumers) expect(names).toContain(nodeKeyOf('queue', queue));
    }
    for (const { arguments: table } of scenario.queues) {
      const deadLetterExchange = table['x-dead-letter-exchange'];
      if (typeof deadLetterExchange === 'string' && deadLetterExchange !== '') {
        expect(names).toContain(nodeKeyOf('exchange', deadLetterExchange));
      }
    }
  });
});
