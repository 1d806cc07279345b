/** One line of help under a field, and a link into RabbitMQ's documentation. */
import type { ReactNode } from 'react';
import { DocsLink } from './DocsLink.tsx';

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
