/** Numbers: whole ones within bounds, or any. What is no such number stays in the field. */
import type { JSX } from 'react';
import { Field } from '../../parts/Field.tsx';
import { helpOf } from './FieldHelp.tsx';
import type { EntryText } from './FieldHelp.tsx';
import { decimalNumber, orNothing, wholeNumber } from './reading.ts';
import type { Bounds, Reader } from './reading.ts';
import { useDraft } from './use-draft.ts';
import type { Commit } from './use-draft.ts';
import styles from './forms.module.css';

interface NumberText extends EntryText {
  readonly bounds: Bounds;
  /** Shown behind the number: `ms`, `messages`. */
  readonly unit?: string;
  readonly isDecimal?: boolean;
}

interface NumberEntryProps extends NumberText {
  readonly value: number;
  readonly onCommit: Commit<number>;
}

export function NumberEntry({ value, onCommit, ...rest }: NumberEntryProps): JSX.Element {
  return <NumberInput {...rest} text={String(value)} read={readerFor(rest)} onCommit={onCommit} />;
}

interface OptionalNumberEntryProps extends NumberText {
  readonly value: number | undefined;
  readonly onCommit: Commit<number | undefined>;
  readonly placeholder?: string;
}

/** A number that may be missing: an emptied field is no value at all. */
export function OptionalNumberEntry(props: OptionalNumberEntryProps): JSX.Element {
  const { value, onCommit, placeholder = 'not set', ...rest } = props;
  return (
    <NumberInput
      {...rest}
      placeholder={placeholder}
      text={value === undefined ? '' : String(value)}
      read={orNothing(readerFor(rest))}
      onCommit={onCommit}
    />
  );
}

const readerFor = ({ bounds, isDecimal = false }: NumberText): Reader<number> =>
  isDecimal ? decimalNumber(bounds) : wholeNumber(bounds);

interface NumberInputProps<Value> extends NumberText {
  readonly text: string;
  readonly read: Reader<Value>;
  readonly onCommit: Commit<Value>;
  readonly placeholder?: string;
}

function NumberInput<Value>(props: NumberInputProps<Value>): JSX.Element {
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
