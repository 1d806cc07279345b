/** `/api/bindings`, and the bindings that lead from an exchange or to a queue. */
import { bindingsOf, defaultExchange } from '#engine';
import type { Binding, ExchangeName, QueueName, VhostName } from '#engine';
import { usersOfVhost, vhostsToList } from '../access.ts';
import { readFields } from '../body.ts';
import type { BrokerNode } from '../broker-node.ts';
import { askedVhost, exchangePart, part, vhostOf } from '../call.ts';
import type { Call } from '../call.ts';
import { directRequest } from '../direct-request.ts';
import { readTable } from '../field-json.ts';
import type { Method } from '../hidden-channel.ts';
import type { Fields } from '../json.ts';
import { list, only } from '../listing.ts';
import { badRequest, noSuchObject } from '../reply.ts';
import type { Reply } from '../reply.ts';
import type { Resource } from '../route.ts';
import { bindingJson, propertiesKeyOf } from './binding-json.ts';
import { queuesIn } from './queues.ts';

const order = ['vhost', 'source', 'type', 'destination', 'routing_key', 'properties_key'];

/** Those of the default exchange too: every queue has one, by its name. */
const allBindings = (node: BrokerNode, vhost: VhostName): readonly Binding[] => [
  ...queuesIn(node, vhost).map(
    ({ name }): Binding => ({
      source: defaultExchange,
      destination: { kind: 'queue', name },
      routingKey: name,
      arguments: {},
    }),
  ),
  ...bindingsOf(node.running.broker, vhost),
];

const matching = (call: Call, isWanted: (binding: Binding) => boolean): readonly Fields[] =>
  vhostsToList(call).flatMap((vhost) =>
    allBindings(call.node, vhost)
      .filter(isWanted)
      .map((binding) => bindingJson(vhost, binding)),
  );

const lists = (path: string, isWanted: (call: Call, binding: Binding) => boolean): Resource => ({
  path,
  access: usersOfVhost,
  exists: (call) => askedVhost(call) !== undefined,
  get: (call) =>
    list(
      call,
      matching(call, (binding) => isWanted(call, binding)),
      order,
    ),
});

const kinds: Readonly<Record<string, Binding['destination']['kind']>> = {
  e: 'exchange',
  q: 'queue',
};

function destinationKind(call: Call): Binding['destination']['kind'] {
  const kind = kinds[part(call, 'dtype')];
  if (kind === undefined) throw noSuchObject();
  return kind;
}

const destinationName = (call: Call): string =>
  destinationKind(call) === 'exchange'
    ? exchangePart(call, 'destination')
    : part(call, 'destination');

const isBetween = (call: Call, { source, destination }: Binding): boolean =>
  source === exchangePart(call, 'source') &&
  destination.kind === destinationKind(call) &&
  destination.name === destinationName(call);

/** Binds, or takes a binding away. */
function bindingMethod(
  call: Call,
  verb: 'bind' | 'unbind',
  { routingKey, arguments: args }: Pick<Binding, 'routingKey' | 'arguments'>,
): Method {
  const source = exchangePart(call, 'source') as ExchangeName;
  const parts = { routingKey, arguments: args };
  return destinationKind(call) === 'queue'
    ? {
        type: `queue.${verb}`,
        queue: destinationName(call) as QueueName,
        exchange: source,
        ...parts,
      }
    : {
        type: `exchange.${verb}`,
        destination: destinationName(call) as ExchangeName,
        source,
        ...parts,
      };
}

function bind(call: Call): Reply {
  vhostOf(call);
  const { routing_key: routingKey = '', arguments: args } = readFields(call);
  if (typeof routingKey !== 'string') throw badRequest(['not_string', 'routing_key']);
  const table = readTable(args);
  directRequest(call, bindingMethod(call, 'bind', { routingKey, arguments: table }));
  const key = propertiesKeyOf({
    source: defaultExchange,
    destination: { kind: 'queue', name: '' },
    routingKey,
    arguments: table,
  });
  const location = `${encodeURIComponent(part(call, 'destination'))}/${encodeURIComponent(key)}`;
  return { status: 201, headers: { location } };
}

const between: Resource = {
  ...lists('bindings/:vhost/e/:source/:dtype/:destination', isBetween),
  post: bind,
};

function askedBinding(call: Call): Binding | undefined {
  const vhost = askedVhost(call);
  if (vhost === undefined || vhost === null) return undefined;
  return allBindings(call.node, vhost).find(
    (binding) => isBetween(call, binding) && isNamed(binding, part(call, 'props')),
  );
}

/** Clients write the routing key as it is, or quoted once more. */
function isNamed(binding: Binding, key: string): boolean {
  const own = propertiesKeyOf(binding);
  return own === key || unquoted(own) === key || own === key.replaceAll('~', '%7E');
}

function unquoted(key: string): string {
  const [routingKey = '', ...rest] = key.split('~');
  return [decodeURIComponent(routingKey.replaceAll('+', ' ')), ...rest].join('~');
}

const one: Resource = {
  path: 'bindings/:vhost/e/:source/:dtype/:destination/:props',
  access: usersOfVhost,
  exists: (call) => askedBinding(call) !== undefined,
  get: (call) => {
    const binding = askedBinding(call);
    if (binding === undefined) throw noSuchObject();
    return only(call, bindingJson(vhostOf(call), binding));
  },
  delete: (call) => {
    const binding = askedBinding(call);
    if (binding === undefined) throw noSuchObject();
    directRequest(call, bindingMethod(call, 'unbind', binding));
  },
};

export const bindingResources: readonly Resource[] = [
  lists('bindings', () => true),
  lists('bindings/:vhost', () => true),
  between,
  one,
  lists(
    'exchanges/:vhost/:exchange/bindings/source',
    (call, { source }) => source === exchangePart(call, 'exchange'),
  ),
  lists(
    'exchanges/:vhost/:exchange/bindings/destination',
    (call, { destination: { kind, name } }) =>
      kind === 'exchange' && name === exchangePart(call, 'exchange'),
  ),
  lists(
    'queues/:vhost/:destination/bindings',
    (call, { destination: { kind, name } }) =>
      kind === 'queue' && name === part(call, 'destination'),
  ),
];
