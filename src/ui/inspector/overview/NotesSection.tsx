/** What there is to see in the scenario; left to the left panel while that shows it. */
import type { JSX } from 'react';
import { useView } from '../../app-context.tsx';
import { Notes } from '../../shell/Notes.tsx';
import { useIsNarrow } from '../../shell/use-is-narrow.ts';
import styles from '../inspector.module.css';

export function NotesSection(): JSX.Element | null {
  const isNarrow = useIsNarrow();
  const isBeside = useView(({ panels }) => panels.left.open) && !isNarrow;
  if (isBeside) return null;
  return (
    <section className={styles['section']} aria-labelledby="overview-notes">
      <h3 id="overview-notes">Notes</h3>
      <Notes />
    </section>
  );
}
