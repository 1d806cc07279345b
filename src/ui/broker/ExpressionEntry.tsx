/**
 * A regular expression of a permission. With every letter it says what it would allow; it goes to the
 * document when the field is left, and not at all while the broker could not read it.
 */
import type { JSX, ReactNode } from 'react';
import type { Reader } from '../inspector/forms/reading.ts';
import { anyText } from '../inspector/forms/reading.ts';
import { useDraft } from '../inspector/forms/use-draft.ts';
import type { Commit } from '../inspector/forms/use-draft.ts';
import { Field } from '../parts/Field.tsx';

interface ExpressionEntryProps {
  readonly label: string;
  readonly value: string;
  /** What the broker says of an expression that it cannot read; null where it can. */
  readonly problemOf: (expression: string) => string | null;
  /** What an expression allows, said below the field. */
  readonly effectOf: (expression: string) => ReactNode;
  readonly onCommit: Commit<string>;
}

const lengthMax = 10_000;

export function ExpressionEntry(props: ExpressionEntryProps): JSX.Element {
  const { label, value, problemOf, effectOf, onCommit } = props;
  const read: Reader<string> = (text) => {
    const problem = problemOf(text);
    return problem === null ? anyText(lengthMax)(text) : { ok: false, problem };
  };
  const { text, problem, ...handlers } = useDraft(value, read, onCommit);
  return (
    <Field label={label} problem={problem} help={problem === null ? effectOf(text) : undefined}>
      {(control) => (
        <input
          {...control}
          {...handlers}
          value={text}
          spellCheck={false}
          autoComplete="off"
          data-mono
        />
      )}
    </Field>
  );
}
