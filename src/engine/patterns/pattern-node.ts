/** A regular expression, taken apart. Bytes are tested, not characters: RabbitMQ does so too. */

/** Which of the 256 bytes belong to a set; 1 where one does. */
export type ByteSet = Readonly<Uint8Array>;

export type Place =
  | 'line-start'
  | 'line-end'
  | 'subject-start'
  | 'subject-end'
  | 'very-end'
  | 'word-boundary'
  | 'no-word-boundary';

export type PatternNode =
  | { readonly type: 'byte'; readonly of: ByteSet }
  | { readonly type: 'place'; readonly place: Place }
  | { readonly type: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly type: 'choice'; readonly options: readonly PatternNode[] }
  | {
      readonly type: 'repeat';
      readonly part: PatternNode;
      readonly min: number;
      readonly max: number;
      readonly isGreedy: boolean;
    }
  /** `(…)`; what it matched may be named again by its number. */
  | { readonly type: 'capture'; readonly number: number; readonly part: PatternNode }
  | { readonly type: 'repetition-of'; readonly number: number; readonly ignoresCase: boolean }
  /** `(?>…)`: once matched, it is not tried in another way. */
  | { readonly type: 'atomic'; readonly part: PatternNode }
  | {
      readonly type: 'look';
      readonly isAhead: boolean;
      readonly isNegative: boolean;
      readonly part: PatternNode;
    };

/** How many bytes a part matches; null where that varies. */
export function widthOf(node: PatternNode): number | null {
  switch (node.type) {
    case 'byte':
      return 1;
    case 'place':
    case 'look':
      return 0;
    case 'sequence':
      return node.parts.map(widthOf).reduce(sumOf, 0);
    case 'choice': {
      const [first = 0, ...others] = node.options.map(widthOf);
      return others.every((width) => width === first) ? first : null;
    }
    case 'repeat': {
      const width = widthOf(node.part);
      return width === null || node.min !== node.max ? null : width * node.min;
    }
    case 'capture':
    case 'atomic':
      return widthOf(node.part);
    case 'repetition-of':
      return null;
  }
}

const sumOf = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : one + other;
