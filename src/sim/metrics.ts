/** Counters of a run: what to read of it in numbers. */
import type { Broker, Fact, Queue } from '#engine';

/** All but `published`, `returned` and `confirmed` count copies, of which a message may have many. */
export interface Counters {
  readonly published: number;
  /** Copies that were routed to a queue. */
  readonly routed: number;
  readonly delivered: number;
  readonly acknowledged: number;
  readonly deadLettered: number;
  readonly returned: number;
  /** Gone without having been acknowledged, dead-lettered or returned; unroutable ones apart. */
  readonly dropped: number;
  readonly unroutable: number;
  readonly confirmed: number;
  readonly requeued: number;
  readonly expired: number;
}

export const noCounts: Counters = {
  published: 0,
  routed: 0,
  delivered: 0,
  acknowledged: 0,
  deadLettered: 0,
  returned: 0,
  dropped: 0,
  unroutable: 0,
  confirmed: 0,
  requeued: 0,
  expired: 0,
};

type Counting = { -readonly [Name in keyof Counters]: number };

export function count(counters: Counting, fact: Fact): void {
  switch (fact.type) {
    case 'message.published':
      counters.published++;
      break;
    case 'message.routed':
      counters.routed += fact.queues.length;
      break;
    case 'message.delivered':
      counters.delivered++;
      break;
    case 'message.acknowledged':
      counters.acknowledged++;
      break;
    case 'message.dead-lettered':
      counters.deadLettered++;
      if (fact.reason === 'expired') counters.expired++;
      break;
    case 'message.discarded':
      counters.dropped++;
      if (fact.reason === 'expired') counters.expired++;
      break;
    case 'message.refused':
    case 'dead-letter-cycle.broken':
      counters.dropped++;
      break;
    case 'message.returned':
      counters.returned++;
      break;
    case 'message.unroutable':
      counters.unroutable++;
      break;
    case 'message.confirmed':
      counters.confirmed++;
      break;
    case 'message.requeued':
      counters.requeued++;
      break;
    default:
  }
}

export const readyTotal = (broker: Broker): number =>
  sumOverQueues(broker, (one) => one.readyCount);

export const unackedTotal = (broker: Broker): number =>
  sumOverQueues(broker, (one) => one.unackedCount);

function sumOverQueues({ vhosts }: Broker, countOf: (queue: Queue) => number): number {
  let sum = 0;
  for (const { queues } of vhosts.values()) for (const one of queues.values()) sum += countOf(one);
  return sum;
}
