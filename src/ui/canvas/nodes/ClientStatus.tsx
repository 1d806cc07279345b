/** How a client is, where that is not simply well: stopped, connecting, disconnected, refused. */
import type { JSX } from 'react';
import type { ClientStatus as Status } from '#sim';
import styles from './node.module.css';

export function ClientStatus({ status }: { readonly status: Status }): JSX.Element | null {
  if (status === 'running') return null;
  return (
    <span className={styles['status']} data-status={status}>
      {status}
    </span>
  );
}
