/** Saves what is not saved yet when the page goes away: a tab that is hidden may never come back. */
import type { App } from '../app.ts';

/** Gives the function that ends it. */
export function saveOnLeave(app: App): () => void {
  const save = (): void => {
    if (document.visibilityState === 'hidden') void app.works.flush();
  };
  const leave = (): void => void app.works.flush();
  document.addEventListener('visibilitychange', save);
  addEventListener('pagehide', leave);
  return () => {
    document.removeEventListener('visibilitychange', save);
    removeEventListener('pagehide', leave);
  };
}
