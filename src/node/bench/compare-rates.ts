/**
 * Messages a second of processor time, from publish to the last acknowledgement, of several brokers in
 * one process.
 */
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { routingKeyOf } from './contestant.ts';
import type { Contestant, Session } from './contestant.ts';
import { median } from './median.ts';
import { processorMs } from './processor-time.ts';

export interface Compared {
  readonly contestant: string;
  readonly bindings: number;
  readonly perSecond: number;
}

export interface Effort {
  readonly rounds: number;
  /** How long each broker works in each round, about. */
  readonly roundMs: number;
}

interface Entrant {
  readonly contestant: Contestant;
  readonly session: Session;
  readonly keys: readonly string[];
  readonly rates: number[];
}

/**
 * The brokers work in turn, round by round, so that a noisy moment hits all of them, and each begins
 * as many rounds as the others.
 */
export async function compareRates(
  contestants: readonly Contestant[],
  bindings: number,
  { rounds, roundMs }: Effort,
): Promise<readonly Compared[]> {
  const keys = Array.from({ length: bindings }, (_, number) => routingKeyOf(number));
  const entrants: Entrant[] = [];
  for (const contestant of contestants) {
    const session = await contestant.open({ bindings, isConsumed: true });
    entrants.push({ contestant, session, keys, rates: [] });
  }
  for (const entrant of entrants) await measure(entrant, 2 * roundMs);
  for (let round = 0; round < rounds; round++) {
    for (const entrant of entrants) entrant.rates.push(await measure(entrant, roundMs));
  }
  for (const { session } of entrants) session.close();
  return entrants.map(({ contestant, rates }) => ({
    contestant: contestant.name,
    bindings,
    perSecond: Math.round(median(rates)),
  }));
}

/** How many are published before the broker is given time to deliver, where it needs that. */
const batchSize = 100;

async function measure({ contestant, session, keys }: Entrant, forMs: number): Promise<number> {
  const body = contestant.bodyOf('x'.repeat(100));
  const ackedBefore = session.ackedCount();
  const busyBefore = processorMs();
  const end = performance.now() + forMs;
  let published = 0;
  // The clock on the wall only says when it is enough; to ask for processor time is slow.
  while (performance.now() < end) {
    for (let index = 0; index < batchSize; index++) {
      const key = keys[published % keys.length] as string;
      session.publish(key, { body, properties: { headers: { region: 'eu', size: 1 } } });
      published += 1;
    }
    await allAcked(session, ackedBefore + published);
  }
  return (published / (processorMs() - busyBefore)) * 1000;
}

async function allAcked(session: Session, count: number): Promise<void> {
  // Who delivers while one publishes has nothing to wait for, and does not pay for the waiting.
  for (let turn = 0; session.ackedCount() < count; turn++) {
    if (turn === 1000) throw new Error(`${count - session.ackedCount()} messages were not acked`);
    await setImmediate();
  }
}
