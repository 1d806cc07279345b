/** Whether the work is in the browser's keeping. */
import { Check, CloudOff, LoaderCircle } from 'lucide-react';
import type { JSX } from 'react';
import type { SavedState } from '#app';
import { useDocument } from '../app-context.tsx';
import { Chip } from '../parts/Chip.tsx';

const hints: Readonly<Record<SavedState, string>> = {
  saved: 'Kept in this browser',
  saving: 'Being kept in this browser',
  unsaved: 'This browser keeps nothing: export a file to keep your work',
};

const icons: Readonly<Record<SavedState, JSX.Element>> = {
  saved: <Check />,
  saving: <LoaderCircle />,
  unsaved: <CloudOff />,
};

export function SavedChip(): JSX.Element {
  const saved = useDocument((document) => document.saved);
  return (
    <Chip
      hint={hints[saved]}
      icon={icons[saved]}
      tone={saved === 'unsaved' ? 'warning' : saved === 'saved' ? 'good' : 'plain'}
    >
      {saved}
    </Chip>
  );
}
