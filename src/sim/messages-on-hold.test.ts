import { describe, expect, it } from 'vitest';
import type { Instant, MessageId } from '#engine';
import type { ScenarioSpec } from '#scenario';
import { aRun } from '../testing/a-run.ts';
import { aBareScenario } from '../testing/a-scenario.ts';
import type { Flight } from './flight.ts';
import { flightsIn } from './flights.ts';
import { beginHistory, seek } from './history.ts';
import type { History } from './history.ts';
import { journeyOf } from './journey.ts';
import type { Intervention } from './run.ts';

const at = (ms: number): Instant => ms as Instant;
const first = 1 as MessageId;

const begin = (spec: Partial<ScenarioSpec>, interventions: readonly Intervention[] = []): History =>
  beginHistory(aRun({ scenario: aBareScenario(spec), interventions }));

/** Kind, way and span of the flights that are seen at some instant of a span. */
function waysIn(start: History, from: number, to: number): readonly string[] {
  const seen = new Map<string, string>();
  let history = start;
  for (let ms = from; ms <= to; ms += 10) {
    history = seek(history, at(ms));
    for (const { id, kind, from: one, to: other, departs, routingKey } of flightsIn(history, ms))
      seen.set(id, `${kind} ${routingKey}: ${one} → ${other}, ${departs}`);
  }
  return [...seen.values()];
}

const once = { rate: { kind: 'steady', per_second: 1 }, limit: 1 } as const;

/** Whichever way one comes to an instant, the same is seen there. */
const bothWays = (history: History, from: number, to: number): readonly string[] => {
  const played = waysIn(history, 0, to).filter((way) => Number(way.split(', ')[1]) >= from);
  const { run } = history;
  const jumped: readonly Flight[] = flightsIn(seek(beginHistory(run), at(to - 100)), to - 100);
  for (const { kind, from: one, to: other } of jumped)
    expect(played.join('\n')).toContain(`${kind} k: ${one} → ${other}`);
  expect(jumped).not.toEqual([]);
  return played;
};

describe('a message that an exchange holds back', () => {
  const spec: Partial<ScenarioSpec> = {
    exchanges: [
      { name: 'later', type: 'x-delayed-message', arguments: { 'x-delayed-type': 'direct' } },
    ],
    queues: [{ name: 'q', arguments: { 'x-dead-letter-exchange': 'later' } }],
    bindings: [
      { source: 'later', destination: 'q', routing_key: 'k' },
      { source: 'later', destination: 'q', routing_key: 'other' },
    ],
    clients: [
      {
        name: 'p',
        publishers: [
          {
            ...once,
            exchange: 'later',
            routing_key: 'k',
            properties: { headers: { 'x-delay': 9_000 } },
          },
        ],
      },
    ],
  };

  it('is seen to go on when its time is over, with its key and by its binding', () => {
    const history = begin(spec);
    expect(bothWays(history, 1_000, 9_500)).toEqual(['route k: exchange:later → queue:q, 9400']);
    const [flight] = flightsIn(seek(history, at(9_450)), 9_450);
    expect(flight?.via).toContain('"k"');
  });

  it('is seen to come there as a dead letter, too', () => {
    const dying = {
      ...spec,
      exchanges: [{ name: 'now', type: 'fanout' as const }, ...(spec.exchanges ?? [])],
      bindings: [{ source: 'now', destination: 'q' }],
      queues: [
        { name: 'q', arguments: { 'x-dead-letter-exchange': 'later', 'x-message-ttl': 2_000 } },
      ],
      clients: [
        {
          name: 'p',
          publishers: [
            {
              ...once,
              exchange: 'now',
              routing_key: 'k',
              properties: { headers: { 'x-delay': 9_000 } },
            },
          ],
        },
      ],
    };
    expect(bothWays(begin(dying), 2_000, 2_500)).toEqual([
      'dead-letter k: queue:q → exchange:later, 2400',
    ]);
  });
});

describe('a dead letter that no queue takes', () => {
  const spec: Partial<ScenarioSpec> = {
    exchanges: [{ name: 'dlx', type: 'fanout' }],
    queues: [
      {
        name: 'q',
        arguments: {
          'x-queue-type': 'quorum',
          'x-dead-letter-exchange': 'dlx',
          'x-dead-letter-strategy': 'at-least-once',
          'x-overflow': 'reject-publish',
        },
      },
      { name: 'dead' },
    ],
    clients: [
      { name: 'p', publishers: [{ ...once, routing_key: 'q', rate: { kind: 'by_hand' } }] },
      {
        name: 'c',
        consumers: [{ queue: 'q', work_ms: 100, outcomes: [{ does: 'reject' }] }],
      },
    ],
  };
  const body = aBareScenario({ ...spec, bindings: [{ source: 'dlx', destination: 'dead' }] });
  const publish: Intervention = {
    at: at(0),
    act: { type: 'publish', client: 'p', publisher: 0, routingKey: 'q' },
  };
  const bound: Intervention = { at: at(60_000), act: { type: 'edit', body } };
  const titlesOf = (history: History): readonly string[] =>
    journeyOf(history, first).steps.map(({ title }) => title);

  it('is kept, which its journey says, and is sent again after three minutes', () => {
    const history = seek(begin(spec, [publish, bound]), at(30_000));
    const { steps } = journeyOf(history, first);
    expect(steps.at(-1)).toMatchObject({ title: 'Kept by q', state: 'now' });
    expect(steps.at(-1)?.sentence).toMatch(/^It is sent again in 15\d(\.\d)? s, /);
    const later = seek(history, at(190_000));
    expect(titlesOf(later)).toContain('Queued in dead at position 1');
    expect(titlesOf(later).at(-1)).toBe('Waiting in dead');
  });

  it('is seen to leave its queue again', () => {
    const start = begin(spec, [publish, bound]);
    const [kept] = journeyOf(seek(start, at(30_000)), first).steps.slice(-1);
    const again = (kept?.at ?? 0) + 180_000;
    const ways = [
      expect.stringMatching(/^dead-letter q: queue:q → exchange:dlx, /),
      expect.stringMatching(/^route q: exchange:dlx → queue:dead, /),
    ];
    const jumped = waysIn(seek(start, at(again + 20)), again + 20, again + 400);
    const played = waysIn(seek(start, at(again - 10)), again - 10, again + 400);
    expect(jumped).toEqual(ways);
    expect(played).toEqual(ways);
  });
});
