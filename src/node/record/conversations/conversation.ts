/**
 * Conversations with a broker, as src/amqp/conversations/*.json hold them: what a client says, down to
 * broken bytes, and what RabbitMQ answered. Fields, properties and headers are as #amqp decodes them,
 * which loses nothing; a frame that could not be told so stands there in hexadecimal.
 */
import type { FieldsToSend } from '#amqp';
import type { FieldTable, Properties } from '#engine';

export type Fields = Readonly<Record<string, unknown>>;

/** With a body it is followed by its content. `cut` and `plus` then spoil the end of the method. */
export interface SaidMethod {
  readonly method: string;
  readonly channel: number;
  readonly fields: FieldsToSend;
  readonly properties?: Properties;
  readonly body?: string;
  /** So many bytes at the end are left out. */
  readonly cut?: number;
  /** These bytes, in hexadecimal, stand after it. */
  readonly plus?: string;
}

/** Of any type and with any payload, but whole. */
export interface SaidFrame {
  readonly frame: number;
  readonly channel: number;
  readonly hex: string;
}

export interface SaidBytes {
  readonly hex: string;
}

export type Said = SaidMethod | SaidFrame | SaidBytes;

export interface HeardMethod {
  readonly method: string;
  readonly channel: number;
  readonly fields: Fields;
  readonly properties?: Fields;
  readonly body?: string;
}

export type Heard = HeardMethod | SaidFrame | SaidBytes;

/** All that is said goes out in one write. */
export interface Turn {
  readonly says: readonly Said[];
  /** Seconds without a word after which nothing more is expected. */
  readonly waits?: number;
  /** Channel by channel: their order among each other says nothing. Not there before it is recorded. */
  readonly hears?: readonly Heard[];
  /** After so many whole seconds the broker closed the socket. */
  readonly closed?: number;
}

/** How far the client has come before the first turn, with what it says in `client`. */
export const beginnings = ['nothing', 'start', 'tune', 'opening', 'open', 'channel'] as const;
export type Beginning = (typeof beginnings)[number];

export interface ConversationClient {
  readonly user: string;
  readonly capabilities: FieldTable;
  readonly channelMax: number;
  readonly frameMax: number;
}

export interface Conversation {
  readonly name: string;
  readonly from: Beginning;
  readonly client?: Partial<ConversationClient>;
  readonly turns: readonly Turn[];
}

export interface ConversationFile {
  readonly about: string;
  /** The version of RabbitMQ that answered. */
  readonly broker: string;
  readonly conversations: readonly Conversation[];
}

/** Where conversations are held: those who play them make these first. */
export const conversationPlace = {
  vhost: 'warren',
  /** Which only the first user may enter. */
  closedVhost: 'warren-closed',
  user: 'guest',
  /** May enter the first of them, and do nothing there. */
  powerlessUser: 'warren-guest',
  /** Of both users. */
  password: 'guest',
} as const;
