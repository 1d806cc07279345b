/** What a text field offers while one types; anything else can be typed too. */
import type { JSX } from 'react';

interface SuggestionsProps {
  /** What the field's `list` names. */
  readonly id: string;
  readonly of: readonly string[];
}

export function Suggestions({ id, of }: SuggestionsProps): JSX.Element | null {
  if (of.length === 0) return null;
  return (
    <datalist id={id}>
      {of.map((suggestion) => (
        <option key={suggestion} value={suggestion} />
      ))}
    </datalist>
  );
}
