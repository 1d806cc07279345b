/** The sign of each kind of thing that can be added, in its shape and its colour. */
import type { JSX } from 'react';
import type { AddedKind } from '#app';
import styles from './KindMark.module.css';

/** As the nodes are shaped on the canvas. */
const outlines: Readonly<Record<AddedKind, string>> = {
  producer: 'M8 4h8a4.5 4.5 0 0 1 0 9H8a4.5 4.5 0 0 1 0-9Z',
  exchange: 'M7.5 3.5h9l4.5 5-4.5 5h-9L3 8.5Z',
  queue: 'M3 4h18v9H3z M9 4v9 M15 4v9',
  consumer:
    'M5 4h14a1.5 1.5 0 0 1 1.5 1.5v6A1.5 1.5 0 0 1 19 13H5a1.5 1.5 0 0 1-1.5-1.5v-6A1.5 1.5 0 0 1 5 4Z M8 8.5h.01 M12 8.5h.01',
  app: 'M4 3h16v11H4z M4 6.5h16',
  program: 'M8.5 4 4 8.5 8.5 13 M15.5 4 20 8.5 15.5 13',
};

export function KindMark({ kind }: { readonly kind: AddedKind }): JSX.Element {
  return (
    <svg
      className={styles['mark']}
      data-kind={kind}
      width="22"
      height="16"
      viewBox="0 0 24 17"
      aria-hidden="true"
    >
      <path d={outlines[kind]} />
    </svg>
  );
}
