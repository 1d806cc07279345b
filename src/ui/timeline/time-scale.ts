/**
 * How much time the timeline shows. It grows by steps, and leaves room to the right, so that what has
 * been drawn stays where it is for a while.
 */

const spansMs: readonly number[] = [
  15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_200_000, 1_800_000, 3_600_000, 7_200_000,
  14_400_000, 28_800_000, 43_200_000, 86_400_000,
];

/** The part of the timeline that may be filled before it grows. */
const fullShare = 0.92;

/**
 * The whole width of the timeline, for a run that has been played until `reachedMs`. A run with a
 * script is shown on the time that the script takes, until it goes on beyond that.
 */
export function timelineSpan(reachedMs: number, scriptMs = 0): number {
  if (scriptMs > 0 && reachedMs <= scriptMs) return scriptMs / fullShare;
  const span = spansMs.find((candidate) => reachedMs <= candidate * fullShare);
  if (span !== undefined) return span;
  const dayMs = 86_400_000;
  return Math.ceil(reachedMs / fullShare / dayMs) * dayMs;
}

/** The instants that get a number: five to ten of them, at round times. */
export function timelineTicks(spanMs: number): readonly number[] {
  const steps = [
    1_000, 2_000, 5_000, 10_000, 20_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_200_000,
    3_600_000, 7_200_000, 14_400_000, 43_200_000, 86_400_000,
  ];
  const step = steps.find((candidate) => spanMs / candidate <= 8) ?? spanMs / 8;
  const count = Math.ceil(spanMs / step) - 1;
  const ticks = Array.from({ length: count }, (_, index) => (index + 1) * step);
  // What stands at the very end would be cut off.
  return ticks.filter((at) => at < spanMs * 0.92);
}

/** What the ruler says, and where. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** The steps of a script by their numbers, as far as they can be told apart. */
export function stepTicks(instants: readonly number[], spanMs: number): readonly Tick[] {
  let last = -Infinity;
  return instants.flatMap((at, index) => {
    if (at - last < spanMs * closestShare) return [];
    last = at;
    return [{ at, text: String(index + 1) }];
  });
}

const closestShare = 0.018;

/** `5 s`, `1:30`, `2 h`: short, for the ruler. */
export function tickText(ms: number): string {
  const seconds = ms / 1_000;
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 60 && minutes % 60 === 0) return `${minutes / 60} h`;
  return `${minutes}:${String(Math.round(seconds % 60)).padStart(2, '0')}`;
}
