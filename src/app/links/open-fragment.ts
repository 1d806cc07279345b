/**
 * Opens what the address names after its `#`: a shared run, or a scenario of the library. A link that
 * is broken, cut off or from elsewhere is told in a sentence, and what was open stays open.
 */
import type { App } from '../app.ts';
import { runOf } from '../run-of.ts';

const libraryPrefix = '#scenario:';

export type FragmentOutcome = 'none' | 'opened' | 'broken';

export async function openFragment(app: App, fragment: string): Promise<FragmentOutcome> {
  if (fragment === '' || fragment === '#') return 'none';
  if (fragment.startsWith(libraryPrefix)) return openFromLibrary(app, fragment);
  const { decodeShareLink } = await import('./share-codec.ts');
  const link = decodeShareLink(fragment);
  if (!link.ok) return broken(app, link.message);
  app.works.open(runOf(link.scenario, link.interventions), { source: 'link' });
  app.view.getState().announce(`Opened the shared scenario ${link.scenario.title}`);
  return 'opened';
}

async function openFromLibrary(app: App, fragment: string): Promise<FragmentOutcome> {
  const { openLibraryScenario } = await import('./library.ts');
  const id = fragment.slice(libraryPrefix.length);
  if (openLibraryScenario(app, id)) return 'opened';
  return broken(app, `The library has no scenario called “${id.slice(0, 40)}”.`);
}

function broken(app: App, message: string): FragmentOutcome {
  app.view.getState().notify({
    tone: 'error',
    text: message,
    lastsMs: null,
    action: { label: 'Open the gallery', perform: () => app.view.getState().openDialog('gallery') },
  });
  return 'broken';
}
