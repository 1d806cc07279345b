/**
 * How long it takes to go anywhere in a run: ten minutes of twenty messages a second, played once,
 * then visited at instants all over it. The bound is one screen frame's budget of 100 ms.
 *
 * Nothing here knows a clock; whoever measures brings one.
 */
import type { Instant } from '#engine';
import { completeScenario } from '#scenario';
import { beginHistory, seek } from './history.ts';
import type { History } from './history.ts';
import { drawInteger, randomStream } from './random.ts';

export interface SeekMeasurement {
  readonly name: string;
  readonly medianMs: number;
  readonly maxMs: number;
}

/** `now` tells milliseconds of real time. */
export function benchSeek(
  now: () => number,
  { untilMs = 600_000, visitCount = 100 } = {},
): readonly SeekMeasurement[] {
  const end = untilMs as Instant;
  const scenario = twentyMessagesASecond();
  let history = beginHistory({ scenario, seed: 1, interventions: [] });
  const playing = measured(now, () => {
    history = seek(history, end);
  });
  const visits: number[] = [];
  let stream = randomStream(1, 'visits');
  for (let visit = 0; visit < visitCount; visit++) {
    const [at, next] = drawInteger(stream, untilMs);
    stream = next;
    visits.push(measured(now, () => (history = seek(history, at as Instant))));
  }
  return [
    { name: 'play to the end', medianMs: playing, maxMs: playing },
    { name: 'seek anywhere', medianMs: medianOf(visits), maxMs: Math.max(...visits) },
    { name: 'one frame forward', ...framesForward(now, history, end) },
  ];
}

/** They come at random, are confirmed, go to two queues, and are worked on; some are rejected. */
const twentyMessagesASecond = () =>
  completeScenario({
    version: 1,
    exchanges: [
      { name: 'orders', type: 'topic' },
      { name: 'graveyard', type: 'fanout' },
    ],
    queues: [
      { name: 'billing', arguments: { 'x-dead-letter-exchange': 'graveyard' } },
      { name: 'audit' },
      { name: 'dead', arguments: { 'x-max-length': 100 } },
    ],
    bindings: [
      { source: 'orders', destination: 'billing', routing_key: 'order.*' },
      { source: 'orders', destination: 'audit', routing_key: '#' },
      { source: 'graveyard', destination: 'dead' },
    ],
    clients: [
      {
        name: 'shop',
        publishers: [
          {
            exchange: 'orders',
            routing_key: 'order.new',
            rate: { kind: 'poisson', per_second: 20 },
            confirms: { outstanding_max: 100 },
          },
        ],
      },
      {
        name: 'biller',
        consumers: [
          {
            queue: 'billing',
            prefetch: 20,
            work_ms: { min: 10, max: 60 },
            outcomes: [{ does: 'reject', chance: 0.05 }],
          },
        ],
      },
      { name: 'auditor', consumers: [{ queue: 'audit', prefetch: 50, work_ms: 20 }] },
    ],
  });

const frameMs = 16;

/** From the middle, as if it were played. */
function framesForward(
  now: () => number,
  history: History,
  end: Instant,
): Pick<SeekMeasurement, 'medianMs' | 'maxMs'> {
  let playing = seek(history, Math.floor(end / 2) as Instant);
  const frames = Array.from({ length: 500 }, () =>
    measured(now, () => {
      playing = seek(playing, (playing.present.now + frameMs) as Instant);
    }),
  );
  return { medianMs: medianOf(frames), maxMs: Math.max(...frames) };
}

function measured(now: () => number, act: () => void): number {
  const start = now();
  act();
  return now() - start;
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
