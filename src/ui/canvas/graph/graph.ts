/**
 * The graph of a scenario: what stands on the canvas, where, and what is joined by what.
 *
 * It is a pure function of the document. A reader remembers the graph it made last, and hands out
 * the same objects again for whatever has not changed, so that an edit renders only what it touched.
 */
import type { Scenario } from '#scenario';
import type { Script } from '#sim';
import { ThingCollection } from './collect-things.ts';
import { collectEdges } from './collect-edges.ts';
import type { GraphEdge } from './graph-edge.ts';
import { placeThings } from './place-things.ts';
import type { PlaceHints, Point } from './place-things.ts';
import type { Thing } from './thing.ts';

export interface GraphNode {
  readonly thing: Thing;
  readonly position: Point;
}

export interface Graph {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: readonly GraphEdge[];
}

export function graphOf(scenario: Scenario, script?: Script, hints?: PlaceHints): Graph {
  const things = new ThingCollection(scenario, script);
  const edges = collectEdges(scenario, things);
  const places = placeThings([...things.things.values()], edges, scenario.positions, hints);
  const nodes = new Map<string, GraphNode>();
  for (const [key, thing] of things.things) {
    const { x, y } = places.get(key) as Point;
    nodes.set(key, { thing, position: { x, y } });
  }
  return { nodes, edges };
}

export type GraphReader = (
  scenario: Scenario,
  script?: Script,
  declaredBy?: PlaceHints['declaredBy'],
) => Graph;

/** Like `graphOf`; what is equal to what it gave last time is the same object again. */
export function createGraphReader(): GraphReader {
  let last: Graph | null = null;
  let lastScenario: Scenario | null = null;
  let places = new Map<string, Point>();
  return (scenario, script, declaredBy) => {
    if (last !== null && scenario === lastScenario) return last;
    // Where programs declare things, what has once found a place comes back to it.
    if (declaredBy === undefined) places = new Map();
    const hints = declaredBy && { declaredBy, places };
    const next = graphOf(scenario, script, hints);
    last = last === null ? next : withKept(last, next);
    lastScenario = scenario;
    return last;
  };
}

function withKept(last: Graph, next: Graph): Graph {
  const nodes = new Map<string, GraphNode>();
  for (const [key, node] of next.nodes) nodes.set(key, keptNode(last.nodes.get(key), node));
  const lastEdges = new Map(last.edges.map((edge) => [edge.id, edge]));
  const edges = next.edges.map((edge) => kept(lastEdges.get(edge.id), edge));
  return { nodes, edges: isSameList(last.edges, edges) ? last.edges : edges };
}

function keptNode(last: GraphNode | undefined, next: GraphNode): GraphNode {
  if (last === undefined) return next;
  const thing = isSameThing(last.thing, next.thing) ? last.thing : next.thing;
  const position = kept(last.position, next.position);
  return thing === last.thing && position === last.position ? last : { thing, position };
}

/** An edit keeps the specifications it does not touch, so that most need not be compared in depth. */
const isSameThing = (last: Thing, next: Thing): boolean =>
  last.kind === next.kind &&
  (last.spec === next.spec || JSON.stringify(last.spec) === JSON.stringify(next.spec));

const kept = <Value>(last: Value | undefined, next: Value): Value =>
  last !== undefined && JSON.stringify(last) === JSON.stringify(next) ? last : next;

const isSameList = (last: readonly unknown[], next: readonly unknown[]): boolean =>
  last.length === next.length && last.every((item, index) => item === next[index]);
