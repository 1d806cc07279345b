/**
 * The address of the page. A link that is pasted into it while the page is open is opened; and what
 * has been opened is taken out of the address, so that a reload shows the work as it is by then and
 * not the link once more.
 */
import type { App } from '../app.ts';
import { openFragment } from './open-fragment.ts';

/** Gives the function that ends it. */
export function followAddress(app: App): () => void {
  const open = async (): Promise<void> => {
    await openFragment(app, location.hash);
    await forgetFragment(app);
  };
  const onHashChange = (): void => void open();
  void forgetFragment(app);
  addEventListener('hashchange', onHashChange);
  return () => removeEventListener('hashchange', onHashChange);
}

/** Not before the work is saved: until then a reload has nothing else to go by. */
async function forgetFragment(app: App): Promise<void> {
  const { hash } = location;
  if (hash === '') return;
  await app.works.flush();
  if (location.hash !== hash) return;
  history.replaceState(history.state, '', `${location.pathname}${location.search}`);
}
