/** One of a few; takes effect at once. */
import { useId, useState } from 'react';
import type { JSX } from 'react';
import { FieldFrame, describing } from './FieldFrame.tsx';
import type { FieldText } from './FieldFrame.tsx';
import type { Commit } from './use-draft.ts';
import styles from './forms.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface ChoiceEntryProps<Value extends string> extends FieldText {
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onCommit: Commit<Value>;
}

export function ChoiceEntry<Value extends string>(props: ChoiceEntryProps<Value>): JSX.Element {
  const { label, help, docs, value, choices, onCommit } = props;
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  // What a document says is shown even where it is none of the choices.
  const isForeign = !choices.some((choice) => choice.value === value);
  return (
    <FieldFrame id={id} label={label} help={help} docs={docs} problem={problem}>
      <select
        {...describing(id, problem)}
        className={styles['input']}
        data-words
        value={value}
        onChange={(event) => setProblem(onCommit(event.target.value as Value))}
      >
        {isForeign && <option value={value}>{value}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** Choices that are called what they are. */
export const choicesOf = <Value extends string>(values: readonly Value[]): Choice<Value>[] =>
  values.map((value) => ({ value, label: value }));
