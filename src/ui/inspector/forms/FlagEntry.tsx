/** Yes or no; takes effect at once. */
import { useId, useState } from 'react';
import type { JSX } from 'react';
import { FieldFrame, describing } from './FieldFrame.tsx';
import type { FieldText } from './FieldFrame.tsx';
import type { Commit } from './use-draft.ts';
import styles from './forms.module.css';

interface FlagEntryProps extends FieldText {
  readonly value: boolean;
  readonly onCommit: Commit<boolean>;
}

export function FlagEntry({ label, help, docs, value, onCommit }: FlagEntryProps): JSX.Element {
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <FieldFrame id={id} label={label} help={help} docs={docs} problem={problem} isInline>
      <input
        {...describing(id, problem)}
        className={styles['switch']}
        type="checkbox"
        role="switch"
        checked={value}
        onChange={(event) => setProblem(onCommit(event.target.checked))}
      />
    </FieldFrame>
  );
}
