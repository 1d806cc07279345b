import { describe, expect, it } from 'vitest';
import type { Instant, MessageId } from '#engine';
import type { ScenarioSpec } from '#scenario';
import { aRun } from '../testing/a-run.ts';
import { aBareScenario } from '../testing/a-scenario.ts';
import { describeEntry } from './describe-entry.ts';
import { entriesOf } from './find-entries.ts';
import { beginHistory, seek } from './history.ts';
import type { History } from './history.ts';
import { journeyOf } from './journey.ts';

const reminders: Partial<ScenarioSpec> = {
  latency_ms: 0,
  exchanges: [
    { name: 'later', type: 'x-delayed-message', arguments: { 'x-delayed-type': 'direct' } },
  ],
  queues: [{ name: 'reminders' }],
  bindings: [{ source: 'later', destination: 'reminders', routing_key: 'remind' }],
  clients: [
    {
      name: 'calendar',
      publishers: [
        {
          exchange: 'later',
          routing_key: 'remind',
          rate: { kind: 'steady', per_second: 0.1 },
          properties: { headers: { 'x-delay': 5000 } },
        },
      ],
    },
  ],
};

const played = (until: number, changes: Partial<ScenarioSpec> = {}): History => {
  const scenario = aBareScenario({ ...reminders, ...changes });
  return seek(beginHistory(aRun({ scenario })), until as Instant);
};
const sentences = ({ present }: History): readonly string[] =>
  entriesOf(present.journal, { max: Infinity }).map(describeEntry);

const publishedAt = (history: History): number => {
  const [first] = journeyOf(history, 1 as MessageId).steps;
  if (first === undefined) throw new Error('nothing has been published');
  return first.at;
};

describe('a delayed message', () => {
  it('is seen to wait in its exchange, and to be routed then by the bindings', () => {
    const at = publishedAt(played(61_000));
    const waiting = journeyOf(played(at + 2000), 1 as MessageId).steps;
    expect(waiting.map(({ title }) => title)).toEqual([
      'Published to later',
      'Held back by later',
      'Waiting in later',
    ]);
    expect(waiting.at(-1)).toMatchObject({
      state: 'now',
      sentence: 'It is routed in 3 s, by the bindings that later has by then.',
    });
    const routed = journeyOf(played(at + 5001), 1 as MessageId);
    expect(routed.steps.map(({ title }) => title)).toContain('Routed to 1 of 1 binding');
    expect(routed.message?.properties.headers).toEqual({ 'x-delay': -5000 });
  });

  it('has a sentence in the journal', () => {
    expect(sentences(played(61_000))).toContain('Message 1 is held back by later for 5 s.');
  });

  it('does not exist in a scenario without the plugin', () => {
    const told = sentences(played(10, { plugins: ['rabbitmq_sharding'] }));
    expect(told).toContainEqual(
      expect.stringContaining("unknown exchange type 'x-delayed-message'"),
    );
  });
});
