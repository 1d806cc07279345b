/** A part of a form under a heading. */
import { useId } from 'react';
import type { JSX, ReactNode } from 'react';
import styles from './forms.module.css';

interface FormSectionProps {
  readonly title: string;
  /** Buttons at the heading's right. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function FormSection({ title, actions, children }: FormSectionProps): JSX.Element {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <header className={styles['sectionHead']}>
        <h3 id={id}>{title}</h3>
        {actions}
      </header>
      <div className={styles['fields']}>{children}</div>
    </section>
  );
}
