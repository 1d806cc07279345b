/**
 * What a scenario says, as what the operator asks of the broker: where the two vocabularies meet.
 * Arguments pass through as they are, those that are written with their types too.
 */
import type { ChannelMethod, ExchangeName, QueueName, VhostName } from '#engine';
import type { BindingSpec, ExchangeSpec, QueueSpec, ScenarioBody } from '#scenario';
import { operatorChannel } from './operator-names.ts';
import type { OperatorsWish } from './operator.ts';

/** Exchanges, then queues, then the bindings between them. */
export function wishesThatBuild({ exchanges, queues, bindings }: ScenarioBody): OperatorsWish[] {
  return [
    ...exchanges.map(declareExchange),
    ...queues.map(declareQueue),
    ...bindings.map((binding) => bind(binding)),
  ];
}

export const vhostsOf = ({ vhosts }: ScenarioBody): VhostName[] =>
  vhosts.map(({ name }) => name as VhostName);

export function declareExchange(spec: ExchangeSpec): OperatorsWish {
  return wish(spec, {
    type: 'exchange.declare',
    exchange: spec.name as ExchangeName,
    exchangeType: spec.type,
    durable: spec.durable,
    autoDelete: spec.auto_delete,
    internal: spec.internal,
    arguments: spec.arguments,
  });
}

export const deleteExchange = (spec: ExchangeSpec): OperatorsWish =>
  wish(spec, { type: 'exchange.delete', exchange: spec.name as ExchangeName });

export function declareQueue(spec: QueueSpec): OperatorsWish {
  return wish(spec, {
    type: 'queue.declare',
    queue: spec.name as QueueName,
    durable: spec.durable,
    autoDelete: spec.auto_delete,
    arguments: spec.arguments,
  });
}

export const deleteQueue = (spec: QueueSpec): OperatorsWish =>
  wish(spec, { type: 'queue.delete', queue: spec.name as QueueName });

export const purgeQueue = (vhost: string, queue: string): OperatorsWish =>
  wish({ vhost }, { type: 'queue.purge', queue: queue as QueueName });

export const bind = (spec: BindingSpec): OperatorsWish => bindOrUnbind(spec, 'bind');

export const unbind = (spec: BindingSpec): OperatorsWish => bindOrUnbind(spec, 'unbind');

function bindOrUnbind(spec: BindingSpec, verb: 'bind' | 'unbind'): OperatorsWish {
  const { source, destination, routing_key: routingKey, arguments: table } = spec;
  const asked = { routingKey, arguments: table };
  if (spec.destination_type === 'queue') {
    const queue = destination as QueueName;
    const exchange = source as ExchangeName;
    return wish(spec, { type: `queue.${verb}`, queue, exchange, ...asked });
  }
  return wish(spec, {
    type: `exchange.${verb}`,
    source: source as ExchangeName,
    destination: destination as ExchangeName,
    ...asked,
  });
}

type Asked<Method> = Method extends ChannelMethod ? Omit<Method, 'channel'> : never;

function wish({ vhost }: { readonly vhost: string }, asked: Asked<ChannelMethod>): OperatorsWish {
  const name = vhost as VhostName;
  const method = { ...asked, channel: operatorChannel(name) } as ChannelMethod;
  return { vhost: name, method };
}
