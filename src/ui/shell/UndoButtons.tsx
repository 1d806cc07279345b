/** Undo and redo; each says what it would undo or redo. */
import { Redo2, Undo2 } from 'lucide-react';
import type { JSX } from 'react';
import { ActionButton } from './ActionButton.tsx';

export function UndoButtons(): JSX.Element {
  return (
    <>
      <ActionButton action="undo" icon={<Undo2 />} />
      <ActionButton action="redo" icon={<Redo2 />} />
    </>
  );
}
