/** What stands round every entry of a form: its label, one line of help, and what is wrong with it. */
import type { JSX, ReactNode } from 'react';
import styles from './forms.module.css';

export interface FieldText {
  readonly label: string;
  readonly help?: string | undefined;
  /** An address in RabbitMQ's documentation. */
  readonly docs?: string | undefined;
}

interface FieldFrameProps extends FieldText {
  readonly id: string;
  readonly problem: string | null;
  /** Label and entry side by side: for a switch. */
  readonly isInline?: boolean;
  readonly children: ReactNode;
}

export function FieldFrame({
  id,
  label,
  help,
  docs,
  problem,
  isInline = false,
  children,
}: FieldFrameProps): JSX.Element {
  return (
    <div className={styles['field']} data-invalid={problem !== null} data-inline={isInline}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {children}
      {(help !== undefined || docs !== undefined) && (
        <p className={styles['help']}>
          <span id={helpIdOf(id)}>{help}</span> {docs !== undefined && <DocsLink to={docs} about={label} />}
        </p>
      )}
      <p className={styles['problem']} id={problemIdOf(id)} aria-live="polite">
        {problem}
      </p>
    </div>
  );
}

/** A plain link into RabbitMQ's documentation, in a tab of its own. */
export function DocsLink({ to, about }: { readonly to: string; readonly about: string }): JSX.Element {
  return (
    <a href={to} target="_blank" rel="noopener" aria-label={`RabbitMQ documentation: ${about}`}>
      Docs
    </a>
  );
}

const helpIdOf = (id: string): string => `${id}-help`;
const problemIdOf = (id: string): string => `${id}-problem`;

/** What an entry says of itself to a screen reader. */
export const describing = (
  id: string,
  problem: string | null,
): { readonly id: string; readonly 'aria-invalid': boolean; readonly 'aria-describedby': string } => ({
  id,
  'aria-invalid': problem !== null,
  'aria-describedby': `${helpIdOf(id)} ${problemIdOf(id)}`,
});
