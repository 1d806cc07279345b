/** Yes or no; takes effect at once. */
import { useState } from 'react';
import type { JSX } from 'react';
import { SwitchField } from '../../parts/SwitchField.tsx';
import { helpOf } from './help-of.tsx';
import type { EntryText } from './help-of.tsx';
import type { Commit } from './use-draft.ts';

interface FlagEntryProps extends EntryText {
  readonly value: boolean;
  readonly onCommit: Commit<boolean>;
}

export function FlagEntry(props: FlagEntryProps): JSX.Element {
  const { label, value, onCommit } = props;
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <SwitchField
      label={label}
      help={helpOf(props)}
      problem={problem}
      value={value}
      onChange={(isOn) => setProblem(onCommit(isOn))}
    />
  );
}
