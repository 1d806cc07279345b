/** What stands round every field: its label, a line of help, and what is wrong with it. */
import { useId } from 'react';
import type { JSX, ReactNode } from 'react';
import styles from './Field.module.css';

export interface FieldText {
  readonly label: string;
  readonly help?: ReactNode;
  readonly problem?: string | null | undefined;
}

export interface FieldControlProps {
  readonly id: string;
  readonly className: string | undefined;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

interface FieldProps extends FieldText {
  /** Label and control side by side. */
  readonly isInline?: boolean;
  readonly children: (control: FieldControlProps) => ReactNode;
}

export function Field({
  label,
  help,
  problem = null,
  isInline = false,
  children,
}: FieldProps): JSX.Element {
  const id = useId();
  const describedBy = [help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className={styles['field']} data-inline={isInline}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        className: styles['control'],
        'aria-invalid': problem !== null,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
      })}
      {help && (
        <p className={styles['help']} id={`${id}-help`}>
          {help}
        </p>
      )}
      {problem && (
        <p className={styles['problem']} id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
