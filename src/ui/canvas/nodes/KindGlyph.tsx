/** The signs of the kinds of nodes. */
import type { JSX } from 'react';
import type { NodeKind } from '../graph/thing.ts';
import { glyphStroke } from './glyph-stroke.ts';

const kindPaths: Readonly<Record<NodeKind | 'program', string>> = {
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
  // Code.
  program: 'M5 4.5 1.5 8 5 11.5 M11 4.5 14.5 8 11 11.5 M9.5 3l-3 10',
};

export function KindGlyph({ kind }: { readonly kind: keyof typeof kindPaths }): JSX.Element {
  return (
    <svg width="16" height="16" {...glyphStroke}>
      <path d={kindPaths[kind]} />
    </svg>
  );
}
