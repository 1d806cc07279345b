/** Chooses the type of an argument's value. */
import type { JSX } from 'react';
import { valueKinds } from './argument-value.ts';
import type { ValueKind } from './argument-value.ts';
import styles from './forms.module.css';

const kindLabels: Readonly<Record<ValueKind, string>> = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  json: 'JSON',
};

export function KindSelect(props: {
  readonly label: string;
  readonly kind: ValueKind;
  readonly onChange: (kind: ValueKind) => void;
}): JSX.Element {
  return (
    <select
      className={styles['input']}
      data-words
      aria-label={props.label}
      value={props.kind}
      onChange={(event) => props.onChange(event.target.value as ValueKind)}
    >
      {valueKinds.map((kind) => (
        <option key={kind} value={kind}>
          {kindLabels[kind]}
        </option>
      ))}
    </select>
  );
}
