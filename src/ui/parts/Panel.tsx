/** A titled region at the canvas's edge. */
import { useId } from 'react';
import type { JSX, ReactNode } from 'react';
import styles from './Panel.module.css';

interface PanelProps {
  readonly title: ReactNode;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

export function Panel({ title, actions, children, className }: PanelProps): JSX.Element {
  const id = useId();
  return (
    <section className={`${styles['panel']} ${className ?? ''}`} aria-labelledby={id}>
      <header className={styles['header']}>
        <h2 className={styles['title']} id={id}>
          {title}
        </h2>
        {actions}
      </header>
      <div className={styles['content']}>{children}</div>
    </section>
  );
}
