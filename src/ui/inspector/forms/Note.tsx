/** A sentence to know before one changes something. */
import type { JSX, ReactNode } from 'react';
import styles from './forms.module.css';

export function Note({ children }: { readonly children: ReactNode }): JSX.Element {
  return <p className={styles['note']}>{children}</p>;
}
