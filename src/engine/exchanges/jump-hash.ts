/**
 * Jump consistent hash, as RabbitMQ's consistent hash exchange computes it: which of so many buckets a key
 * falls to, drawn from Erlang's generator `exs1024s` with the key as its seed. The arithmetic is
 * Erlang's own, bit by bit, so that a key falls where it does on a real broker.
 *
 * https://github.com/rabbitmq/rabbitmq-server/tree/main/deps/rabbitmq_consistent_hash_exchange
 */

const mask64 = (1n << 64n) - 1n;
const stateSize = 16;

/** The buckets are numbered from 0. Adding one moves only the keys that fall to it. */
export function bucketOf(key: number, bucketCount: number): number {
  if (bucketCount === 1) return 0;
  const random = new Exs1024s(key);
  let bucket = -1;
  for (let next = 0; next < bucketCount; next = Math.trunc((bucket + 1) / random.next())) {
    bucket = next;
  }
  return bucket;
}

/** Erlang's `rand` with the algorithm `exs1024s`: Vigna's xorshift1024*. */
class Exs1024s {
  readonly #ahead: bigint[];
  #behind: bigint[] = [];

  constructor(key: number) {
    const low = BigInt(key) & 0x1fffffn;
    const part = (prime: bigint): bigint => ((low + 1n) * prime) & 0x1fffffn;
    const seed = (part(2097131n) << 43n) | (part(2097133n) << 22n) | (part(2097143n) << 1n) | 1n;
    this.#ahead = [];
    for (let state = seed, left = stateSize; left > 0; left--) {
      state = xorshift64(state);
      this.#ahead.unshift((state * 2685821657736338717n) & mask64);
    }
  }

  /** From 0 to 1, without 1. */
  next(): number {
    if (this.#ahead.length === 1) {
      this.#ahead.push(...this.#behind.toReversed());
      this.#behind = [];
    }
    const first = this.#ahead.shift() as bigint;
    const second = this.#ahead[0] as bigint;
    const x11 = second ^ ((second & ((1n << 33n) - 1n)) << 31n);
    const mixed = first ^ (first >> 30n) ^ x11 ^ (x11 >> 11n);
    this.#ahead[0] = mixed;
    this.#behind.push(first);
    const value = (mixed * 1181783497276652981n) & mask64;
    return Number(value >> 11n) / 2 ** 53;
  }
}

function xorshift64(state: bigint): bigint {
  const first = state ^ (state >> 12n);
  const second = first ^ ((first & ((1n << 39n) - 1n)) << 25n);
  return second ^ (second >> 27n);
}
