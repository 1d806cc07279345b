/** The signs of the canvas: one for each kind of node, and one for each type of exchange. */
import type { JSX } from 'react';
import type { NodeKind } from '../graph/thing.ts';

const strokes = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.7,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

const kindPaths: Readonly<Record<NodeKind, string>> = {
  // A paper plane.
  producer: 'M14 2 7 9 M14 2 9.5 14 7 9 2 6.5 14 2Z',
  // One way in, three ways out.
  exchange: 'M1.5 8H6 M6 8 11 3.5H14.5 M6 8H14.5 M6 8l5 4.5h3.5',
  // Cells in a row.
  queue: 'M2 4.5h12v7H2z M6 4.5v7 M10 4.5v7',
  // Into a tray.
  consumer: 'M8 2v7 M5 6.5 8 9.5l3-3 M2.5 10v3.5h11V10',
  // A window.
  app: 'M2 3h12v10H2z M2 6h12 M4 4.5h.01 M6 4.5h.01',
};

export function KindGlyph({ kind }: { readonly kind: NodeKind }): JSX.Element {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" {...strokes}>
      <path d={kindPaths[kind]} />
    </svg>
  );
}

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
};

/** Nothing where the type is unknown. */
export function TypeGlyph({ type }: { readonly type: string | null }): JSX.Element | null {
  const path = type === null ? undefined : typePaths[type];
  if (path === undefined) return null;
  return (
    <svg width="15" height="15" viewBox="0 0 16 16" aria-hidden="true" {...strokes}>
      <path d={path} />
    </svg>
  );
}

const actPaths = {
  publish: 'M14 2 7 9 M14 2 9.5 14 7 9 2 6.5 14 2Z',
  plus: 'M8 3v10 M3 8h10',
} as const;

export function ActGlyph({ act }: { readonly act: keyof typeof actPaths }): JSX.Element {
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" {...strokes}>
      <path d={actPaths[act]} />
    </svg>
  );
}
