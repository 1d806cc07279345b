/**
 * What restarts of the broker have cost: queues and exchanges that were not durable, their bindings,
 * messages that were not persistent, connections. Read off the journal, so it is what happened.
 */
import type { Fact } from '#engine';
import { clientOfConnection, entriesOf, isOperator } from '#sim';
import type { JournalEntry, Simulation } from '#sim';

export interface RestartLosses {
  /** Of the journal's entry. */
  readonly number: number;
  readonly at: number;
  readonly queues: readonly LostThing[];
  readonly exchanges: readonly LostThing[];
  readonly bindings: readonly LostBinding[];
  /** By queue, in the order in which queues lost the first of them. */
  readonly messages: readonly LostMessages[];
  /** The names of clients. */
  readonly connections: readonly string[];
  /** The journal does not reach back far enough to tell of everything. */
  readonly isPartial: boolean;
}

export interface LostThing {
  readonly vhost: string;
  readonly name: string;
}

export interface LostBinding {
  readonly vhost: string;
  readonly source: string;
  readonly destination: string;
  readonly routingKey: string;
}

export interface LostMessages {
  readonly vhost: string;
  readonly queue: string;
  /** Its queue was gone with the restart, or it was not persistent. */
  readonly isQueueLost: boolean;
  readonly count: number;
  /** The numbers of the first of them. */
  readonly first: readonly number[];
}

/** The latest first. */
export function restartLosses({ journal }: Pick<Simulation, 'journal'>): readonly RestartLosses[] {
  const entries = entriesOf(journal, { max: Number.POSITIVE_INFINITY });
  return entries
    .flatMap(({ event }, index) => (event.type === 'broker.restarted' ? [index] : []))
    .map((index) => lossesAt(entries, index))
    .reverse();
}

function lossesAt(entries: readonly JournalEntry[], index: number): RestartLosses {
  const restarted = entries[index] as JournalEntry;
  let start = index;
  while (start > 0 && isPartOf(entries[start - 1] as JournalEntry, restarted)) start--;
  const facts = entries.slice(start, index).map(({ event }) => event as Fact);
  const queues = namesIn(facts, 'queue.deleted');
  return {
    number: restarted.number,
    at: restarted.at,
    queues,
    exchanges: facts.flatMap((fact) =>
      fact.type === 'exchange.deleted' ? [{ vhost: fact.vhost, name: fact.exchange }] : [],
    ),
    bindings: bindingsIn(facts),
    messages: messagesIn(facts, queues),
    connections: facts.flatMap((fact) =>
      fact.type === 'connection.closed' && !isOperator(fact.connection)
        ? [clientOfConnection(fact.connection)]
        : [],
    ),
    isPartial: start === 0 && (entries[0] as JournalEntry).number > 1,
  };
}

/** All that a restart does it does in one step, after the act or the step of a script that asked for it. */
const isPartOf = ({ step, event }: JournalEntry, restarted: JournalEntry): boolean =>
  step === restarted.step && event.kind === 'fact' && event.type !== 'broker.restarted';

const namesIn = (facts: readonly Fact[], type: 'queue.deleted'): readonly LostThing[] =>
  facts.flatMap((fact) => (fact.type === type ? [{ vhost: fact.vhost, name: fact.queue }] : []));

/** The default exchange's bindings are nobody's: they go with their queues. */
const bindingsIn = (facts: readonly Fact[]): readonly LostBinding[] =>
  facts.flatMap((fact) =>
    fact.type === 'binding.removed' && fact.source !== ''
      ? [
          {
            vhost: fact.vhost,
            source: fact.source,
            destination: fact.destination.name,
            routingKey: fact.routingKey,
          },
        ]
      : [],
  );

const firstMax = 12;

function messagesIn(facts: readonly Fact[], queues: readonly LostThing[]): readonly LostMessages[] {
  const lost = new Map<string, LostMessages>();
  for (const fact of facts) {
    if (fact.type !== 'message.discarded') continue;
    const { vhost, queue, message } = fact;
    const key = JSON.stringify([vhost, queue]);
    const before = lost.get(key) ?? {
      vhost,
      queue,
      isQueueLost: queues.some((one) => one.vhost === vhost && one.name === queue),
      count: 0,
      first: [],
    };
    const first = before.first.length < firstMax ? [...before.first, message] : before.first;
    lost.set(key, { ...before, count: before.count + 1, first });
  }
  return [...lost.values()];
}
