/** The dialog that is open; each is loaded when it is first wanted. */
import { lazy, Suspense } from 'react';
import type { ComponentType, JSX } from 'react';
import type { DialogName } from '#app';
import { useApp, useView } from '../app-context.tsx';

export interface DialogProps {
  readonly onClose: () => void;
}

const dialogs: Readonly<Record<DialogName, ComponentType<DialogProps>>> = {
  gallery: lazy(async () => ({ default: (await import('../gallery/Gallery.tsx')).Gallery })),
  share: lazy(async () => ({ default: (await import('../share/ShareDialog.tsx')).ShareDialog })),
  commands: lazy(async () => ({
    default: (await import('../commands/CommandPalette.tsx')).CommandPalette,
  })),
  shortcuts: lazy(async () => ({
    default: (await import('../commands/ShortcutsDialog.tsx')).ShortcutsDialog,
  })),
};

export function Dialogs(): JSX.Element | null {
  const app = useApp();
  const open = useView((view) => view.dialog);
  if (open === null) return null;
  const OpenDialog = dialogs[open];
  return (
    <Suspense fallback={null}>
      <OpenDialog onClose={() => app.view.getState().openDialog(null)} />
    </Suspense>
  );
}
