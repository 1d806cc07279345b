/**
 * What a broker says when it refuses a method. Each error is one function, and each text is, to the
 * letter, what RabbitMQ sends: people paste these into search engines.
 *
 * https://www.rabbitmq.com/docs/channels#error-handling
 */
import { isErlangWord } from './exchanges/erlang-words.ts';
import { replyTextMax } from './limits.ts';
import type {
  ConsumerTag,
  DeliveryTag,
  ExchangeName,
  QueueName,
  UserName,
  VhostName,
} from './names.ts';
import type { Permission } from './operator/operators-state.ts';

/** Ends the method that raised it. `apply` turns it into the frame that closes the channel. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
  readonly replyCode: number;
  /** A hard error closes the whole connection. */
  readonly closes: 'channel' | 'connection';
  /** It is no method that is refused but the login before the first one. */
  readonly isAtLogin: boolean;

  constructor(
    replyCode: number,
    replyText: string,
    closes: 'channel' | 'connection' = 'channel',
    isAtLogin = false,
  ) {
    super(cut(replyText));
    this.replyCode = replyCode;
    this.closes = closes;
    this.isAtLogin = isAtLogin;
  }
}

/** A short string holds 255 bytes, which RabbitMQ keeps to with an ellipsis. */
function cut(text: string): string {
  const bytes = utf8Length(text);
  if (bytes <= replyTextMax) return text;
  let kept = text;
  while (utf8Length(kept) > replyTextMax - 3) kept = kept.slice(0, -1);
  return `${kept}...`;
}

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}

const refused = (text: string): ProtocolError => new ProtocolError(403, `ACCESS_REFUSED - ${text}`);
const notFound = (text: string): ProtocolError => new ProtocolError(404, `NOT_FOUND - ${text}`);
export const preconditionFailed = (text: string): ProtocolError =>
  new ProtocolError(406, `PRECONDITION_FAILED - ${text}`);

/** What an error is about, as RabbitMQ writes it. */
export const queueIn = (vhost: VhostName, name: QueueName): string =>
  `queue '${name}' in vhost '${vhost}'`;
export const exchangeIn = (vhost: VhostName, name: ExchangeName): string =>
  `exchange '${name}' in vhost '${vhost}'`;

// 403
export const notOnDefaultExchange = (): ProtocolError =>
  refused('operation not permitted on the default exchange');
export const internalExchange = (vhost: VhostName, name: ExchangeName): ProtocolError =>
  refused(`cannot publish to internal ${exchangeIn(vhost, name)}`);
export const systemExchange = (vhost: VhostName, name: ExchangeName): ProtocolError =>
  refused(`deletion of system ${exchangeIn(vhost, name)} not allowed`);
export const reservedName = (kind: 'queue' | 'exchange', name: string): ProtocolError =>
  refused(`${kind} name '${name}' contains reserved prefix 'amq.*'`);
export const inExclusiveUse = (vhost: VhostName, name: QueueName): ProtocolError =>
  refused(`${queueIn(vhost, name)} in exclusive use`);
/** `permission` is null where the broker does not tell which one is wanting. */
export const noAccess = (
  permission: Permission | null,
  thing: string,
  user: UserName,
): ProtocolError =>
  refused(
    `${permission === null ? '' : `${permission} `}access to ${thing} refused for user '${user}'`,
  );
export const loginRefused = (): ProtocolError =>
  new ProtocolError(
    403,
    'ACCESS_REFUSED - Login was refused using authentication mechanism PLAIN. ' +
      'For details see the broker logfile.',
    'connection',
    true,
  );

// 404
export const noQueue = (vhost: VhostName, name: QueueName): ProtocolError =>
  notFound(`no ${queueIn(vhost, name)}`);
export const noExchange = (vhost: VhostName, name: ExchangeName): ProtocolError =>
  notFound(`no ${exchangeIn(vhost, name)}`);
export const noDeclaredQueue = (): ProtocolError => notFound('no previously declared queue');

// 405
export const lockedQueue = (vhost: VhostName, name: QueueName): ProtocolError =>
  new ProtocolError(
    405,
    `RESOURCE_LOCKED - cannot obtain exclusive access to locked ${queueIn(vhost, name)}. ` +
      'It could be originally declared on another connection or the exclusive property value ' +
      'does not match that of the original declaration.',
  );

export const getNotSupportedWithActiveConsumer = (
  vhost: VhostName,
  name: QueueName,
): ProtocolError =>
  new ProtocolError(
    405,
    `RESOURCE_LOCKED - cannot obtain access to locked ${queueIn(vhost, name)}. basic.get ` +
      'operations are not supported by quorum queues with single active consumer',
  );

// 406
export const unknownDeliveryTag = (tag: DeliveryTag): ProtocolError =>
  preconditionFailed(`unknown delivery tag ${tag}`);
export const inUse = (thing: string): ProtocolError => preconditionFailed(`${thing} in use`);
export const notEmpty = (thing: string): ProtocolError => preconditionFailed(`${thing} not empty`);
export const inequivalent = (argument: string, thing: string, difference: string): ProtocolError =>
  preconditionFailed(`inequivalent arg '${argument}' for ${thing}: ${difference}`);
export const invalidArgument = (argument: string, thing: string, problem: string): ProtocolError =>
  preconditionFailed(`invalid arg '${argument}' for ${thing}: ${problem}`);
export const unsupportedArgument = (argument: string, thing: string, type: string): ProtocolError =>
  preconditionFailed(`invalid arg '${argument}' for ${thing} of queue type ${type}`);
export const invalidArgumentType = (type: string, argument: string, thing: string): ProtocolError =>
  preconditionFailed(`invalid type '${type}' for arg '${argument}' in ${thing}`);
export const invalidProperty = (property: string, thing: string): ProtocolError =>
  preconditionFailed(`invalid property '${property}' for ${thing}`);
export const noServerNamedQueue = (module: string): ProtocolError =>
  preconditionFailed(`Cannot declare a server-named queue for type ${module}`);
export const segmentTooLarge = (): ProtocolError =>
  preconditionFailed('Exceeded max value for x-stream-max-segment-size-bytes');
/** `isPlain`: it is called a stream; otherwise it stands in quotes. */
export const noStreamPrefetch = (
  vhost: VhostName,
  name: QueueName,
  isPlain: boolean,
): ProtocolError =>
  preconditionFailed(
    'consumer prefetch count is not set for ' +
      (isPlain ? `stream ${queueIn(vhost, name)}` : `'${queueIn(vhost, name)}'`),
  );
export const invalidExpiration = (expiration: string, problem: string): ProtocolError =>
  preconditionFailed(`invalid expiration '${expiration}': ${problem}`);
export const invalidMessage = (problem: string): ProtocolError =>
  preconditionFailed(`invalid message: ${problem}`);
export const wrongUserId = (userId: string, user: string): ProtocolError =>
  preconditionFailed(`user_id property set to '${userId}' but authenticated user was '${user}'`);

export const queueLimitReached = (
  vhost: VhostName,
  name: QueueName,
  limit: number,
): ProtocolError =>
  preconditionFailed(
    `cannot declare queue '${name}': queue limit in vhost '${vhost}' (${limit}) is reached`,
  );
export const replyConsumerAcknowledges = (): ProtocolError =>
  preconditionFailed('reply consumer cannot acknowledge');
export const secondReplyConsumer = (): ProtocolError =>
  preconditionFailed('reply consumer already set');
export const noReplyConsumer = (): ProtocolError =>
  preconditionFailed('fast reply consumer does not exist');

export const acknowledgementTimedOut = (channel: number, timeoutMs: number): ProtocolError =>
  preconditionFailed(
    `delivery acknowledgement on channel ${channel} timed out. Timeout value used: ${timeoutMs} ms. ` +
      'This timeout value can be configured, see consumers doc guide to learn more',
  );

export const noSwitch = (from: string, to: string): ProtocolError =>
  preconditionFailed(`cannot switch from ${from} to ${to} mode`);
export const notTransactional = (): ProtocolError =>
  preconditionFailed('channel is not transactional');
export const partialCompletion = (): ProtocolError => preconditionFailed('partial tx completion');

export function unknownExchangeType(type: string, onChannel: boolean): ProtocolError {
  const why = `${isErlangWord(type) ? 'invalid' : 'unknown'} exchange type '${type}'`;
  return onChannel
    ? preconditionFailed(why)
    : new ProtocolError(503, `COMMAND_INVALID - ${why}`, 'connection');
}

// 504, 530, 540
export const channelOpenTwice = (): ProtocolError =>
  new ProtocolError(504, "CHANNEL_ERROR - second 'channel.open' seen", 'connection');
export const noVhost = (vhost: VhostName): ProtocolError =>
  new ProtocolError(530, `NOT_ALLOWED - vhost ${vhost} not found`, 'connection');
/** `why` tells more than that the user has no permissions there. */
export const noVhostAccess = (vhost: VhostName, user: UserName, why = ''): ProtocolError =>
  new ProtocolError(
    530,
    `NOT_ALLOWED - access to vhost '${vhost}' refused for user '${user}'${why}`,
    'connection',
  );
export const reusedConsumerTag = (tag: ConsumerTag): ProtocolError =>
  new ProtocolError(530, `NOT_ALLOWED - attempt to reuse consumer tag '${tag}'`, 'connection');
export const notImplemented = (text: string): ProtocolError =>
  new ProtocolError(540, `NOT_IMPLEMENTED - ${text}`, 'connection');
export const notSupportedByStreams = (
  what: 'basic.get' | 'queue.purge' | 'basic.nack and basic.reject',
  vhost: VhostName,
  name: QueueName,
): ProtocolError =>
  notImplemented(`${what} not supported by stream queues ${queueIn(vhost, name)}`);
/** `isPlain`: it is called a stream; otherwise all stream queues are. */
export const noAckNotSupportedByStreams = (
  vhost: VhostName,
  name: QueueName,
  isPlain: boolean,
): ProtocolError =>
  notImplemented(
    `automatic acknowledgement not supported by stream ${isPlain ? '' : 'queues '}` +
      queueIn(vhost, name),
  );
export const globalPrefetchNotSupported = (vhost: VhostName, name: QueueName): ProtocolError =>
  notImplemented(`${queueIn(vhost, name)} does not support global qos`);
export const deleteConditionNotSupported = (
  vhost: VhostName,
  name: QueueName,
  condition: 'if-unused' | 'if-empty',
): ProtocolError =>
  notImplemented(
    `cannot delete ${queueIn(vhost, name)}. queue.delete operations with ${condition} flag set ` +
      'are not supported by quorum queues',
  );

// 541
/** The channel's process fails, for a reason that no client is told. */
export const internalError = (): ProtocolError =>
  new ProtocolError(541, 'INTERNAL_ERROR', 'connection');
