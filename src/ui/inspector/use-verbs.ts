/**
 * What a panel can do: change the document, do something to the run, move the playhead, select. One
 * place that knows the stores' words for it.
 */
import { useMemo } from 'react';
import { editChecked } from '#app';
import type { MessageId } from '#engine';
import type { Scenario } from '#scenario';
import type { Act } from '#sim';
import { useApp } from '../app-context.tsx';

export interface Verbs {
  /** Changes the document if it stays valid. Says why not, or null. */
  readonly edit: (label: string, change: (scenario: Scenario) => Scenario) => string | null;
  /** Does something at the playhead; `label` says what, for undo. */
  readonly intervene: (act: Act, label: string) => void;
  readonly seek: (ms: number) => void;
  readonly select: (keys: readonly string[]) => void;
  /** Opens a message; null closes it. */
  readonly inspect: (message: MessageId | null) => void;
  /** Brings the inspector into sight. */
  readonly showInspector: () => void;
  readonly follow: (message: MessageId | null) => void;
}

export function useVerbs(): Verbs {
  const app = useApp();
  return useMemo(
    () => ({
      edit: (label, change) => editChecked(app, label, change),
      intervene: (act, label) => app.playback.getState().intervene(act, label),
      seek: (ms) => {
        app.playback.getState().pause();
        app.playback.getState().seek(ms);
      },
      select: (keys) => app.view.getState().select(keys),
      inspect: (message) => app.view.getState().inspectMessage(message),
      showInspector: () => app.view.getState().setPanel('right', { open: true, tab: 'inspector' }),
      follow: (message) => app.view.getState().follow(message),
    }),
    [app],
  );
}
