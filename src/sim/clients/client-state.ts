/**
 * A client as it stands at one instant: a program with a connection of its own, and a channel for
 * each of its publishers and consumers. It knows what frames and its clock have told it, and no more.
 */
import { millis, runStart } from '#engine';
import type {
  BasicPublish,
  ChannelId,
  ConnectionId,
  ConsumerTag,
  DeliveryTag,
  Frame,
  Instant,
  MessageId,
  Millis,
  PublishSequence,
} from '#engine';
import type { ClientSpec, ScenarioBody } from '#scenario';
import type { SourcePlace } from '../programs.ts';
import { randomStream } from '../random.ts';
import type { RandomStream } from '../random.ts';

export type ClientStatus = 'running' | 'stopped' | 'disconnected' | 'connecting';

/** `cancelled`: the channel is open, but the broker has ended the subscription. */
export type ChannelStatus = 'closed' | 'opening' | 'open' | 'cancelled';

/** What a publish carries. */
export type Content = Omit<BasicPublish, 'type' | 'channel'>;

export type DeliverFrame = Extract<Frame, { type: 'basic.deliver' }>;

export interface Unconfirmed {
  readonly sequence: PublishSequence;
  readonly message: MessageId;
  readonly routingKey: string;
  readonly content: Content;
}

/** A message to be published again. */
export interface Retry {
  readonly at: Instant;
  readonly content: Content;
}

export interface PublisherState {
  readonly channel: ChannelId;
  readonly status: ChannelStatus;
  /** When it opens its channel again; null where it does not have to. */
  readonly reopensAt: Instant | null;
  /** Messages of its own so far; one that is published again counts once. */
  readonly sentCount: number;
  /** When the next message is due, with fractions; null where none is. */
  readonly dueMs: number | null;
  /** Messages that were due and wait for confirms of earlier ones. */
  readonly owedCount: number;
  /** How many it has published on this channel, in confirm mode. */
  readonly lastSequence: number;
  /** In the order in which they were sent. */
  readonly unconfirmed: readonly Unconfirmed[];
  readonly retries: readonly Retry[];
}

/** A delivery that the consumer has and has not answered for. */
export interface Held {
  readonly deliveryTag: DeliveryTag;
  readonly message: MessageId;
  readonly routingKey: string;
  readonly since: Instant;
  /** When the work on it ends; null where it is not being worked on. */
  readonly worksUntil: Instant | null;
  /** It has been worked on, and the consumer will never answer for it. */
  readonly isForgotten: boolean;
  readonly frame: DeliverFrame;
}

export interface ConsumerState {
  readonly channel: ChannelId;
  readonly tag: ConsumerTag;
  readonly status: ChannelStatus;
  /** When it subscribes again; null where it does not have to. */
  readonly reopensAt: Instant | null;
  /** Messages it has finished its work on. */
  readonly workedCount: number;
  /** In the order in which they came. */
  readonly held: readonly Held[];
}

/** What a client has that is a program. */
export interface ProgramState {
  /** Where in its text it did what it did last; null where that is not known. */
  readonly place: SourcePlace | null;
  /** Those it has opened and not closed, as far as it knows. */
  readonly connections: readonly ConnectionId[];
  /** Its channels in confirm mode, with how many it has published on each. */
  readonly confirming: ReadonlyMap<ChannelId, number>;
  /** What went wrong with it, and where; null while nothing has. */
  readonly problem: { readonly text: string; readonly place: SourcePlace | null } | null;
  /** Null unless it has come to its end by itself. */
  readonly exitCode: number | null;
}

export interface ClientState {
  readonly spec: ClientSpec;
  /** Null for a client that is no program. */
  readonly program: ProgramState | null;
  readonly status: ClientStatus;
  readonly connection: ConnectionId;
  readonly publishers: readonly PublisherState[];
  readonly consumers: readonly ConsumerState[];
  /** What the broker said when it last refused something; null once all is well again. */
  readonly lastError: string | null;
  readonly reconnectsAt: Instant | null;
  readonly random: RandomStream;
  /** How long anything travels, one way. */
  readonly latency: Millis;
  /** What is sent arrives no sooner: what was sent over a slower link must not be overtaken. */
  readonly arrivesNotBefore: Instant;
  /** Counts its connections. */
  readonly session: number;
  /** The one that the broker knows of. */
  readonly servedSession: number;
  /** What it sent in this one and earlier ones is lost, as far as it has not arrived. */
  readonly severedSession: number;
}

export function createClient(spec: ClientSpec, body: ScenarioBody, seed: number): ClientState {
  const connection = connectionIdOf(spec.name);
  return {
    spec,
    program: null,
    status: 'stopped',
    connection,
    publishers: spec.publishers.map((_, index) => createPublisher(connection, index)),
    consumers: spec.consumers.map((_, index) => createConsumer(spec, connection, index)),
    lastError: null,
    reconnectsAt: null,
    random: randomStream(seed, spec.name),
    latency: latencyOf(spec, body),
    arrivesNotBefore: runStart,
    session: 0,
    servedSession: 0,
    severedSession: 0,
  };
}

export const createPublisher = (connection: ConnectionId, index: number): PublisherState => ({
  channel: `${connection}/p${index}` as ChannelId,
  status: 'closed',
  reopensAt: null,
  sentCount: 0,
  dueMs: null,
  owedCount: 0,
  lastSequence: 0,
  unconfirmed: [],
  retries: [],
});

export const createConsumer = (
  { name, consumers }: ClientSpec,
  connection: ConnectionId,
  index: number,
): ConsumerState => ({
  channel: `${connection}/c${index}` as ChannelId,
  tag: (consumers.length > 1 ? `${name}-${index + 1}` : name) as ConsumerTag,
  status: 'closed',
  reopensAt: null,
  workedCount: 0,
  held: [],
});

export const latencyOf = (spec: ClientSpec, body: ScenarioBody): Millis =>
  millis(spec.latency_ms ?? body.latency_ms);

/** No client's id is the operator's (see operator.ts) or a script's, whatever people call their clients. */
const needsPrefix = /^(operator|client |script |program )/;

export const connectionIdOf = (clientName: string): ConnectionId =>
  (needsPrefix.test(clientName) ? `client ${clientName}` : clientName) as ConnectionId;

/** A program can have several connections, and each time it is started others. */
export const programConnectionId = (
  client: string,
  session: number,
  stream: number,
): ConnectionId => `program ${client}#${session}.${stream}` as ConnectionId;

export const isProgramsChannel = (channel: ChannelId): boolean => channel.startsWith('program ');

/** The name of the client with this connection. */
export const clientOfConnection = (connection: ConnectionId): string => {
  if (connection.startsWith('client ')) return connection.slice('client '.length);
  if (!connection.startsWith('program ')) return connection;
  return connection.slice('program '.length, connection.lastIndexOf('#'));
};

/** The name of the client with this channel. */
export const clientOfChannel = (channel: ChannelId): string => {
  const slash = channel.lastIndexOf('/');
  return clientOfConnection((slash === -1 ? channel : channel.slice(0, slash)) as ConnectionId);
};
