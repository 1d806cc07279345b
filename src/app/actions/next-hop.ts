import type { App } from '../app.ts';
import type { Action } from './action.ts';
import { tellStep } from './tell-step.ts';

/** Steps on until something happens to the message that is open or followed. */
export const nextHop: Action = {
  id: 'next-hop',
  label: 'To the next hop of the message',
  group: 'Run',
  shortcut: 'N',
  keywords: 'follow journey step',
  isEnabled: ({ view }) => messageIn(view.getState()) !== null,
  perform: (app) => void goToNextHop(app),
};

const messageIn = ({ followed, message }: ReturnType<App['view']['getState']>) =>
  message ?? followed;

async function goToNextHop(app: App): Promise<void> {
  const message = messageIn(app.view.getState());
  if (message === null) return;
  const { instantOfNextHop } = await import('./find-next-hop.ts');
  const { history, pause, seek } = app.playback.getState();
  pause();
  const at = instantOfNextHop(history, message);
  if (at === null) {
    app.view.getState().notify({ text: `Nothing happens to message ${message} for a long time.` });
    return;
  }
  seek(at);
  await tellStep(app);
}
