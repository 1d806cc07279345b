/** Yes or no; takes effect at once. */
import type { JSX } from 'react';
import { Field } from './Field.tsx';
import type { FieldText } from './Field.tsx';
import styles from './Field.module.css';

interface SwitchFieldProps extends FieldText {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

export function SwitchField({
  label,
  help,
  problem,
  value,
  onChange,
}: SwitchFieldProps): JSX.Element {
  return (
    <Field label={label} help={help} problem={problem} isInline>
      {(control) => (
        <input
          {...control}
          className={styles['switch']}
          type="checkbox"
          role="switch"
          checked={value}
          onChange={(event) => onChange(event.target.checked)}
        />
      )}
    </Field>
  );
}
