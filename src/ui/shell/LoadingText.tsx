/** Says that something is on its way, but only when it takes long enough to be noticed. */
import type { JSX, ReactNode } from 'react';
import styles from './LoadingText.module.css';

export function LoadingText({ children }: { readonly children: ReactNode }): JSX.Element {
  return (
    <p className={styles['loading']} role="status">
      {children}
    </p>
  );
}
