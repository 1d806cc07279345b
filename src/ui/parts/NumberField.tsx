/** A number. What is no number within the bounds stays in the field, marked, and is not told. */
import { useState } from 'react';
import type { JSX } from 'react';
import { Field } from './Field.tsx';
import type { FieldText } from './Field.tsx';

interface NumberFieldProps extends FieldText {
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly min?: number;
  readonly max?: number;
  readonly isWhole?: boolean;
}

export function NumberField(props: NumberFieldProps): JSX.Element {
  const { label, help, problem, value, onChange, min = -Infinity, max = Infinity } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? String(value);
  const isGood = (number: number): boolean =>
    Number.isFinite(number) &&
    number >= min &&
    number <= max &&
    (props.isWhole !== true || Number.isInteger(number));
  const isBad = draft !== null && (draft.trim() === '' || !isGood(Number(draft)));
  return (
    <Field
      label={label}
      help={help}
      problem={problem ?? (isBad ? boundsText(props.isWhole === true, min, max) : null)}
    >
      {(control) => (
        <input
          {...control}
          data-mono
          inputMode={props.isWhole === true ? 'numeric' : 'decimal'}
          value={text}
          onChange={({ target }) => {
            setDraft(target.value);
            if (target.value.trim() !== '' && isGood(Number(target.value)))
              onChange(Number(target.value));
          }}
          onBlur={() => setDraft(null)}
        />
      )}
    </Field>
  );
}

function boundsText(isWhole: boolean, min: number, max: number): string {
  const kind = isWhole ? 'A whole number' : 'A number';
  if (min === -Infinity && max === Infinity) return `${kind}, please.`;
  if (max === Infinity) return `${kind} from ${min}.`;
  return min === -Infinity ? `${kind} up to ${max}.` : `${kind} from ${min} to ${max}.`;
}
