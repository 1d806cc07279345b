/** A scenario as a small picture shows it: boxes where its things stand, and lines between them. */
import { clientKindOf, nodeKeyOf, parseNodeKey } from '#scenario';
import type { ClientKind, Scenario } from '#scenario';
import { linksOf } from '../layout/links-of.ts';

export interface SketchNode {
  readonly key: string;
  readonly kind: ClientKind | 'exchange' | 'queue';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface SketchLine {
  readonly from: SketchNode;
  readonly to: SketchNode;
  readonly kind: 'usual' | 'dead-letter' | 'alternate';
}

export interface Sketch {
  readonly nodes: readonly SketchNode[];
  readonly lines: readonly SketchLine[];
  readonly width: number;
  readonly height: number;
}

const boxWidth = 210;
const boxHeight = 84;

/** Things without a place are left out; the built-in scenarios have places for all. */
export function sketchOf(scenario: Scenario): Sketch {
  const placed = [...kindsOf(scenario), ...declaredLater(scenario)].flatMap(({ key, kind }) => {
    const place = scenario.positions[key];
    return place === undefined ? [] : [{ key, kind, x: place[0], y: place[1] }];
  });
  const left = Math.min(...placed.map(({ x }) => x));
  const top = Math.min(...placed.map(({ y }) => y));
  const nodes = placed.map(
    (node): SketchNode => ({
      ...node,
      x: node.x - left,
      y: node.y - top,
      width: boxWidth,
      height: boxHeight,
    }),
  );
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const lines = linksOf(scenario).flatMap(({ from: fromKey, to: toKey, kind }) => {
    const [from, to] = [byKey.get(fromKey), byKey.get(toKey)];
    return from === undefined || to === undefined ? [] : [{ from, to, kind }];
  });
  return {
    nodes,
    lines,
    width: Math.max(0, ...nodes.map(({ x }) => x)) + boxWidth,
    height: Math.max(0, ...nodes.map(({ y }) => y)) + boxHeight,
  };
}

/** What programs will declare has its place before it is there. */
function declaredLater(scenario: Scenario): readonly Pick<SketchNode, 'key' | 'kind'>[] {
  const known = new Set(kindsOf(scenario).map(({ key }) => key));
  return Object.keys(scenario.positions).flatMap((key) => {
    const kind = parseNodeKey(key)?.kind;
    const isLater = !known.has(key) && kind !== undefined && kind !== 'client';
    return isLater ? [{ key, kind }] : [];
  });
}

const kindsOf = ({
  clients,
  exchanges,
  queues,
}: Scenario): readonly Pick<SketchNode, 'key' | 'kind'>[] => [
  ...clients.map((client) => ({
    key: nodeKeyOf('client', client.name),
    kind: clientKindOf(client),
  })),
  ...exchanges.map(({ name, vhost }) => ({
    key: nodeKeyOf('exchange', name, vhost),
    kind: 'exchange' as const,
  })),
  ...queues.map(({ name, vhost }) => ({
    key: nodeKeyOf('queue', name, vhost),
    kind: 'queue' as const,
  })),
];
