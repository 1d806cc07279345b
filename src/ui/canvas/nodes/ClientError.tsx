/** The broker's last refusal, in its own words. */
import type { JSX } from 'react';
import styles from './node.module.css';

export function ClientError({ text }: { readonly text: string }): JSX.Element {
  return (
    <div className={`${styles['facts']} ${styles['trouble']}`} title={text}>
      {text}
    </div>
  );
}
