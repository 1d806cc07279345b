/** The field in which a number is written. What cannot be read as one stays in it, with the reason. */
import type { JSX } from 'react';
import { Field } from '../../parts/Field.tsx';
import { helpOf } from './help-of.tsx';
import type { EntryText } from './help-of.tsx';
import { decimalNumber, wholeNumber } from './reading.ts';
import type { Bounds, Reader } from './reading.ts';
import { useDraft } from './use-draft.ts';
import type { Commit } from './use-draft.ts';
import styles from './forms.module.css';

export interface NumberText extends EntryText {
  readonly bounds: Bounds;
  /** Shown behind the number: `ms`, `messages`. */
  readonly unit?: string;
  readonly isDecimal?: boolean;
}

export const readerFor = ({ bounds, isDecimal = false }: NumberText): Reader<number> =>
  isDecimal ? decimalNumber(bounds) : wholeNumber(bounds);

interface NumberInputProps<Value> extends NumberText {
  readonly text: string;
  readonly read: Reader<Value>;
  readonly onCommit: Commit<Value>;
  readonly placeholder?: string;
}

export function NumberInput<Value>(props: NumberInputProps<Value>): JSX.Element {
  const { unit = '', placeholder, isDecimal = false } = props;
  const { text, problem, ...handlers } = useDraft(props.text, props.read, props.onCommit);
  return (
    <Field label={props.label} help={helpOf(props)} problem={problem}>
      {(control) => (
        <span className={styles['withUnit']}>
          <input
            {...control}
            {...handlers}
            value={text}
            placeholder={placeholder}
            inputMode={isDecimal ? 'decimal' : 'numeric'}
            autoComplete="off"
            data-mono
          />
          {unit !== '' && <span className={styles['unit']}>{unit}</span>}
        </span>
      )}
    </Field>
  );
}
