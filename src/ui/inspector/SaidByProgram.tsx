/** For a line that follows from the text of a program: there is nothing to set. */
import type { JSX } from 'react';
import { whyNotYours } from '#app';
import { useApp } from '../app-context.tsx';
import styles from './inspector.module.css';

export function SaidByProgram({ lineKey }: { readonly lineKey: string }): JSX.Element {
  return (
    <section className={styles['section']}>
      <p className={styles['dim']}>{whyNotYours(useApp(), lineKey)}</p>
    </section>
  );
}
