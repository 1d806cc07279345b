/** One of a few. */
import type { JSX } from 'react';
import { Field } from './Field.tsx';
import type { FieldText } from './Field.tsx';

interface SelectFieldProps<Value extends string> extends FieldText {
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

export function SelectField<Value extends string>(props: SelectFieldProps<Value>): JSX.Element {
  const { label, help, problem, value, options, onChange } = props;
  return (
    <Field label={label} help={help} problem={problem}>
      {(control) => (
        <select
          {...control}
          value={value}
          onChange={(event) => onChange(event.target.value as Value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
