/** Text. It tells of every letter; where one change shall be one step of undo, keep a draft. */
import type { InputHTMLAttributes, JSX } from 'react';
import { Field } from './Field.tsx';
import type { FieldText } from './Field.tsx';

interface TextFieldProps
  extends FieldText,
    Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** For keys and bodies. */
  readonly isMono?: boolean;
}

export function TextField(props: TextFieldProps): JSX.Element {
  const { label, help, problem, value, onChange, isMono = false, ...rest } = props;
  return (
    <Field label={label} help={help} problem={problem}>
      {(control) => (
        <input
          spellCheck={false}
          autoComplete="off"
          {...rest}
          {...control}
          data-mono={isMono}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
