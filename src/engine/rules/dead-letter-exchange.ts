/**
 * Dead lettering: a copy that is rejected, expires or is pushed out of a full queue goes on, as a
 * letter, to the dead letter exchange of its queue; where it has none, or none of that name exists,
 * the copy is gone.
 *
 * The letter is posted and not yet delivered: routing it may fill another queue whose copies die in
 * turn, so that is done when the present queue is in order again (see post-office.ts).
 *
 * https://www.rabbitmq.com/docs/dlx
 */
import type { Queue } from '../broker.ts';
import type { FieldTable, FieldValue } from '../field-table.ts';
import { headersTold } from '../headers-told.ts';
import { timestampOf } from '../instant.ts';
import type { Death, DeathReason, Message, QueuedMessage } from '../message.ts';
import type { ChannelId, ExchangeName, QueueName } from '../names.ts';
import type { BrokerProfile } from '../profile.ts';
import type { Keeper, Transaction } from '../transaction.ts';
import { recordDiscard } from './discarding.ts';
import { carbonCopies } from './sender-selected-distribution.ts';

/** `channel` is that of the client who rejected it, or null. */
export function deadLetter(
  tx: Transaction,
  queue: Queue,
  queued: QueuedMessage,
  reason: DeathReason,
  channel: ChannelId | null,
): void {
  const exchange = queue.settings.deadLetterExchange;
  if (exchange === null || tx.exchange(queue.vhost, exchange) === undefined) {
    recordDiscard(tx, queue, queued, reason, channel);
    return;
  }
  sendLetter(tx, queue, queued, { reason, channel, exchange });
}

/** How and where to a copy leaves its queue as a letter. */
export interface Sending {
  readonly reason: DeathReason;
  readonly channel: ChannelId | null;
  readonly exchange: ExchangeName;
  /** For a queue that keeps the letter until it has arrived. */
  readonly keptBy?: Keeper;
}

/** Posts the letter, whether its exchange is there or not. */
export function sendLetter(
  tx: Transaction,
  queue: Queue,
  { message, position }: QueuedMessage,
  { reason, channel, exchange, keptBy }: Sending,
): void {
  const { vhost, name } = queue;
  const letter = writeLetter(tx, queue, message, reason, exchange);
  const { routingKeys } = letter;
  tx.record({
    type: 'message.dead-lettered',
    message: message.id,
    vhost,
    queue: name,
    position,
    reason,
    exchange,
    routingKeys,
    letter,
    channel,
  });
  tx.post({ vhost, letter, reason, ...(keptBy === undefined ? {} : { keptBy }) });
}

function writeLetter(
  tx: Transaction,
  queue: Queue,
  message: Message,
  reason: DeathReason,
  exchange: ExchangeName,
): Message {
  const { profile } = tx.broker;
  const key = queue.settings.deadLetterRoutingKey;
  const { expiration, ...properties } = message.properties;
  const headers = properties.headers ?? {};
  const deaths = addDeath(
    message.deaths,
    {
      queue: queue.name,
      reason,
      count: 1,
      exchange: message.exchange,
      routingKeys: keysTold(message, profile),
      time: tx.at,
      originalExpiration: expiration ?? null,
    },
    profile,
  );
  return {
    ...message,
    exchange,
    routingKey: key ?? message.routingKey,
    routingKeys: key === null ? message.routingKeys : [key],
    properties: { ...properties, headers: withDeaths(headers, message, deaths, key, profile) },
    expirationMs: null,
    deaths,
  };
}

/** A death of the same kind in the same queue counts on; its entry moves to the front. */
function addDeath(
  deaths: readonly Death[],
  death: Death,
  { reversesOlderDeaths }: BrokerProfile,
): readonly Death[] {
  const isSame = ({ queue, reason }: Death): boolean =>
    queue === death.queue && reason === death.reason;
  const before = deaths.find(isSame);
  const others = deaths.filter((other) => !isSame(other));
  const latest = before === undefined ? death : { ...before, count: before.count + 1 };
  return [latest, ...(reversesOlderDeaths ? others.reverse() : others)];
}

function withDeaths(
  given: FieldTable,
  message: Message,
  deaths: readonly Death[],
  key: string | null,
  profile: BrokerProfile,
): FieldTable {
  const headers: Record<string, FieldValue> = { ...given };
  if (key !== null && profile.dropsCcOnDeadLetterRoutingKey) delete headers['CC'];
  headers['x-death'] = deaths.map(describeDeath);
  const [latest] = deaths as readonly [Death, ...Death[]];
  if (
    given['x-death'] === undefined ||
    (!profile.believesPublishedDeaths && message.deaths.length === 0)
  ) {
    headers['x-first-death-reason'] = latest.reason;
    headers['x-first-death-queue'] = latest.queue;
    headers['x-first-death-exchange'] = latest.exchange;
  }
  if (profile.recordsLastDeath) {
    headers['x-last-death-reason'] = latest.reason;
    headers['x-last-death-queue'] = latest.queue;
    headers['x-last-death-exchange'] = message.exchange;
  }
  return headersTold(headers, profile);
}

/** What it was routed by, without the keys of `BCC`. */
function keysTold(
  { routingKeys, properties: { headers } }: Message,
  { tellsAllCopiesOfDeath }: BrokerProfile,
): readonly string[] {
  const copies = carbonCopies(headers?.['CC']);
  const [first, ...others] = routingKeys as readonly [string, ...string[]];
  if (tellsAllCopiesOfDeath) return [first, ...copies];
  return [first, ...others.filter((key) => copies.includes(key))];
}

function describeDeath(death: Death): FieldTable {
  return {
    count: { '!': 'int64', value: death.count },
    reason: death.reason,
    queue: death.queue,
    ...(death.time === null ? {} : { time: { '!': 'timestamp', value: timestampOf(death.time) } }),
    exchange: death.exchange,
    'routing-keys': death.routingKeys,
    ...(death.originalExpiration === null
      ? {}
      : { 'original-expiration': death.originalExpiration }),
  };
}

/**
 * Whether delivering to `target` would bring a message back to a queue it has died in without any
 * client having rejected it on the way round. Such a message would circle for ever with nobody
 * having asked for it, so RabbitMQ drops it. One rejection anywhere in the round makes it somebody's
 * wish, and the message goes on.
 */
export function closesAutomaticCycle(deaths: readonly Death[], target: QueueName): boolean {
  const lastVisit = deaths.findIndex((death) => death.queue === target);
  return (
    lastVisit !== -1 && deaths.slice(0, lastVisit + 1).every((death) => death.reason !== 'rejected')
  );
}

/** The deaths that a publisher claims in an `x-death` header; none where it makes no sense. */
export function publishedDeaths(headers: FieldTable | undefined): readonly Death[] {
  const claimed = headers?.['x-death'];
  if (!Array.isArray(claimed)) return [];
  return claimed.flatMap(readDeath);
}

function readDeath(entry: FieldValue): readonly Death[] {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return [];
  const { queue, reason, count, exchange, 'routing-keys': keys } = entry as FieldTable;
  if (typeof queue !== 'string' || typeof reason !== 'string') return [];
  const times =
    typeof count === 'object' && count !== null && 'value' in count ? count['value'] : count;
  return [
    {
      queue: queue as QueueName,
      reason: reason as DeathReason,
      count: typeof times === 'number' ? times : 1,
      exchange: (typeof exchange === 'string' ? exchange : '') as ExchangeName,
      routingKeys: carbonCopies(keys),
      time: null,
      originalExpiration: null,
    },
  ];
}
