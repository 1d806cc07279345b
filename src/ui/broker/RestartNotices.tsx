/** When the run comes past a restart of the broker, a notice says what it cost and leads to all of it. */
import { useEffect } from 'react';
import { restartLosses } from '#app';
import type { App, Playback } from '#app';
import { useApp } from '../app-context.tsx';
import { showBroker } from './broker-place.ts';
import { isHarmless, lossText } from './loss-text.ts';

export function RestartNotices(): null {
  const app = useApp();
  useEffect(
    () =>
      app.playback.subscribe((playback, before) => {
        if (hasPassedRestart(playback, before)) tellLosses(app);
      }),
    [app],
  );
  return null;
}

function hasPassedRestart({ history }: Playback, { history: before }: Playback): boolean {
  if (history === before) return false;
  const { now, intervenedCount } = history.present;
  const known = before.present;
  if (now < known.now || intervenedCount <= known.intervenedCount) return false;
  return history.run.interventions
    .slice(known.intervenedCount, intervenedCount)
    .some(({ act }) => act.type === 'broker.restart');
}

function tellLosses(app: App): void {
  const [losses] = restartLosses(app.playback.getState().history.present);
  if (losses === undefined) return;
  app.view.getState().notify({
    tone: isHarmless(losses) ? 'info' : 'warning',
    text: `The broker restarted: ${lossText(losses)}.`,
    action: {
      label: 'What was lost',
      perform: () => showBroker(app, 'restart', String(losses.number)),
    },
    lastsMs: 10_000,
  });
}
