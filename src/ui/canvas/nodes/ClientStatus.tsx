/** How a client is, where that is not simply well: stopped, connecting, disconnected, blocked. */
import type { JSX } from 'react';
import type { ClientStatus as Status } from '#sim';
import styles from './node.module.css';

interface ClientStatusProps {
  readonly status: Status;
  /** `low on memory`: why the broker reads nothing of it; null where it does. */
  readonly blocked: string | null;
}

export function ClientStatus({ status, blocked }: ClientStatusProps): JSX.Element | null {
  if (status !== 'running') {
    return (
      <span className={styles['status']} data-status={status}>
        {status}
      </span>
    );
  }
  // It hangs on the node's edge: beside the name there is no room for a reason.
  return blocked === null ? null : (
    <span className={styles['status']} data-status="blocked">
      blocked: {blocked}
    </span>
  );
}
