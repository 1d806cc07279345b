/**
 * Text that goes to the document when the field is left or Enter is pressed, never letter by
 * letter, so that one change is one step of undo.
 */
import type { JSX } from 'react';
import { Field } from '../../parts/Field.tsx';
import type { FieldControlProps } from '../../parts/Field.tsx';
import { helpOf } from './help-of.tsx';
import type { EntryText } from './help-of.tsx';
import { shortText } from './reading.ts';
import type { Reader } from './reading.ts';
import { Suggestions } from './Suggestions.tsx';
import { useDraft } from './use-draft.ts';
import type { Commit } from './use-draft.ts';

export interface TextEntryProps extends EntryText {
  readonly value: string;
  readonly onCommit: Commit<string>;
  /** A short string where left out. */
  readonly read?: Reader<string>;
  /** Offered while typing; anything else can be typed too. */
  readonly suggestions?: readonly string[];
  readonly placeholder?: string;
  readonly isMultiline?: boolean;
}

export function TextEntry(props: TextEntryProps): JSX.Element {
  const { value, onCommit, read = shortText, suggestions = [], isMultiline = false } = props;
  const { text, problem, ...handlers } = useDraft(value, read, onCommit);
  const shared = (control: FieldControlProps) => ({
    ...control,
    ...handlers,
    value: text,
    placeholder: props.placeholder,
    spellCheck: false,
    'data-mono': true,
  });
  return (
    <Field label={props.label} help={helpOf(props)} problem={problem}>
      {(control) =>
        isMultiline ? (
          <textarea {...shared(control)} rows={rowsFor(text)} />
        ) : (
          <>
            <input
              {...shared(control)}
              autoComplete="off"
              list={suggestions.length === 0 ? undefined : `${control.id}-list`}
            />
            <Suggestions id={`${control.id}-list`} of={suggestions} />
          </>
        )
      }
    </Field>
  );
}

const rowsFor = (text: string): number => Math.min(8, Math.max(2, text.split('\n').length));
