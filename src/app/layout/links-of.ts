/** The ways of messages through a document, as lines between its nodes. */
import { clientKindOf, nodeKeyOf } from '#scenario';
import type { ClientSpec, Scenario } from '#scenario';
import { governed } from '../questions/governed.ts';

export interface Link {
  readonly from: string;
  readonly to: string;
  readonly kind: 'usual' | 'dead-letter' | 'alternate';
  /** How short it wants to be. */
  readonly weight: number;
}

/** From where to where messages go by what the document says; ends may be missing in it. */
export function linksOf(scenario: Scenario): readonly Link[] {
  const { queues, exchanges } = governed(scenario);
  return [
    ...scenario.clients.flatMap(linksOfClient),
    ...scenario.bindings.map(({ source, destination, destination_type: kind, vhost }) => ({
      from: nodeKeyOf('exchange', source, vhost),
      to: nodeKeyOf(kind, destination, vhost),
      kind: 'usual' as const,
      weight: 3,
    })),
    ...queues.flatMap(({ name, vhost, arguments: table }) =>
      linkOfDeadLetters(nodeKeyOf('queue', name, vhost), table, vhost),
    ),
    ...exchanges.flatMap(({ name, vhost, arguments: table }) =>
      linkToExchange(
        'alternate',
        nodeKeyOf('exchange', name, vhost),
        table['alternate-exchange'],
        vhost,
      ),
    ),
  ];
}

/** Through the default exchange they go to the queue that their routing key names. */
function linkOfDeadLetters(
  from: string,
  table: Scenario['queues'][number]['arguments'],
  vhost: string,
): readonly Link[] {
  const exchange = table['x-dead-letter-exchange'];
  const key = table['x-dead-letter-routing-key'];
  if (exchange !== '' || typeof key !== 'string' || key === '')
    return linkToExchange('dead-letter', from, exchange, vhost);
  return [{ from, to: nodeKeyOf('queue', key, vhost), kind: 'dead-letter', weight: 1 }];
}

const linkToExchange = (
  kind: Link['kind'],
  from: string,
  exchange: unknown,
  vhost: string,
): readonly Link[] =>
  typeof exchange === 'string' && exchange !== ''
    ? [{ from, to: nodeKeyOf('exchange', exchange, vhost), kind, weight: 1 }]
    : [];

function linksOfClient(client: ClientSpec): readonly Link[] {
  const { name, vhost, publishers, consumers } = client;
  const key = nodeKeyOf('client', name);
  const isApp = clientKindOf(client) === 'app';
  return [
    ...publishers.flatMap(({ exchange, routing_key: routingKey }) =>
      targetsOf(exchange, routingKey, vhost).map((to) => usual(key, to, 2)),
    ),
    // What an app consumes is laid out the usual way round only where it does not go in a circle.
    ...consumers.map(({ queue }) => usual(nodeKeyOf('queue', queue, vhost), key, isApp ? 1 : 3)),
    ...consumers.flatMap(({ publishes }) =>
      publishes
        .filter(({ to }) => to === 'exchange')
        .flatMap(({ exchange, routing_key: routingKey }) =>
          targetsOf(exchange, routingKey, vhost).map((to) => usual(key, to, 1)),
        ),
    ),
  ];
}

const usual = (from: string, to: string, weight: number): Link => ({
  from,
  to,
  kind: 'usual',
  weight,
});

type RoutingKey = ClientSpec['publishers'][number]['routing_key'];

/** The exchange, or through the default exchange the queues that the keys name. */
function targetsOf(exchange: string, routingKey: RoutingKey, vhost: string): readonly string[] {
  if (exchange !== '') return [nodeKeyOf('exchange', exchange, vhost)];
  const keys = typeof routingKey === 'string' ? [routingKey] : routingKey.map(({ key }) => key);
  return keys.map((queue) => nodeKeyOf('queue', queue, vhost));
}
