/** The parts that sentences about a run are made of. RabbitMQ's words, sentence case, no jargon. */
import type { ChannelId, ConnectionId, DeathReason, ExchangeName, Fact, MessageId } from '#engine';
import { clientOfChannel, clientOfConnection } from './clients/client-state.ts';
import { isOperator, isOperatorsChannel } from './operator-names.ts';

type DiscardReason = Extract<Fact, { type: 'message.discarded' }>['reason'];

export const operatorInWords = 'the operator';

export const whoOn = (channel: ChannelId): string =>
  isOperatorsChannel(channel) ? operatorInWords : clientOfChannel(channel);

export const whoHas = (connection: ConnectionId): string =>
  isOperator(connection) ? operatorInWords : clientOfConnection(connection);

/** The firehose numbers its copies below zero, so that messages are numbered as if it were off. */
export const theMessage = (message: MessageId): string =>
  message < 0 ? `firehose copy ${Math.abs(message)}` : `message ${message}`;

export const exchangeInWords = (exchange: ExchangeName): string =>
  exchange === '' ? 'the default exchange' : exchange;

/** `a`, `a and b`, `a, b and c`; long lists end in `and 7 more`. */
export function listInWords(items: readonly string[], max = 4): string {
  if (items.length <= 1) return items.join('');
  const shown = items.length > max ? items.slice(0, max) : items.slice(0, -1);
  const last = items.length > max ? `${items.length - max} more` : items.at(-1);
  return `${shown.join(', ')} and ${last}`;
}

export const keyInWords = (routingKey: string): string =>
  routingKey === '' ? 'an empty routing key' : `routing key ${routingKey}`;

export const bindingKeyInWords = (routingKey: string): string =>
  routingKey === '' ? 'an empty binding key' : `binding key ${routingKey}`;

export function spanInWords(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  return `${(Math.round(ms / 100) / 10).toString()} s`;
}

export const times = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

const deaths: Readonly<Record<DeathReason, string>> = {
  rejected: 'its consumer rejected it',
  expired: 'its time to live was over',
  maxlen: 'the queue had reached its length limit',
  delivery_limit: 'it had been delivered too often',
};

const discards: Readonly<Record<DiscardReason, string>> = {
  ...deaths,
  purged: 'the queue was purged',
  'queue-deleted': 'the queue was deleted',
  'not-durable': 'it did not survive the restart',
  retention: 'the stream keeps no more than its retention says',
  'letter-to-stream': 'streams of this version take no dead letters',
};

export const deathInWords = (reason: DeathReason): string => deaths[reason];

export const discardInWords = (reason: DiscardReason): string => discards[reason];

/** A sentence may begin with a name, which stays as it is, or with a word of ours. */
export const sentence = (text: string): string =>
  /^(the|message|firehose copy|queue|exchange|step) /.test(text)
    ? `${text.charAt(0).toUpperCase()}${text.slice(1)}`
    : text;
