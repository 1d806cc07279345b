/** The lines of a graph: from where to where messages go, and by what. */
import type { BindingSpec } from '#scenario';

export type EdgeKind =
  /** A publisher and the exchange it publishes to. */
  | 'publish'
  /** A publisher and the queue it reaches through the default exchange. */
  | 'default-publish'
  | 'binding'
  /** A queue and its consumer. */
  | 'subscription'
  | 'dead-letter'
  | 'alternate'
  /** What a consumer publishes on, or answers. */
  | 'reply';

export interface EdgeChip {
  /** The key of the binding it stands for; empty for a chip that only explains its line. */
  readonly key: string;
  readonly text: string;
  readonly binding: BindingSpec | null;
}

export interface GraphEdge {
  readonly id: string;
  readonly kind: EdgeKind;
  readonly from: string;
  readonly to: string;
  /** All bindings between two nodes share one line. */
  readonly chips: readonly EdgeChip[];
}

export const edgeIdOf = (kind: EdgeKind, from: string, to: string): string =>
  `${kind}|${from}|${to}`;

/** What joins two nodes, for the line's name: `orders → billing`. */
export const edgeWords: Readonly<Record<EdgeKind, string>> = {
  publish: 'publishes to',
  'default-publish': 'publishes through the default exchange to',
  binding: 'is bound to',
  subscription: 'is consumed by',
  'dead-letter': 'dead-letters to',
  alternate: 'has the alternate exchange',
  reply: 'replies to',
};
