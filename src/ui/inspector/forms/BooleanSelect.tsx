/** Chooses between true and false, where a switch would not tell them from a missing value. */
import type { JSX } from 'react';
import styles from './forms.module.css';

export function BooleanSelect(props: {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}): JSX.Element {
  return (
    <select
      className={styles['input']}
      aria-label={props.label}
      value={String(props.value)}
      onChange={(event) => props.onChange(event.target.value === 'true')}
    >
      <option value="true">true</option>
      <option value="false">false</option>
    </select>
  );
}
