/** All that an app listens to while its page is open: time, keys, the address, and the page's end. */
import type { App } from './app.ts';
import { followAddress } from './links/follow-address.ts';
import { startTicker } from './ticker.ts';
import { saveOnLeave } from './works/save-on-leave.ts';

/** Gives the function that ends it all. */
export function startPage(app: App): () => void {
  const onFailure = (error: unknown): void => app.view.getState().fail(error);
  const onError = ({ error }: ErrorEvent): void => {
    // A gesture or a key ran into a mistake of ours; other scripts' errors are none of our business.
    if (error instanceof Error && error.message.startsWith('Invariant broken')) onFailure(error);
  };
  const ends = [
    startTicker(app.playback, { onFailure }),
    startShortcutsSoon(app, onFailure),
    followAddress(app),
    saveOnLeave(app),
  ];
  addEventListener('error', onError);
  return () => {
    removeEventListener('error', onError);
    for (const end of ends) end();
  };
}

/** What keys do is everything a user can do: too much to wait for before the page is alive. */
function startShortcutsSoon(app: App, onFailure: (error: unknown) => void): () => void {
  let end: (() => void) | null = null;
  let hasEnded = false;
  import('./keys/shortcuts.ts').then(({ startShortcuts }) => {
    if (!hasEnded) end = startShortcuts(app);
  }, onFailure);
  return () => {
    hasEnded = true;
    end?.();
  };
}
