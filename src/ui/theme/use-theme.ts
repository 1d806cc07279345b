/** The theme that is shown: the visitor's choice, or the system's where they have made none. */
import { useSyncExternalStore } from 'react';
import type { Theme } from '#app';
import { useView } from '../app-context.tsx';

const query = '(prefers-color-scheme: light)';

export function useShownTheme(): 'dark' | 'light' {
  const chosen = useView((view) => view.theme);
  const system = useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => (matchMedia(query).matches ? 'light' : 'dark'),
  );
  return chosen === 'system' ? system : chosen;
}

/** Puts the choice where the stylesheets look for it; without one they follow the system. */
export function showTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') root.removeAttribute('data-theme');
  else root.dataset['theme'] = theme;
}
