/** Numbers: whole ones within bounds, or any. What is no such number stays in the field. */
import { useId } from 'react';
import type { JSX } from 'react';
import { FieldFrame, describing } from './FieldFrame.tsx';
import type { FieldText } from './FieldFrame.tsx';
import { decimalNumber, orNothing, wholeNumber } from './reading.ts';
import type { Bounds, Reader } from './reading.ts';
import { useDraft } from './use-draft.ts';
import type { Commit } from './use-draft.ts';
import styles from './forms.module.css';

interface NumberTextProps extends FieldText {
  readonly bounds: Bounds;
  /** Shown behind the number: `ms`, `messages`. */
  readonly unit?: string;
  readonly isDecimal?: boolean;
}

interface NumberEntryProps extends NumberTextProps {
  readonly value: number;
  readonly onCommit: Commit<number>;
}

export function NumberEntry({ value, onCommit, ...rest }: NumberEntryProps): JSX.Element {
  return <NumberField {...rest} text={String(value)} read={readerFor(rest)} onCommit={onCommit} />;
}

interface OptionalNumberEntryProps extends NumberTextProps {
  readonly value: number | undefined;
  readonly onCommit: Commit<number | undefined>;
  readonly placeholder?: string;
}

/** A number that may be missing: an emptied field is no value at all. */
export function OptionalNumberEntry({
  value,
  onCommit,
  placeholder = 'not set',
  ...rest
}: OptionalNumberEntryProps): JSX.Element {
  return (
    <NumberField
      {...rest}
      placeholder={placeholder}
      text={value === undefined ? '' : String(value)}
      read={orNothing(readerFor(rest))}
      onCommit={onCommit}
    />
  );
}

const readerFor = ({ bounds, isDecimal = false }: NumberTextProps): Reader<number> =>
  isDecimal ? decimalNumber(bounds) : wholeNumber(bounds);

interface NumberFieldProps<Value> extends NumberTextProps {
  readonly text: string;
  readonly read: Reader<Value>;
  readonly onCommit: Commit<Value>;
  readonly placeholder?: string;
}

function NumberField<Value>(props: NumberFieldProps<Value>): JSX.Element {
  const { label, help, docs, unit = '', placeholder, isDecimal = false } = props;
  const id = useId();
  const { text, problem, ...handlers } = useDraft(props.text, props.read, props.onCommit);
  return (
    <FieldFrame id={id} label={label} help={help} docs={docs} problem={problem}>
      <span className={styles['withUnit']}>
        <input
          {...describing(id, problem)}
          {...handlers}
          className={styles['input']}
          value={text}
          placeholder={placeholder}
          inputMode={isDecimal ? 'decimal' : 'numeric'}
          autoComplete="off"
        />
        {unit !== '' && <span className={styles['unit']}>{unit}</span>}
      </span>
    </FieldFrame>
  );
}
