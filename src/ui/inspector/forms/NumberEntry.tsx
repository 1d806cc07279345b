/** A number: a whole one within bounds, or any. */
import type { JSX } from 'react';
import { NumberInput, readerFor } from './NumberInput.tsx';
import type { NumberText } from './NumberInput.tsx';
import type { Commit } from './use-draft.ts';

interface NumberEntryProps extends NumberText {
  readonly value: number;
  readonly onCommit: Commit<number>;
}

export function NumberEntry({ value, onCommit, ...rest }: NumberEntryProps): JSX.Element {
  return <NumberInput {...rest} text={String(value)} read={readerFor(rest)} onCommit={onCommit} />;
}
