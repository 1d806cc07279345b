/**
 * Opens what the address names after its `#`: a shared run, a scenario of the library, or a recorded
 * case. A link that is broken, cut off or from elsewhere is told in a sentence, and what was open stays
 * open.
 */
import type { App } from '../app.ts';

export type FragmentOutcome = 'none' | 'opened' | 'broken';

/** Null where it has opened what the fragment names; else the sentence that says why not. */
type Opener = (app: App, fragment: string) => Promise<string | null>;

export async function openFragment(app: App, fragment: string): Promise<FragmentOutcome> {
  if (fragment === '' || fragment === '#') return 'none';
  const open = await openerOf(fragment);
  const message = await open(app, fragment);
  if (message === null) return 'opened';
  app.view.getState().notify({
    tone: 'error',
    text: message,
    lastsMs: null,
    action: { label: 'Open the gallery', perform: () => app.view.getState().openDialog('gallery') },
  });
  return 'broken';
}

/** Each is loaded when there is something for it to open. */
async function openerOf(fragment: string): Promise<Opener> {
  if (fragment.startsWith('#scenario:'))
    return (await import('./open-library-link.ts')).openLibraryLink;
  if (fragment.startsWith('#case:')) return (await import('../cases/open-case.ts')).openCase;
  return (await import('./open-shared-link.ts')).openSharedLink;
}
