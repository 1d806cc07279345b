/** What there is to say of a run as a whole: totals, what is declared, what is in trouble. */
import { bindingsOf } from '#engine';
import { nodeKeyOf } from '#scenario';
import { readyTotal, unackedTotal } from '#sim';
import type { Counters, Simulation } from '#sim';
import { clientStanding } from './standing.ts';
import { askWait } from './wait.ts';

export interface Trouble {
  /** The node that it is about; null where it is about the run. */
  readonly key: string | null;
  readonly title: string;
  readonly sentence: string;
  readonly severity: 'error' | 'warning';
}

export interface Overview {
  readonly counters: Counters;
  readonly readyCount: number;
  readonly unackedCount: number;
  readonly queueCount: number;
  /** RabbitMQ's own are not counted. */
  readonly exchangeCount: number;
  readonly bindingCount: number;
  readonly clientCount: number;
  readonly connectionCount: number;
  /** Errors first; at most `troublesMax`. */
  readonly troubles: readonly Trouble[];
}

const troublesMax = 30;
/** Explaining is slow, and nobody reads about more queues than this. */
const asksMax = 60;

export function overviewOf(simulation: Simulation): Overview {
  const { broker, clients, counters } = simulation;
  const vhosts = [...broker.vhosts.values()];
  const sum = (count: (vhost: (typeof vhosts)[number]) => number): number =>
    vhosts.reduce((total, vhost) => total + count(vhost), 0);
  return {
    counters,
    readyCount: readyTotal(broker),
    unackedCount: unackedTotal(broker),
    queueCount: sum(({ queues }) => queues.size),
    exchangeCount: sum(
      ({ exchanges }) =>
        [...exchanges.keys()].filter((name) => name !== '' && !name.startsWith('amq.')).length,
    ),
    // The default exchange's bindings are nobody's declaration.
    bindingCount: sum(
      ({ name }) => bindingsOf(broker, name).filter(({ source }) => source !== '').length,
    ),
    clientCount: clients.size,
    connectionCount: [...clients.values()].filter(({ status }) => status === 'running').length,
    troubles: troublesOf(simulation),
  };
}

function troublesOf(simulation: Simulation): readonly Trouble[] {
  const troubles = [
    ...clientTroubles(simulation),
    ...queueTroubles(simulation),
    ...unroutableTrouble(simulation.counters),
  ];
  const rank = ({ severity }: Trouble): number => (severity === 'error' ? 0 : 1);
  return troubles.sort((one, other) => rank(one) - rank(other)).slice(0, troublesMax);
}

function* clientTroubles(simulation: Simulation): Iterable<Trouble> {
  for (const { spec } of simulation.clients.values()) {
    const standing = clientStanding(simulation, spec.name);
    if (standing === null) continue;
    const about = { key: nodeKeyOf('client', spec.name, spec.vhost), title: spec.name };
    if (standing.lastError !== null) {
      // What else is wrong with it follows from that.
      yield { ...about, sentence: standing.lastError, severity: 'error' };
      continue;
    }
    if (standing.condition === 'trouble') {
      yield { ...about, sentence: standing.sentence, severity: 'error' };
    }
    if (standing.condition === 'held-up') {
      yield { ...about, sentence: standing.sentence, severity: 'warning' };
    }
    for (const { condition, sentence } of standing.parts) {
      if (condition !== 'trouble' && condition !== 'held-up') continue;
      yield { ...about, sentence, severity: 'warning' };
    }
  }
}

function* queueTroubles(simulation: Simulation): Iterable<Trouble> {
  let asked = 0;
  for (const vhost of simulation.broker.vhosts.values()) {
    for (const queue of vhost.queues.values()) {
      if (queue.readyCount === 0) continue;
      if (++asked > asksMax) return;
      const answer = askWait(simulation, vhost.name, queue.name);
      if (answer === null || answer.summary === null) continue;
      if (answer.verdicts.some(({ canTake }) => canTake)) continue;
      yield {
        key: nodeKeyOf('queue', queue.name, vhost.name),
        title: queue.name,
        sentence: answer.summary,
        severity: 'warning',
      };
    }
  }
}

function unroutableTrouble({ unroutable, returned }: Counters): readonly Trouble[] {
  if (unroutable === 0) return [];
  const publishes = unroutable === 1 ? '1 message' : `${unroutable} messages`;
  const back = returned === 0 ? 'none came back' : `${returned} came back`;
  return [
    {
      key: null,
      title: 'Unroutable',
      sentence: `${publishes} reached no queue; ${back} to the publisher.`,
      severity: 'warning',
    },
  ];
}
