/**
 * The graph as React Flow takes it: nodes with their place and nothing of the run, lines with what
 * they stand for. Both change when somebody edits, moves or selects, and an element that has not
 * changed is the same object as before.
 */
import type { Edge, Node } from '@xyflow/react';
import { Position } from '@xyflow/react';
import type { WireData } from './edges/WireEdge.tsx';
import type { NodeBox } from './edges/node-box.ts';
import type { GraphEdge } from './graph/graph-edge.ts';
import { edgeWords } from './graph/graph-edge.ts';
import type { Graph } from './graph/graph.ts';
import { titleOf } from './graph/thing.ts';
import { inReadingOrder } from './keys/walk.ts';
import type { NodeData } from './nodes/QueueNode.tsx';

export type FlowNode = Node<NodeData>;
export type FlowEdge = Edge<WireData>;

const portSize = 10;

/** `last` are the nodes handed out before. They come in the order in which Tab goes through them. */
export function flowNodesOf(
  boxes: ReadonlyMap<string, NodeBox>,
  selection: ReadonlySet<string>,
  last: readonly FlowNode[],
): FlowNode[] {
  const known = new Map(last.map((node) => [node.id, node]));
  const nodes = [...boxes].map(([key, box]) => {
    const node = known.get(key);
    const isSelected = selection.has(key);
    return node !== undefined && isSame(node, box, isSelected)
      ? node
      : flowNode(key, box, isSelected);
  });
  const ordered = inReadingOrder(nodes, ({ position }) => position);
  return isSameList(last, ordered) ? (last as FlowNode[]) : [...ordered];
}

function flowNode(
  key: string,
  { x, y, width, height, kind }: NodeBox,
  selected: boolean,
): FlowNode {
  const port = { y: (height - portSize) / 2, width: portSize, height: portSize };
  return {
    id: key,
    type: kind,
    position: { x, y },
    data: { nodeKey: key },
    selected,
    // Sizes are known beforehand: React Flow need not measure, and draws everything at once.
    measured: { width, height },
    handles: [
      { type: 'target', position: Position.Left, x: -portSize / 2, ...port },
      { type: 'source', position: Position.Right, x: width - portSize / 2, ...port },
    ],
    // What is focused and named is the node's own frame; its name follows the run.
    domAttributes: { 'aria-roledescription': undefined },
  };
}

const isSame = (node: FlowNode, box: NodeBox, isSelected: boolean): boolean =>
  node.position.x === box.x &&
  node.position.y === box.y &&
  node.measured?.width === box.width &&
  node.measured.height === box.height &&
  node.type === box.kind &&
  node.selected === isSelected;

export function flowEdgesOf(
  graph: Graph,
  selection: ReadonlySet<string>,
  last: readonly FlowEdge[],
): FlowEdge[] {
  const known = new Map(last.map((edge) => [edge.id, edge]));
  const edges = graph.edges.map((edge): FlowEdge => {
    const selected = isEdgeSelected(edge, selection);
    const before = known.get(edge.id);
    return before !== undefined && before.data?.edge === edge && before.selected === selected
      ? before
      : {
          id: edge.id,
          type: 'wire',
          source: edge.from,
          target: edge.to,
          data: { edge },
          selected,
          ariaLabel: wordsOf(edge, graph),
        };
  });
  return isSameList(last, edges) ? (last as FlowEdge[]) : edges;
}

export const isEdgeSelected = (edge: GraphEdge, selection: ReadonlySet<string>): boolean =>
  selection.has(edge.id) || edge.chips.some(({ key }) => key !== '' && selection.has(key));

/** `orders is bound to billing: order.*`. */
export function wordsOf(edge: GraphEdge, graph: Graph): string {
  const name = (key: string): string => {
    const thing = graph.nodes.get(key)?.thing;
    return thing === undefined ? key : titleOf(thing);
  };
  const chips = edge.chips
    .filter(({ key, text }) => key !== '' && text !== '')
    .map(({ text }) => text)
    .join(', ');
  const direction =
    edge.kind === 'binding'
      ? `${name(edge.to)} ${edgeWords.binding} ${name(edge.from)}`
      : `${name(edge.from)} ${edgeWords[edge.kind]} ${name(edge.to)}`;
  return chips === '' ? direction : `${direction}: ${chips}`;
}

const isSameList = (last: readonly unknown[], next: readonly unknown[]): boolean =>
  last.length === next.length && last.every((item, index) => item === next[index]);
