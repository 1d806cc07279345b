/**
 * Copies of the parts of a broker that a transaction may write to.
 *
 * They name every field, because a spread costs an engine of JavaScript ten times as much, and these
 * copies are made for every message. A field that is missing here does not compile.
 */
import type { Broker, Channel, Consumer, Queue, Vhost } from './broker.ts';

export type Draft<State> = { -readonly [Key in keyof State]: State[Key] };

export const draftOfBroker = (broker: Broker): Draft<Broker> => ({
  profile: broker.profile,
  plugins: broker.plugins,
  at: broker.at,
  vhosts: broker.vhosts,
  users: broker.users,
  connections: broker.connections,
  channels: broker.channels,
  replyAddresses: broker.replyAddresses,
  deadlines: broker.deadlines,
  lastDeadline: broker.lastDeadline,
  lastMessageId: broker.lastMessageId,
  lastQueueId: broker.lastQueueId,
  lastConsumerId: broker.lastConsumerId,
  generatedNameCount: broker.generatedNameCount,
  alarms: broker.alarms,
  tracedVhosts: broker.tracedVhosts,
  lastCopyId: broker.lastCopyId,
});

export const draftOfVhost = (vhost: Vhost): Draft<Vhost> => ({
  name: vhost.name,
  exchanges: vhost.exchanges,
  queues: vhost.queues,
  bindingsTo: vhost.bindingsTo,
  policies: vhost.policies,
  operatorPolicies: vhost.operatorPolicies,
  limits: vhost.limits,
});

export const draftOfQueue = (queue: Queue): Draft<Queue> => ({
  id: queue.id,
  name: queue.name,
  vhost: queue.vhost,
  type: queue.type,
  durable: queue.durable,
  autoDelete: queue.autoDelete,
  exclusiveTo: queue.exclusiveTo,
  arguments: queue.arguments,
  policy: queue.policy,
  operatorPolicy: queue.operatorPolicy,
  settings: queue.settings,
  ready: queue.ready,
  readyCount: queue.readyCount,
  readyBytes: queue.readyBytes,
  unackedCount: queue.unackedCount,
  unacked: queue.unacked,
  lastPosition: queue.lastPosition,
  consumers: queue.consumers,
  turns: queue.turns,
  blocked: queue.blocked,
  activeConsumer: queue.activeConsumer,
  hadConsumer: queue.hadConsumer,
  expiresAt: queue.expiresAt,
  looksAt: queue.looksAt,
  quorum: queue.quorum,
  stream: queue.stream,
});

export const draftOfChannel = (channel: Channel): Draft<Channel> => ({
  id: channel.id,
  number: channel.number,
  connection: channel.connection,
  vhost: channel.vhost,
  lastDeliveryTag: channel.lastDeliveryTag,
  unacked: channel.unacked,
  consumers: channel.consumers,
  prefetchCount: channel.prefetchCount,
  globalPrefetchCount: channel.globalPrefetchCount,
  globalUnackedCount: channel.globalUnackedCount,
  publishCount: channel.publishCount,
  transaction: channel.transaction,
  lastQueue: channel.lastQueue,
  replyConsumer: channel.replyConsumer,
  permits: channel.permits,
  topicPermits: channel.topicPermits,
  usedAt: channel.usedAt,
  openedAt: channel.openedAt,
  checksAt: channel.checksAt,
});

export const draftOfConsumer = (consumer: Consumer): Draft<Consumer> => ({
  id: consumer.id,
  tag: consumer.tag,
  connection: consumer.connection,
  channel: consumer.channel,
  queue: consumer.queue,
  noAck: consumer.noAck,
  exclusive: consumer.exclusive,
  priority: consumer.priority,
  prefetchCount: consumer.prefetchCount,
  unackedCount: consumer.unackedCount,
  isBlocked: consumer.isBlocked,
  arguments: consumer.arguments,
});
