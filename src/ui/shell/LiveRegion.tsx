/** Tells a screen reader what a step did, what was undone, and what notices say. */
import type { JSX } from 'react';
import { useView } from '../app-context.tsx';
import styles from './LiveRegion.module.css';

export function LiveRegion(): JSX.Element {
  const { text, number } = useView((view) => view.announcement);
  return (
    <div className={styles['hidden']} role="status" aria-live="polite" aria-atomic="true">
      {/* The same words twice must be two texts, or the second goes unheard. */}
      {text}
      {number % 2 === 0 ? '' : '\u00a0'}
    </div>
  );
}
