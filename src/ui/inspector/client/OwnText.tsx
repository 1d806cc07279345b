/** A text of one's own, or, as long as nothing is written, the one that is specified. */
import type { JSX } from 'react';
import { Field } from '../../parts/Field.tsx';
import { Suggestions } from '../forms/Suggestions.tsx';

interface OwnTextProps {
  readonly label: string;
  /** What it is where nothing else is written. */
  readonly planned: string;
  readonly plannedWords: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly onEnter?: () => void;
  readonly suggestions?: readonly string[];
  readonly isMultiline?: boolean;
}

export function OwnText(props: OwnTextProps): JSX.Element {
  const { label, planned, plannedWords, value, onChange, suggestions = [] } = props;
  const shared = {
    'data-mono': true,
    value: value ?? '',
    placeholder: planned === '' ? '(empty)' : planned,
    spellCheck: false,
    onChange: ({ target }: { readonly target: { readonly value: string } }): void =>
      onChange(target.value === '' ? null : target.value),
  };
  return (
    <Field
      label={label}
      help={value === null ? plannedWords : 'Instead of what is specified; empty it to go back.'}
    >
      {(control) =>
        props.isMultiline === true ? (
          <textarea {...control} {...shared} rows={2} />
        ) : (
          <>
            <input
              {...control}
              {...shared}
              autoComplete="off"
              onKeyDown={(event) => {
                if (event.key === 'Enter') props.onEnter?.();
              }}
              maxLength={255}
              list={`${control.id}-list`}
            />
            <Suggestions id={`${control.id}-list`} of={suggestions} />
          </>
        )
      }
    </Field>
  );
}
