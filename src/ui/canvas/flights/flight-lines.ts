/**
 * Which line a flight follows: the one that is drawn between its two nodes, forward or against its
 * arrow; where none is drawn, the straight way from border to border.
 */
import type { Flight } from '#sim';
import { pointAlong, sampleStraight } from '../edges/curve.ts';
import type { SampledLine } from '../edges/curve.ts';
import type { EdgeLine, EdgeLines } from '../edges/lay-out-edges.ts';
import { borderTowards, centerOf } from '../edges/node-box.ts';
import type { NodeBox } from '../edges/node-box.ts';
import type { EdgeKind, GraphEdge } from '../graph/graph-edge.ts';
import type { Point } from '../graph/place-things.ts';

export interface FlightLine {
  /** The edge it belongs to, or a name of its own where there is none. */
  readonly id: string;
  readonly line: SampledLine;
  /** The flight goes against the arrow: a confirm, an acknowledgement, a return. */
  readonly isReverse: boolean;
  /** The middle of what is written about the line: below its chips, or above its middle. */
  readonly wordsAt: Point;
}

type PathOfFlight = Pick<Flight, 'from' | 'to' | 'via' | 'kind'>;

interface Candidate {
  readonly edge: GraphEdge;
  readonly forward: FlightLine;
  readonly reverse: FlightLine;
}

/** The kind of line that a kind of flight is at home on, where two nodes are joined by several. */
const homeOf: Readonly<Partial<Record<Flight['kind'], readonly EdgeKind[]>>> = {
  publish: ['publish', 'default-publish'],
  confirm: ['publish', 'default-publish'],
  return: ['publish', 'default-publish'],
  route: ['binding'],
  deliver: ['subscription'],
  ack: ['subscription'],
  'dead-letter': ['dead-letter'],
  alternate: ['alternate'],
  reply: ['reply'],
};

export class FlightLines {
  readonly #between = new Map<string, Map<string, Candidate[]>>();
  readonly #boxes: ReadonlyMap<string, NodeBox>;
  readonly #straight = new Map<string, FlightLine | null>();

  constructor(edges: readonly GraphEdge[], lines: EdgeLines, boxes: ReadonlyMap<string, NodeBox>) {
    this.#boxes = boxes;
    for (const edge of edges) {
      const laidOut = lines.get(edge.id);
      if (laidOut === undefined) continue;
      const { line } = laidOut;
      const shared = { id: edge.id, line, wordsAt: wordsPlace(laidOut) };
      const targets = this.#between.get(edge.from) ?? new Map<string, Candidate[]>();
      this.#between.set(edge.from, targets);
      const candidates = targets.get(edge.to) ?? [];
      targets.set(edge.to, candidates);
      candidates.push({
        edge,
        forward: { ...shared, isReverse: false },
        reverse: { ...shared, isReverse: true },
      });
    }
  }

  /** Null where a node that it comes from or goes to is not on the canvas. */
  lineOf(flight: PathOfFlight): FlightLine | null {
    const ahead = this.#between.get(flight.from)?.get(flight.to);
    if (ahead !== undefined) return bestOf(ahead, flight).forward;
    const behind = this.#between.get(flight.to)?.get(flight.from);
    if (behind !== undefined) return bestOf(behind, flight).reverse;
    if (isDefaultExchange(flight.from)) return this.#fromDefaultExchange(flight.to);
    return this.#straightLine(flight);
  }

  /** The default exchange is no node: what comes back from it comes along a line that leads by it. */
  #fromDefaultExchange(client: string): FlightLine | null {
    for (const candidates of this.#between.get(client)?.values() ?? []) {
      const found = candidates.find(({ edge }) => edge.kind === 'default-publish');
      if (found !== undefined) return found.reverse;
    }
    return null;
  }

  #straightLine({ from, to }: PathOfFlight): FlightLine | null {
    const id = `straight|${from}|${to}`;
    const known = this.#straight.get(id);
    if (known !== undefined) return known;
    const start = this.#boxes.get(from);
    const end = this.#boxes.get(to);
    const made = start === undefined || end === undefined ? null : straightLine(id, start, end);
    this.#straight.set(id, made);
    return made;
  }
}

/** `exchange:`, and in another virtual host `exchange:@staging`. */
const isDefaultExchange = (key: string): boolean => /^exchange:(@|$)/.test(key);

function straightLine(id: string, start: NodeBox, end: NodeBox): FlightLine {
  const line = sampleStraight(
    borderTowards(start, centerOf(end)),
    borderTowards(end, centerOf(start)),
  );
  return { id, line, isReverse: false, wordsAt: pointAlong(line, 0.5) };
}

const wordsAbove = 16;
const wordsBelowChips = 11;

function wordsPlace({ chipsAt: { x, y }, chipsBox }: EdgeLine): Point {
  return { x, y: chipsBox === null ? y - wordsAbove : y + chipsBox.height / 2 + wordsBelowChips };
}

function bestOf(candidates: readonly Candidate[], { via, kind }: PathOfFlight): Candidate {
  const first = candidates[0] as Candidate;
  if (candidates.length === 1) return first;
  const byBinding =
    via === null
      ? undefined
      : candidates.find(({ edge }) => edge.chips.some((chip) => chip.key === via));
  const home = homeOf[kind] ?? [];
  return byBinding ?? candidates.find(({ edge }) => home.includes(edge.kind)) ?? first;
}
