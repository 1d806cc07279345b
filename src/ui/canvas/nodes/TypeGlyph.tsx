/** The signs of the types of exchanges. */
import type { JSX } from 'react';
import { glyphStroke } from './glyph-stroke.ts';

const typePaths: Readonly<Record<string, string>> = {
  // One key, one way.
  direct: 'M2 8h11 M9.5 4.5 13 8l-3.5 3.5',
  // To all.
  fanout: 'M2 8h4 M6 8 13 2.5 M6 8h8 M6 8l7 5.5',
  // A star for a word, a hash for many.
  topic: 'M4.5 4v8 M1 6l7 4 M8 6 1 10 M11 5l-.8 6 M14.2 5l-.8 6 M9.6 7h5.6 M9.2 9.2h5.6',
  // A table of names and values.
  headers: 'M2.5 3.5h11v9h-11z M2.5 6.5h11 M7 3.5v9',
  'x-consistent-hash': 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z M8 2.5V8l4 3.5',
  'x-random': 'M2 5h3l6 6h3 M2 11h3l6-6h3 M12 3l2 2-2 2 M12 9l2 2-2 2',
  'x-local-random': 'M2 5h3l6 6h3 M2 11h3l6-6h3 M12 3l2 2-2 2 M12 9l2 2-2 2',
  // A clock.
  'x-delayed-message': 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z M8 5v3l2.5 1.5',
  // Slices.
  'x-modulus-hash': 'M2.5 3.5h11v9h-11z M6.2 3.5v9 M9.8 3.5v9',
  // A fan with what lies behind it.
  'x-recent-history': 'M2 8h4 M6 8l7-5.5 M6 8h8 M6 8l7 5.5 M3 4.5 5 6 M3 11.5 5 10',
};

/** Nothing where the type is unknown. */
export function TypeGlyph({ type }: { readonly type: string | null }): JSX.Element | null {
  const path = type === null ? undefined : typePaths[type];
  if (path === undefined) return null;
  return (
    <svg width="15" height="15" {...glyphStroke}>
      <path d={path} />
    </svg>
  );
}
