/**
 * How busy each moment of a run was, from its start: how many facts fell into each bucket of time.
 *
 * It is bounded: when a run outgrows the buckets, neighbours are merged, so that there are always
 * between half and all of the buckets that are allowed.
 */
import type { Instant } from '#engine';

export interface Busyness {
  readonly bucketMs: number;
  /** The buckets that time has left behind, the first first. */
  readonly past: readonly number[];
  /** The bucket after those. */
  readonly current: number;
}

const bucketsMax = 1024;

export const noBusyness: Busyness = { bucketMs: 50, past: [], current: 0 };

/** `count` more facts at `at`, which is not before the last such instant. */
export function busynessWith(busyness: Busyness, at: Instant, count: number): Busyness {
  const index = Math.floor(at / busyness.bucketMs);
  const { past, current, bucketMs } = busyness;
  if (index === past.length) return { bucketMs, past, current: current + count };
  if (index >= bucketsMax) return busynessWith(merged(busyness), at, count);
  const gap = Array.from({ length: index - past.length - 1 }, () => 0);
  return { bucketMs, past: [...past, current, ...gap], current: count };
}

/** The same with buckets twice as wide. */
function merged({ bucketMs, past, current }: Busyness): Busyness {
  const all = [...past, current];
  const pairs = Array.from(
    { length: Math.ceil(all.length / 2) },
    (_, index) => (all[2 * index] ?? 0) + (all[2 * index + 1] ?? 0),
  );
  return { bucketMs: bucketMs * 2, past: pairs.slice(0, -1), current: pairs.at(-1) ?? 0 };
}

/** Facts in each of so many equal parts of the time from the start to `until`. */
export function busynessUntil(
  { bucketMs, past, current }: Busyness,
  until: Instant,
  buckets: number,
): number[] {
  const sums = Array.from({ length: buckets }, () => 0);
  if (until <= 0 || buckets === 0) return sums;
  const width = until / buckets;
  for (const [index, count] of [...past, current].entries()) {
    if (count === 0) continue;
    // A bucket that reaches over several parts is spread over them.
    const start = index * bucketMs;
    const end = Math.min(start + bucketMs, until);
    if (start >= until) break;
    const first = Math.floor(start / width);
    const last = Math.min(buckets - 1, Math.max(first, Math.ceil(end / width) - 1));
    for (let part = first; part <= last; part++) {
      const overlap = Math.min(end, (part + 1) * width) - Math.max(start, part * width);
      sums[part] = (sums[part] ?? 0) + (count * overlap) / Math.max(end - start, 1e-9);
    }
  }
  return sums;
}
