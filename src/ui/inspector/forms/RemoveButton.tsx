/** A small button that takes a row out. */
import type { JSX } from 'react';
import styles from './forms.module.css';

interface RemoveButtonProps {
  readonly label: string;
  readonly onPress: () => void;
}

export function RemoveButton({ label, onPress }: RemoveButtonProps): JSX.Element {
  return (
    <button
      type="button"
      className={styles['iconButton']}
      aria-label={label}
      title={label}
      onClick={onPress}
    >
      <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
        <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="1.8" fill="none" />
      </svg>
    </button>
  );
}
