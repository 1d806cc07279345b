/**
 * How long it takes to go anywhere in a run: ten minutes of twenty messages a second, played once,
 * then visited at instants all over it. The bound is one screen frame's budget of 100 ms.
 *
 * Nothing here knows a clock; whoever measures brings one.
 */
import type { Instant } from '#engine';
import type { Scenario } from '#scenario';
import { beginHistory, seek } from './history.ts';
import type { History } from './history.ts';
import { drawInteger, randomStream } from './random.ts';

export interface SeekMeasurement {
  readonly name: string;
  readonly medianMs: number;
  readonly maxMs: number;
}

/** `now` tells milliseconds of real time; `scenario` publishes what is to be measured. */
export function benchSeek(
  now: () => number,
  scenario: Scenario,
  { untilMs = 600_000, visitCount = 100 } = {},
): readonly SeekMeasurement[] {
  const end = untilMs as Instant;
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
