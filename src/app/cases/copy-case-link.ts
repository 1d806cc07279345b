/** The address of the case that is open. */
import type { App } from '../app.ts';
import { writeToClipboard } from '../links/share-link.ts';
import { caseFragment } from './case-name.ts';

export interface CopyCaseLinkOptions {
  readonly page?: string;
  /** Gives false where the text could not be copied. */
  readonly write?: (text: string) => Promise<boolean>;
}

/** What was done to the run is not part of it: the link shows the case as it was recorded. */
export async function copyCaseLink(
  app: App,
  {
    page = `${location.origin}${location.pathname}`,
    write = writeToClipboard,
  }: CopyCaseLinkOptions = {},
): Promise<void> {
  const { script } = app.playback.getState().history.run;
  if (script === undefined) return;
  const url = `${page}${caseFragment(script.name)}`;
  const { notify } = app.view.getState();
  if (await write(url)) notify({ tone: 'success', text: `Copied ${url}` });
  else
    notify({ text: `The browser does not let the page copy. The link is ${url}`, lastsMs: null });
}
