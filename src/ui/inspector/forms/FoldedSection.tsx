/** A part of a form that is rarely needed: folded until somebody wants it. */
import type { JSX, ReactNode } from 'react';
import styles from './forms.module.css';

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
