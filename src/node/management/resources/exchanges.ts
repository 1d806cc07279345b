/** `/api/exchanges`: what exchanges there are, declaring and deleting them. */
import { exchangeOf } from '#engine';
import type { Exchange, ExchangeName, VhostName } from '#engine';
import { usersOfVhost, vhostsToList } from '../access.ts';
import type { BrokerNode } from '../broker-node.ts';
import { readFields, readFlag } from '../body.ts';
import { askedVhost, exchangePart, isAsked, part, vhostOf } from '../call.ts';
import type { Call } from '../call.ts';
import { directRequest } from '../direct-request.ts';
import { readTable, tableJson } from '../field-json.ts';
import type { Fields } from '../json.ts';
import { only, pagedList } from '../listing.ts';
import { noSuchObject } from '../reply.ts';
import type { Resource } from '../route.ts';
import { passages } from '../tally.ts';

/** RabbitMQ says who made its own exchanges; of others it does not know. */
function exchangeJson(node: BrokerNode, vhost: VhostName, exchange: Exchange): Fields {
  const { name, type, durable, autoDelete, internal, policy } = exchange;
  const tally = node.statistics.ofExchange(vhost, name);
  const isOwn = name === '' || name.startsWith('amq.');
  return {
    arguments: tableJson(exchange.arguments),
    auto_delete: autoDelete,
    durable,
    internal,
    ...(tally.isEmpty ? {} : { message_stats: tally.json(node.running.broker.at, [passages]) }),
    name,
    ...(policy === null ? {} : { policy }),
    type,
    ...(isOwn ? { user_who_performed_action: 'rmq-internal' } : {}),
    vhost,
  };
}

export const allExchanges = (node: BrokerNode, vhost: VhostName): readonly Fields[] =>
  [...(node.running.broker.vhosts.get(vhost)?.exchanges.values() ?? [])].map((exchange) =>
    exchangeJson(node, vhost, exchange),
  );

const lists: Omit<Resource, 'path'> = {
  access: usersOfVhost,
  exists: (call) => askedVhost(call) !== undefined,
  get: (call) =>
    pagedList(
      call,
      vhostsToList(call).flatMap((vhost) => allExchanges(call.node, vhost)),
    ),
};

/** Undefined where there is none. */
function askedExchange(call: Call): Exchange | undefined {
  const vhost = askedVhost(call);
  if (vhost === undefined || vhost === null) return undefined;
  const name = exchangePart(call, 'exchange') as ExchangeName;
  return exchangeOf(call.node.running.broker, vhost, name);
}

const one: Resource = {
  path: 'exchanges/:vhost/:exchange',
  access: usersOfVhost,
  exists: (call) => askedExchange(call) !== undefined,
  get: (call) => {
    const exchange = askedExchange(call);
    if (exchange === undefined) throw noSuchObject();
    const json = exchangeJson(call.node, vhostOf(call), exchange);
    return only(call, { ...json, incoming: [], outgoing: [] });
  },
  put: (call) => {
    vhostOf(call);
    const fields = readFields(call);
    const type = fields['type'] ?? 'direct';
    directRequest(call, {
      type: 'exchange.declare',
      exchange: exchangePart(call, 'exchange') as ExchangeName,
      exchangeType: typeof type === 'string' ? type : String(type),
      durable: readFlag(fields, 'durable') ?? false,
      autoDelete: readFlag(fields, 'auto_delete') ?? false,
      internal: readFlag(fields, 'internal') ?? false,
      arguments: readTable(fields['arguments']),
    });
  },
  delete: (call) =>
    directRequest(call, {
      type: 'exchange.delete',
      exchange: part(call, 'exchange') as ExchangeName,
      ifUnused: isAsked(call, 'if-unused'),
    }),
};

export const exchangeResources: readonly Resource[] = [
  { path: 'exchanges', ...lists },
  { path: 'exchanges/:vhost', ...lists },
  one,
];
