/**
 * Places for everything in a document, from left to right along the ways of messages: those who
 * publish, exchanges, queues, those who consume. Loaded when it is first asked for.
 */
import dagre from '@dagrejs/dagre';
import { clientKindOf, nodeKeyOf } from '#scenario';
import type { ClientSpec, Scenario } from '#scenario';
import { nodeKeysOf } from '../actions/keys-of.ts';

/** As large as the canvas draws them, or a little larger. */
const nodeWidth = 244;
const nodeHeight = 88;
const appRowHeight = 30;

type Positions = Record<string, readonly [number, number]>;

export function layOutScenario(scenario: Scenario): Positions {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 48, ranksep: 110, ranker: 'network-simplex' });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const key of nodeKeysOf(scenario))
    graph.setNode(key, { width: nodeWidth, height: nodeHeight });
  for (const client of scenario.clients) {
    const height = heightOf(client);
    graph.setNode(nodeKeyOf('client', client.name), { width: nodeWidth, height });
  }
  for (const { from, to, weight } of linksOf(scenario)) {
    if (graph.hasNode(from) && graph.hasNode(to)) graph.setEdge(from, to, { weight, minlen: 1 });
  }
  dagre.layout(graph);
  const entries = graph.nodes().map((key: string): [string, readonly [number, number]] => {
    const { x, y, width, height } = graph.node(key) as Box;
    return [key, [Math.round(x - width / 2), Math.round(y - height / 2)]];
  });
  return Object.fromEntries(entries);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function heightOf(client: ClientSpec): number {
  if (clientKindOf(client) !== 'app') return nodeHeight;
  const rows = Math.max(1, Math.min(5, client.publishers.length + client.consumers.length));
  return 48 + rows * appRowHeight;
}

interface Link {
  readonly from: string;
  readonly to: string;
  /** How short it wants to be. */
  readonly weight: number;
}

function linksOf(scenario: Scenario): readonly Link[] {
  return [
    ...scenario.clients.flatMap(linksOfClient),
    ...scenario.bindings.map(({ source, destination, destination_type: kind, vhost }) => ({
      from: nodeKeyOf('exchange', source, vhost),
      to: nodeKeyOf(kind, destination, vhost),
      weight: 3,
    })),
    ...scenario.queues.flatMap(({ name, vhost, arguments: table }) =>
      linkToExchange(nodeKeyOf('queue', name, vhost), table['x-dead-letter-exchange'], vhost),
    ),
    ...scenario.exchanges.flatMap(({ name, vhost, arguments: table }) =>
      linkToExchange(nodeKeyOf('exchange', name, vhost), table['alternate-exchange'], vhost),
    ),
  ];
}

const linkToExchange = (from: string, exchange: unknown, vhost: string): readonly Link[] =>
  typeof exchange === 'string' && exchange !== ''
    ? [{ from, to: nodeKeyOf('exchange', exchange, vhost), weight: 1 }]
    : [];

function linksOfClient(client: ClientSpec): readonly Link[] {
  const { name, vhost, publishers, consumers } = client;
  const key = nodeKeyOf('client', name);
  const isApp = clientKindOf(client) === 'app';
  return [
    ...publishers.flatMap(({ exchange, routing_key: routingKey }) =>
      targetsOf(exchange, routingKey, vhost).map((to) => ({ from: key, to, weight: 2 })),
    ),
    // What an app consumes is laid out the usual way round only where it does not go in a circle.
    ...consumers.map(({ queue }) => ({
      from: nodeKeyOf('queue', queue, vhost),
      to: key,
      weight: isApp ? 1 : 3,
    })),
    ...consumers.flatMap(({ publishes }) =>
      publishes
        .filter(({ to }) => to === 'exchange')
        .flatMap(({ exchange, routing_key: routingKey }) =>
          targetsOf(exchange, routingKey, vhost).map((to) => ({ from: key, to, weight: 1 })),
        ),
    ),
  ];
}

type RoutingKey = ClientSpec['publishers'][number]['routing_key'];

/** The exchange, or through the default exchange the queues that the keys name. */
function targetsOf(exchange: string, routingKey: RoutingKey, vhost: string): readonly string[] {
  if (exchange !== '') return [nodeKeyOf('exchange', exchange, vhost)];
  const keys = typeof routingKey === 'string' ? [routingKey] : routingKey.map(({ key }) => key);
  return keys.map((queue) => nodeKeyOf('queue', queue, vhost));
}
