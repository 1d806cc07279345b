/** A word or a number in a small box: a state, a count, a binding key. */
import type { JSX, ReactNode } from 'react';
import styles from './Chip.module.css';
import { tooltip } from './tooltip.ts';

interface ChipProps {
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'accent' | 'good' | 'warning' | 'danger';
  /** For keys and numbers. */
  readonly isMono?: boolean;
  readonly hint?: string;
  readonly icon?: ReactNode;
}

export function Chip({
  children,
  tone = 'plain',
  isMono = false,
  hint,
  icon,
}: ChipProps): JSX.Element {
  return (
    <span className={styles['chip']} data-tone={tone} data-mono={isMono} {...tooltip(hint)}>
      {icon}
      {children}
    </span>
  );
}
