import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  completeScenario,
  parseScenario,
  parseNodeKey,
  nodeKeyOf,
  writeScenario,
} from './index.ts';
import type { ScenarioSpec } from './index.ts';
import { currentVersion } from './schema.ts';
import { migrations } from './migrations/index.ts';

const fixtures = import.meta.glob<string>('./fixtures/*.json', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const name = fc.constantFrom('a', 'b', 'c@d', 'é');
/** As JSON holds them: it knows no -0. */
const args = fc
  .dictionary(fc.constantFrom('x-a', 'x-b'), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 2 })
  .map((table) => JSON.parse(JSON.stringify(table)) as typeof table);

/** Documents whose parts fit together. */
const spec: fc.Arbitrary<ScenarioSpec> = fc.record({
  version: fc.constant(1 as const),
  title: fc.string({ maxLength: 20 }),
  notes: fc.string(),
  profile: fc.constantFrom('3.10' as const, '4.0' as const),
  exchanges: fc.uniqueArray(
    fc.record({
      name,
      type: fc.constantFrom('topic' as const, 'fanout' as const),
      durable: fc.boolean(),
    }),
    { selector: ({ name: each }) => each },
  ),
  queues: fc.constant(undefined).chain(() =>
    fc.uniqueArray(fc.record({ name, arguments: args as fc.Arbitrary<Record<string, never>> }), {
      selector: ({ name: each }) => each,
    }),
  ),
  clients: fc.uniqueArray(
    fc.record({
      name,
      publishers: fc.array(
        fc.record({
          exchange: name,
          routing_key: fc.oneof(fc.string(), fc.constant([{ key: 'k', weight: 2 }])),
          rate: fc.constantFrom(
            { kind: 'by_hand' as const },
            { kind: 'steady' as const, per_second: 2 },
          ),
        }),
        { maxLength: 2 },
      ),
    }),
    { selector: ({ name: each }) => each },
  ),
}) as fc.Arbitrary<ScenarioSpec>;

describe('a scenario', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(spec, (written) => {
        const scenario = completeScenario(written);
        expect(parseScenario(writeScenario(scenario))).toEqual({ ok: true, scenario });
      }),
    );
  });

  it('is written without what goes without saying', () => {
    const scenario = completeScenario({ version: 1, queues: [{ name: 'q' }] });
    expect(JSON.parse(writeScenario(scenario))).toEqual({ version: 1, queues: [{ name: 'q' }] });
  });

  it('is never anything but read or told why not', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseScenario(text)));
  });

  it.each([
    ['{', '', 'This is not valid JSON'],
    ['[]', '', 'A scenario is a JSON object.'],
    ['{}', 'version', 'The version is missing'],
    ['{"version": 99}', 'version', 'made by a newer Warren'],
    ['{"version": 1, "queues": [{"nam": "q"}]}', 'queues.0', 'missing|no field'],
    [
      '{"version": 1, "exchanges": [{"name": "e"}], "bindings": [{"source": "e", "destination": "ue"}]}',
      'bindings.0.destination',
      "No queue is named 'ue'.",
    ],
    ['{"version": 1, "queues": [{"name": "q"}, {"name": "q"}]}', 'queues.1.name', 'already'],
    [
      '{"version": 1, "clients": [{"name": "c", "consumers": [{"queue": "q"}]}]}',
      'clients.0.consumers.0.queue',
      "No queue is named 'q'.",
    ],
  ])('%s is refused at %s', (text, path, message) => {
    const parsed = parseScenario(text);
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.problems[0]?.path).toContain(path);
    expect(parsed.problems.map((problem) => problem.message).join(' ')).toMatch(
      new RegExp(message),
    );
  });

  it('is refused when it is nested without end', () => {
    const deep = `{"version": 1, "queues": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    expect(parseScenario(deep).ok).toBe(false);
  });
});

describe('migrations', () => {
  it('lead from version 1 to the current one, a version at a time', () => {
    expect(migrations.map(({ to }) => to)).toEqual(
      Array.from({ length: currentVersion - 1 }, (_, index) => index + 2),
    );
  });

  it('have a kept document of every version, and each of them opens', () => {
    const versions = Object.values(fixtures).map(
      (text) => (JSON.parse(text) as { version: number }).version,
    );
    expect([...new Set(versions)].sort((one, other) => one - other)).toEqual(
      Array.from({ length: currentVersion }, (_, index) => index + 1),
    );
    for (const text of Object.values(fixtures)) expect(parseScenario(text).ok).toBe(true);
  });
});

describe('node keys', () => {
  it('read back, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.constantFrom('/', 'a@b', 'v'), (each, vhost) => {
        expect(parseNodeKey(nodeKeyOf('queue', each, vhost))).toEqual({
          kind: 'queue',
          name: each,
          vhost,
        });
      }),
    );
  });
});
