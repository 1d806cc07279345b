/** The foot of the page: transport, and the run as a strip under it. */
import type { JSX } from 'react';
import styles from './Timeline.module.css';
import { Track } from './Track.tsx';
import { Transport } from './Transport.tsx';

export function Timeline({ isNarrow }: { readonly isNarrow: boolean }): JSX.Element {
  return (
    <footer className={styles['timeline']} aria-label="Timeline">
      <Transport isNarrow={isNarrow} />
      <Track />
    </footer>
  );
}
