/** What a client's methods ask of the broker: a row for each method that is the broker's to carry out. */
import type {
  ChannelId,
  ChannelMethod,
  ConsumerTag,
  DeliveryTag,
  ExchangeName,
  FieldTable,
  FrameBody,
  QueueName,
} from '#engine';
import type { Method } from './codec/method.ts';

/** All fields of all these methods; each has its own of them. */
interface Fields {
  readonly active: boolean;
  readonly arguments: FieldTable;
  readonly autoDelete: boolean;
  readonly consumerTag: ConsumerTag;
  readonly deliveryTag: DeliveryTag;
  readonly destination: ExchangeName;
  readonly durable: boolean;
  readonly exchange: ExchangeName;
  readonly exclusive: boolean;
  readonly global: boolean;
  readonly ifEmpty: boolean;
  readonly ifUnused: boolean;
  readonly internal: boolean;
  readonly multiple: boolean;
  readonly noAck: boolean;
  readonly noLocal: boolean;
  readonly passive: boolean;
  readonly prefetchCount: number;
  readonly prefetchSize: number;
  readonly queue: QueueName;
  readonly requeue: boolean;
  readonly routingKey: string;
  readonly source: ExchangeName;
  readonly type: string;
}

interface Row {
  readonly command: (channel: ChannelId, fields: Fields) => ChannelMethod;
  /** What the broker answers; given where a client may do without the answer. */
  readonly answer?: FrameBody['type'];
}

const rows: Readonly<Record<string, Row>> = {
  'channel.flow': {
    command: (channel, f) => ({ type: 'channel.flow', channel, active: f.active }),
  },
  'exchange.declare': {
    command: (channel, f) => ({
      type: 'exchange.declare',
      channel,
      exchange: f.exchange,
      exchangeType: f.type,
      passive: f.passive,
      durable: f.durable,
      autoDelete: f.autoDelete,
      internal: f.internal,
      arguments: f.arguments,
    }),
    answer: 'exchange.declare-ok',
  },
  'exchange.delete': {
    command: (channel, f) => ({
      type: 'exchange.delete',
      channel,
      exchange: f.exchange,
      ifUnused: f.ifUnused,
    }),
    answer: 'exchange.delete-ok',
  },
  'exchange.bind': {
    command: (channel, f) => ({
      type: 'exchange.bind',
      channel,
      destination: f.destination,
      source: f.source,
      routingKey: f.routingKey,
      arguments: f.arguments,
    }),
    answer: 'exchange.bind-ok',
  },
  'exchange.unbind': {
    command: (channel, f) => ({
      type: 'exchange.unbind',
      channel,
      destination: f.destination,
      source: f.source,
      routingKey: f.routingKey,
      arguments: f.arguments,
    }),
    answer: 'exchange.unbind-ok',
  },
  'queue.declare': {
    command: (channel, f) => ({
      type: 'queue.declare',
      channel,
      queue: f.queue,
      passive: f.passive,
      durable: f.durable,
      exclusive: f.exclusive,
      autoDelete: f.autoDelete,
      arguments: f.arguments,
    }),
    answer: 'queue.declare-ok',
  },
  'queue.bind': {
    command: (channel, f) => ({
      type: 'queue.bind',
      channel,
      queue: f.queue,
      exchange: f.exchange,
      routingKey: f.routingKey,
      arguments: f.arguments,
    }),
    answer: 'queue.bind-ok',
  },
  'queue.unbind': {
    command: (channel, f) => ({
      type: 'queue.unbind',
      channel,
      queue: f.queue,
      exchange: f.exchange,
      routingKey: f.routingKey,
      arguments: f.arguments,
    }),
  },
  'queue.purge': {
    command: (channel, f) => ({ type: 'queue.purge', channel, queue: f.queue }),
    answer: 'queue.purge-ok',
  },
  'queue.delete': {
    command: (channel, f) => ({
      type: 'queue.delete',
      channel,
      queue: f.queue,
      ifUnused: f.ifUnused,
      ifEmpty: f.ifEmpty,
    }),
    answer: 'queue.delete-ok',
  },
  'basic.qos': {
    command: (channel, f) => ({
      type: 'basic.qos',
      channel,
      prefetchSize: f.prefetchSize,
      prefetchCount: f.prefetchCount,
      global: f.global,
    }),
  },
  'basic.consume': {
    command: (channel, f) => ({
      type: 'basic.consume',
      channel,
      queue: f.queue,
      consumerTag: f.consumerTag,
      noLocal: f.noLocal,
      noAck: f.noAck,
      exclusive: f.exclusive,
      arguments: f.arguments,
    }),
    answer: 'basic.consume-ok',
  },
  'basic.cancel': {
    command: (channel, f) => ({ type: 'basic.cancel', channel, consumerTag: f.consumerTag }),
    answer: 'basic.cancel-ok',
  },
  'basic.get': {
    command: (channel, f) => ({ type: 'basic.get', channel, queue: f.queue, noAck: f.noAck }),
  },
  'basic.ack': {
    command: (channel, f) => ({
      type: 'basic.ack',
      channel,
      deliveryTag: f.deliveryTag,
      multiple: f.multiple,
    }),
  },
  'basic.nack': {
    command: (channel, f) => ({
      type: 'basic.nack',
      channel,
      deliveryTag: f.deliveryTag,
      multiple: f.multiple,
      requeue: f.requeue,
    }),
  },
  'basic.reject': {
    command: (channel, f) => ({
      type: 'basic.reject',
      channel,
      deliveryTag: f.deliveryTag,
      requeue: f.requeue,
    }),
  },
  'basic.recover': {
    command: (channel, f) => ({ type: 'basic.recover', channel, requeue: f.requeue }),
    answer: 'basic.recover-ok',
  },
  // It differs in that it is not answered.
  'basic.recover-async': {
    command: (channel, f) => ({ type: 'basic.recover', channel, requeue: f.requeue }),
    answer: 'basic.recover-ok',
  },
  'confirm.select': {
    command: (channel) => ({ type: 'confirm.select', channel }),
    answer: 'confirm.select-ok',
  },
  'tx.select': {
    command: (channel) => ({ type: 'tx.select', channel }),
  },
  'tx.commit': {
    command: (channel) => ({ type: 'tx.commit', channel }),
  },
  'tx.rollback': {
    command: (channel) => ({ type: 'tx.rollback', channel }),
  },
};

export interface Asked {
  readonly command: ChannelMethod;
  readonly answer: FrameBody['type'] | null;
  /** The client does without the answer. */
  readonly isSilent: boolean;
}

const rowsByName = new Map(Object.entries(rows));

/** Null for a method that no client sends, or that is not the broker's to carry out. */
export function commandOf({ name, fields }: Method, channel: ChannelId): Asked | null {
  const row = rowsByName.get(name);
  if (row === undefined) return null;
  return {
    command: row.command(channel, fields as unknown as Fields),
    answer: row.answer ?? null,
    isSilent: fields['nowait'] === true || name === 'basic.recover-async',
  };
}
