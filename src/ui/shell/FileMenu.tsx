/** What can be done with the scenario as a whole. */
import { Download, FilePlus2, FolderOpen, LibraryBig, RotateCcw, Upload } from 'lucide-react';
import type { JSX } from 'react';
import { useApp } from '../app-context.tsx';
import { Menu } from '../parts/Menu.tsx';
import type { MenuEntry } from '../parts/menu-entry.ts';
import { actionEntry } from './action-entries.ts';

export function FileMenu(): JSX.Element {
  const app = useApp();
  const entries = (): readonly MenuEntry[] => [
    actionEntry(app, 'new-scenario', { icon: <FilePlus2 /> }),
    actionEntry(app, 'open-gallery', { icon: <LibraryBig /> }),
    { kind: 'separator' },
    actionEntry(app, 'import-file', { icon: <Upload /> }),
    actionEntry(app, 'export-file', { icon: <Download /> }),
    { kind: 'separator' },
    actionEntry(app, 'begin-again', { icon: <RotateCcw /> }),
  ];
  return (
    <Menu
      label="Scenario"
      buttonLabel="Scenario: new, import, export"
      icon={<FolderOpen />}
      align="end"
      entries={entries}
    />
  );
}
