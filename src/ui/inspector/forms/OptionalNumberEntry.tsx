/** A number that may be missing: an emptied field is no value at all. */
import type { JSX } from 'react';
import { NumberInput, readerFor } from './NumberInput.tsx';
import type { NumberText } from './NumberInput.tsx';
import { orNothing } from './reading.ts';
import type { Commit } from './use-draft.ts';

interface OptionalNumberEntryProps extends NumberText {
  readonly value: number | undefined;
  readonly onCommit: Commit<number | undefined>;
  readonly placeholder?: string;
}

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
