/** One of a few; takes effect at once. */
import { useState } from 'react';
import type { JSX } from 'react';
import { SelectField } from '../../parts/SelectField.tsx';
import { helpOf } from './help-of.tsx';
import type { EntryText } from './help-of.tsx';
import type { Commit } from './use-draft.ts';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface ChoiceEntryProps<Value extends string> extends EntryText {
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onCommit: Commit<Value>;
}

export function ChoiceEntry<Value extends string>(props: ChoiceEntryProps<Value>): JSX.Element {
  const { label, value, choices, onCommit } = props;
  const [problem, setProblem] = useState<string | null>(null);
  // What a document says is shown even where it is none of the choices.
  const isForeign = !choices.some((choice) => choice.value === value);
  return (
    <SelectField
      label={label}
      help={helpOf(props)}
      problem={problem}
      value={value}
      options={isForeign ? [{ value, label: value }, ...choices] : choices}
      onChange={(chosen) => setProblem(onCommit(chosen))}
    />
  );
}

/** Choices that are called what they are. */
export const choicesOf = <Value extends string>(values: readonly Value[]): Choice<Value>[] =>
  values.map((value) => ({ value, label: value }));
