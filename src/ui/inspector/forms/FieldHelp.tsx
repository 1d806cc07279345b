/** One line of help under a field, and a link into RabbitMQ's documentation. */
import type { JSX, ReactNode } from 'react';
import styles from './forms.module.css';

/** What an entry of a form says of itself. */
export interface EntryText {
  readonly label: string;
  readonly help?: string | undefined;
  /** An address in RabbitMQ's documentation. */
  readonly docs?: string | undefined;
}

/** For a field's `help`; nothing where there is nothing to say. */
export function helpOf({ label, help, docs }: EntryText): ReactNode {
  if (docs === undefined) return help;
  return (
    <>
      {help !== undefined && <>{help} </>}
      <DocsLink to={docs} about={label} />
    </>
  );
}

interface DocsLinkProps {
  readonly to: string;
  readonly about: string;
}

/** Opens in a tab of its own: the simulation is kept. */
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
