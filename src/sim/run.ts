/**
 * Everything that decides what happens. Two equal runs unfold alike to the last event, on any
 * machine; so a run is what we save, share and replay, and no state ever is.
 */
import type { Instant } from '#engine';
import type { Scenario, ScenarioBody } from '#scenario';
import { sameData } from './same-data.ts';
import type { Programs } from './programs.ts';
import type { Script } from './script.ts';

export interface Run {
  /** How the run begins. Its title, notes and positions do not touch what happens. */
  readonly scenario: Scenario;
  readonly seed: number;
  /** What the user did, by instant; those of one instant in the order in which they did it. */
  readonly interventions: readonly Intervention[];
  /** What reaches the broker all by itself, as a recorded case has it; left out where nothing does. */
  readonly script?: Script | undefined;
  /** How clients that are programs are played, and what they have done; left out where there are none. */
  readonly programs?: Programs | undefined;
}

/** Something the user did while it was running. It comes after all else at its instant. */
export interface Intervention {
  readonly at: Instant;
  readonly act: Act;
}

export type Act =
  /** The topology or the clients are others from now on. */
  | { readonly type: 'edit'; readonly body: ScenarioBody }
  /** A publisher sends one message by hand; what is left out is as its specification says. */
  | {
      readonly type: 'publish';
      readonly client: string;
      readonly publisher: number;
      readonly routingKey?: string;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string | number | boolean>>;
    }
  /** A consumer that acknowledges by hand answers for a delivery. */
  | {
      readonly type: 'settle';
      readonly client: string;
      readonly consumer: number;
      readonly deliveryTag: number;
      readonly answer: 'ack' | 'reject' | 'requeue';
    }
  | { readonly type: 'client.stop'; readonly client: string }
  | { readonly type: 'client.start'; readonly client: string }
  /** The client's connection is cut; it reconnects by itself. */
  | { readonly type: 'connection.drop'; readonly client: string }
  | { readonly type: 'queue.purge'; readonly vhost: string; readonly queue: string }
  | { readonly type: 'broker.restart' }
  /** A resource is low, or has recovered. */
  | { readonly type: 'alarm'; readonly alarm: 'memory' | 'disk'; readonly isRaised: boolean }
  /** The firehose of a virtual host is turned on or off. */
  | { readonly type: 'trace'; readonly vhost: string; readonly isOn: boolean };

/** The same run with its interventions by instant, as a simulation wants them. */
export function inOrder(run: Run): Run {
  const { interventions } = run;
  const isInOrder = interventions.every(
    ({ at }, index) => index === 0 || (interventions[index - 1] as Intervention).at <= at,
  );
  if (isInOrder) return run;
  return { ...run, interventions: interventions.toSorted((one, other) => one.at - other.at) };
}

/** Whether two runs begin alike; their titles, notes and positions do not matter. */
export function decidesTheSame(one: Run, other: Run): boolean {
  if (one.seed !== other.seed || one.scenario.profile !== other.scenario.profile) return false;
  if (!sameData(one.scenario.plugins, other.scenario.plugins)) return false;
  if (one.script?.name !== other.script?.name) return false;
  if (one.programs?.player !== other.programs?.player) return false;
  return bodyParts.every((part) => sameData(one.scenario[part], other.scenario[part]));
}

const bodyParts = [
  'vhosts',
  'users',
  'permissions',
  'topic_permissions',
  'policies',
  'operator_policies',
  'exchanges',
  'queues',
  'bindings',
  'clients',
  'latency_ms',
] as const satisfies readonly (keyof ScenarioBody)[];

/** The first intervention that only one of two runs has, and when it is; null where there is none. */
export function firstDifference(
  one: readonly Intervention[],
  other: readonly Intervention[],
): { readonly index: number; readonly at: Instant } | null {
  const length = Math.max(one.length, other.length);
  for (let index = 0; index < length; index++) {
    const mine = one[index];
    const theirs = other[index];
    if (sameData(mine, theirs)) continue;
    return { index, at: Math.min(mine?.at ?? Infinity, theirs?.at ?? Infinity) as Instant };
  }
  return null;
}
