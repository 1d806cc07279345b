/** An action as a control shows it: its name now, its shortcut, and whether it can be done now. */
import { useCallback, useSyncExternalStore } from 'react';
import { actionOf } from '#app';
import type { App } from '#app';
import { useApp } from '../app-context.tsx';

export interface ActionControl {
  readonly label: string;
  readonly shortcut: string | undefined;
  readonly isEnabled: boolean;
  readonly perform: () => void;
}

/** Renders again only when what can be seen of the action changes. */
export function useAction(id: string): ActionControl {
  const app = useApp();
  const action = actionOf(id);
  const subscribe = useCallback((listener: () => void) => subscribeToAll(app, listener), [app]);
  const isEnabled = useSyncExternalStore(subscribe, () => action.isEnabled(app));
  const label = useSyncExternalStore(subscribe, () => action.labelNow?.(app) ?? action.label);
  return { label, shortcut: action.shortcut, isEnabled, perform: () => action.perform(app) };
}

function subscribeToAll({ document, playback, view }: App, listener: () => void): () => void {
  const ends = [
    document.subscribe(listener),
    playback.subscribe(listener),
    view.subscribe(listener),
  ];
  return () => {
    for (const end of ends) end();
  };
}
