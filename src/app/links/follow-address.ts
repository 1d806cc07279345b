/**
 * The address of the page. A link that is pasted into it while the page is open is opened; and what
 * has been opened is taken out of the address, so that a reload shows the work as it is by then and
 * not the link once more.
 */
import type { App } from '../app.ts';
import { openFragment } from './open-fragment.ts';

/** Gives the function that ends it. */
export function followAddress(app: App): () => void {
  const open = (): void => {
    void openFragment(app, location.hash);
    forgetFragment();
  };
  forgetFragment();
  addEventListener('hashchange', open);
  return () => removeEventListener('hashchange', open);
}

function forgetFragment(): void {
  if (location.hash !== '') {
    history.replaceState(history.state, '', `${location.pathname}${location.search}`);
  }
}
