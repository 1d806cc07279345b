/** A run as it stands at one instant. Like a broker, it is a value, which `Moment` alone makes anew. */
import type { PersistentMap } from '#base';
import type {
  Broker,
  BrokerEvent,
  ChannelMethod,
  ConnectionMethod,
  Frame,
  Instant,
  MessageId,
} from '#engine';
import type { ScenarioBody } from '#scenario';
import type { Agenda } from './agenda.ts';
import type { Busyness } from './busyness.ts';
import type { ClientState } from './clients/client-state.ts';
import type { Journal } from './journal.ts';
import type { Marks } from './marks.ts';
import type { Counters } from './metrics.ts';
import type { ProgramsProgress } from './programs.ts';
import type { Intervention } from './run.ts';
import type { ScriptProgress } from './script.ts';

/** A method on its way from a client to the broker. */
export interface MethodArrives {
  readonly type: 'method.arrives';
  readonly client: string;
  readonly session: number;
  readonly method: ConnectionMethod | ChannelMethod;
  /** The one it publishes, which has its number from the moment it is sent. */
  readonly message: MessageId | null;
  readonly isReply: boolean;
  readonly departedAt: Instant;
}

/** A frame on its way from the broker to a client. */
export interface FrameArrives {
  readonly type: 'frame.arrives';
  readonly client: string;
  readonly session: number;
  readonly frame: Frame;
  readonly departedAt: Instant;
}

export type Happening =
  | MethodArrives
  | FrameArrives
  | { readonly type: 'client.wakes'; readonly client: string }
  | { readonly type: 'broker.wakes' };

export interface Simulation {
  readonly now: Instant;
  readonly seed: number;
  readonly broker: Broker;
  /** As of the last edit. */
  readonly body: ScenarioBody;
  /** By name. */
  readonly clients: PersistentMap<string, ClientState>;
  readonly agenda: Agenda<Happening>;
  /** The earliest instant for which the agenda has the broker wake; null for none. */
  readonly brokerWakesAt: Instant | null;
  /** Those still to come, the next first. */
  readonly interventions: readonly Intervention[];
  readonly intervenedCount: number;
  /** Null where the run has no script. */
  readonly scripted: ScriptProgress | null;
  /** Null where the run has no programs, or none that can be played. */
  readonly programs: ProgramsProgress | null;
  /** What the latest step brought about. */
  readonly latest: readonly BrokerEvent[];
  readonly stepCount: number;
  /** The last instant at which anything happened that a person can see; null for none. */
  readonly happenedAt: Instant | null;
  /** The last step that changed exchanges, queues or bindings. */
  readonly topologyStep: number;
  /** Messages are numbered in the order in which they are sent. */
  readonly lastMessageId: MessageId;
  readonly journal: Journal;
  readonly counters: Counters;
  readonly busyness: Busyness;
  readonly marks: Marks;
}
