/** Dark, light, or as the system has it. */
import { Monitor, Moon, Sun } from 'lucide-react';
import type { JSX } from 'react';
import type { Theme } from '#app';
import { useApp, useView } from '../app-context.tsx';
import { Menu } from '../parts/Menu.tsx';
import type { MenuEntry } from '../parts/menu-entry.ts';

const themes: readonly {
  readonly theme: Theme;
  readonly label: string;
  readonly icon: JSX.Element;
}[] = [
  { theme: 'dark', label: 'Dark', icon: <Moon /> },
  { theme: 'light', label: 'Light', icon: <Sun /> },
  { theme: 'system', label: 'As the system has it', icon: <Monitor /> },
];

export const themeEntries = (
  current: Theme,
  choose: (theme: Theme) => void,
): readonly MenuEntry[] =>
  themes.map(({ theme, label, icon }) => ({
    kind: 'action',
    label,
    icon,
    isChecked: theme === current,
    perform: () => choose(theme),
  }));

export function ThemeMenu(): JSX.Element {
  const app = useApp();
  const current = useView((view) => view.theme);
  const icon = themes.find(({ theme }) => theme === current)?.icon ?? <Monitor />;
  return (
    <Menu
      label="Theme"
      icon={icon}
      align="end"
      entries={() => themeEntries(current, app.view.getState().setTheme)}
    />
  );
}
