/** Opens the run that a link holds. */
import type { App } from '../app.ts';
import { runOf } from '../run-of.ts';
import { decodeShareLink } from './share-codec.ts';

/** Null where it is open; else the sentence that says why it is not. */
export async function openSharedLink(app: App, fragment: string): Promise<string | null> {
  const link = decodeShareLink(fragment);
  if (!link.ok) return link.message;
  let run = runOf(link.scenario, link.interventions);
  if (link.case !== undefined) {
    const { runWithCase } = await import('../cases/run-with-case.ts');
    const played = await runWithCase(run, link.case);
    if (typeof played === 'string') return played;
    run = played;
  }
  app.works.open(run, { source: 'link' });
  app.view.getState().announce(`Opened the shared scenario ${link.scenario.title}`);
  return null;
}
