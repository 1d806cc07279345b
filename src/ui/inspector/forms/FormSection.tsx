/** A part of a form under a heading. One that is rarely needed is folded until somebody wants it. */
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

interface FoldedSectionProps {
  readonly title: string;
  /** What is set in it, said beside the title while it is folded. */
  readonly summary?: string;
  readonly isOpenAtFirst?: boolean;
  readonly children: ReactNode;
}

export function FoldedSection({
  title,
  summary = '',
  isOpenAtFirst = false,
  children,
}: FoldedSectionProps): JSX.Element {
  return (
    <details className={styles['folded']} open={isOpenAtFirst}>
      <summary>
        <span className={styles['foldedTitle']}>{title}</span>{' '}
        <span className={styles['foldedSummary']}>{summary}</span>
      </summary>
      <div className={styles['foldedBody']}>
        <div className={styles['fields']}>{children}</div>
      </div>
    </details>
  );
}
