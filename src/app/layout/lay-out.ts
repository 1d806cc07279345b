/**
 * Places for everything in a document, from left to right along the ways of messages: those who
 * publish, exchanges, queues, those who consume. Loaded when it is first asked for.
 */
import dagre from '@dagrejs/dagre';
import { clientKindOf, nodeKeyOf } from '#scenario';
import type { ClientSpec, Scenario } from '#scenario';
import { nodeKeysOf } from '../actions/keys-of.ts';
import { linksOf } from './links-of.ts';

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
  const parts = client.publishers.length + client.consumers.length;
  const rows = client.program === undefined ? Math.max(1, Math.min(5, parts)) : 3;
  return 48 + rows * appRowHeight;
}
