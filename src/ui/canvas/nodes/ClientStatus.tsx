/** How a client is, where that is not simply well: stopped, connecting, disconnected, refused. */
import type { JSX } from 'react';
import type { ClientState } from '#sim';
import styles from './node.module.css';

export function ClientStatus({
  client,
}: {
  readonly client: ClientState | undefined;
}): JSX.Element | null {
  const status = client?.status ?? 'stopped';
  if (status === 'running') return null;
  return (
    <span className={styles['status']} data-status={status}>
      {status}
    </span>
  );
}

/** The broker's last refusal, in its own words. */
export function ClientError({ text }: { readonly text: string }): JSX.Element {
  return (
    <div className={`${styles['facts']} ${styles['trouble']}`} title={text}>
      {text}
    </div>
  );
}

/** For the name of a node: `, disconnected, NOT_FOUND - no queue 'orders' in vhost '/'`. */
export function statusWords(client: ClientState | undefined): string {
  const status = client?.status ?? 'stopped';
  const error = client?.lastError ?? null;
  return `${status === 'running' ? '' : `, ${status}`}${error === null ? '' : `, ${error}`}`;
}
