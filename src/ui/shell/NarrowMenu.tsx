/** On a phone, all that has no place of its own in the bar. */
import {
  Braces,
  Download,
  EllipsisVertical,
  FilePlus2,
  Keyboard,
  LibraryBig,
  Link,
  RotateCcw,
  Search,
  Upload,
} from 'lucide-react';
import type { JSX } from 'react';
import { profileNames } from '#app';
import { useApp } from '../app-context.tsx';
import { Menu } from '../parts/Menu.tsx';
import type { MenuEntry } from '../parts/menu-entry.ts';
import { actionEntry } from './action-entries.ts';
import { themeEntries } from './ThemeMenu.tsx';

export function NarrowMenu(): JSX.Element {
  const app = useApp();
  const entries = (): readonly MenuEntry[] => [
    actionEntry(app, 'copy-link', { icon: <Link /> }),
    actionEntry(app, 'open-gallery', { icon: <LibraryBig /> }),
    actionEntry(app, 'new-scenario', { icon: <FilePlus2 /> }),
    actionEntry(app, 'begin-again', { icon: <RotateCcw /> }),
    actionEntry(app, 'toggle-code', { icon: <Braces /> }),
    actionEntry(app, 'commands', { icon: <Search /> }),
    actionEntry(app, 'import-file', { icon: <Upload /> }),
    actionEntry(app, 'export-file', { icon: <Download /> }),
    actionEntry(app, 'shortcuts', { icon: <Keyboard /> }),
    { kind: 'heading', label: 'Version' },
    ...profileNames.map(
      (profile): MenuEntry => ({
        kind: 'action',
        label: `RabbitMQ ${profile}`,
        isChecked: app.document.getState().scenario.profile === profile,
        perform: () =>
          app.document
            .getState()
            .edit(`Run on RabbitMQ ${profile}`, (scenario) => ({ ...scenario, profile })),
      }),
    ),
    { kind: 'heading', label: 'Theme' },
    ...themeEntries(app.view.getState().theme, app.view.getState().setTheme),
  ];
  return <Menu label="More" icon={<EllipsisVertical />} align="end" entries={entries} />;
}
