/**
 * Text that goes to the document when the field is left or Enter is pressed, never letter by
 * letter, so that one change is one step of undo.
 */
import { useId } from 'react';
import type { JSX } from 'react';
import { FieldFrame, describing } from './FieldFrame.tsx';
import type { FieldText } from './FieldFrame.tsx';
import { shortText } from './reading.ts';
import type { Reader } from './reading.ts';
import { useDraft } from './use-draft.ts';
import type { Commit } from './use-draft.ts';
import styles from './forms.module.css';

interface TextEntryProps extends FieldText {
  readonly value: string;
  readonly onCommit: Commit<string>;
  /** A short string where left out. */
  readonly read?: Reader<string>;
  /** Offered while typing; anything else can be typed too. */
  readonly suggestions?: readonly string[];
  readonly placeholder?: string;
  readonly isMultiline?: boolean;
  /** A name or a sentence, not a key or a body. */
  readonly isWords?: boolean;
}

export function TextEntry(props: TextEntryProps): JSX.Element {
  const { label, help, docs, value, onCommit, read = shortText, suggestions = [] } = props;
  const id = useId();
  const { text, problem, ...handlers } = useDraft(value, read, onCommit);
  const shared = {
    ...describing(id, problem),
    ...handlers,
    value: text,
    className: styles['input'],
    'data-words': props.isWords === true,
    placeholder: props.placeholder,
    spellCheck: false,
    autoComplete: 'off',
  };
  return (
    <FieldFrame id={id} label={label} help={help} docs={docs} problem={problem}>
      {props.isMultiline === true ? (
        <textarea {...shared} rows={Math.min(8, Math.max(2, text.split('\n').length))} />
      ) : (
        <input {...shared} list={suggestions.length === 0 ? undefined : `${id}-list`} />
      )}
      {suggestions.length > 0 && (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </FieldFrame>
  );
}

interface OptionalTextEntryProps extends Omit<TextEntryProps, 'value' | 'onCommit'> {
  readonly value: string | undefined;
  readonly onCommit: Commit<string | undefined>;
}

/** Text that may be missing: an emptied field is no value at all. */
export function OptionalTextEntry({ value, onCommit, ...rest }: OptionalTextEntryProps): JSX.Element {
  const { read = shortText } = rest;
  return (
    <TextEntry
      placeholder="not set"
      {...rest}
      value={value ?? ''}
      read={(text) => (text === '' ? { ok: true, value: '' } : read(text))}
      onCommit={(text) => onCommit(text === '' ? undefined : text)}
    />
  );
}
