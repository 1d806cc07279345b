/** Opens the recorded case that an address names. */
import type { ProfileName } from '#engine';
import type { App } from '../app.ts';
import { caseFragment, caseNameText, readCaseFragment } from './case-name.ts';

/** Null where it is open; else the sentence that says why it is not. */
export async function openCase(app: App, fragment: string): Promise<string | null> {
  const name = readCaseFragment(fragment);
  if (name === null)
    return 'This address names no recorded case: one reads #case:area/name, as #case:dead-lettering/policy does.';
  const { loadCase, runOfCase } = await import('./load-case.ts');
  const loaded = await loadCase(name);
  if (!loaded.ok) return loaded.message;
  const { script } = loaded;
  app.works.open(runOfCase(script), { source: 'library' });
  const { isNarrow, setPanel, announce } = app.view.getState();
  if (!isNarrow) setPanel('left', { open: true });
  announce(`Opened the recorded case ${script.story.title}`);
  return null;
}

/** The same case as another version answered it. */
export async function openCaseVersion(app: App, id: string, version: ProfileName): Promise<void> {
  const message = await openCase(app, caseFragment(caseNameText(id, version)));
  if (message !== null) app.view.getState().notify({ tone: 'error', text: message });
}
