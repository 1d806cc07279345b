/** A plain link into RabbitMQ's documentation, in a tab of its own: the simulation is kept. */
import type { JSX } from 'react';
import styles from './forms.module.css';

interface DocsLinkProps {
  readonly to: string;
  readonly about: string;
}

export function DocsLink({ to, about }: DocsLinkProps): JSX.Element {
  return (
    <a
      className={styles['docs']}
      href={to}
      target="_blank"
      rel="noopener"
      aria-label={`RabbitMQ documentation: ${about}`}
    >
      Docs
    </a>
  );
}
