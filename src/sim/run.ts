/**
 * Everything that decides what happens. Two equal runs unfold alike to the last event, on any
 * machine; so a run is what we save, share and replay, and no state ever is.
 */
import type { Instant } from '#engine';
import type { Scenario, ScenarioBody } from '#scenario';

export interface Run {
  /** How the run begins. Its title, notes and positions do not touch what happens. */
  readonly scenario: Scenario;
  readonly seed: number;
  /** What the user did, by instant; those of one instant in the order in which they did it. */
  readonly interventions: readonly Intervention[];
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
  | { readonly type: 'broker.restart' };
