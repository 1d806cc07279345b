/** Text that may be missing: an emptied field is no value at all. */
import type { JSX } from 'react';
import { shortText } from './reading.ts';
import { TextEntry } from './TextEntry.tsx';
import type { TextEntryProps } from './TextEntry.tsx';
import type { Commit } from './use-draft.ts';

interface OptionalTextEntryProps extends Omit<TextEntryProps, 'value' | 'onCommit'> {
  readonly value: string | undefined;
  readonly onCommit: Commit<string | undefined>;
}

export function OptionalTextEntry(props: OptionalTextEntryProps): JSX.Element {
  const { value, onCommit, read = shortText, ...rest } = props;
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
