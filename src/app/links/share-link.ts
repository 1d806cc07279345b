/** Links that hold a whole run: nothing is stored anywhere but in the link. */
import { countText } from '../words/number-text.ts';
import type { App } from '../app.ts';

/** Above this, chats and mail programs begin to cut links off. */
export const linkLengthSafe = 2_000;

export interface ShareLink {
  readonly url: string;
  /** Null where it can be sent anywhere. */
  readonly warning: string | null;
}

export interface ShareOptions {
  /** The document as it stands at the playhead, without what was done until then. */
  readonly onlyScenario?: boolean;
  /** The address of the page; its own where left out. */
  readonly page?: string;
}

export async function shareLinkOf(
  app: App,
  { onlyScenario = false, page = pageAddress() }: ShareOptions = {},
): Promise<ShareLink> {
  const { encodeShareLink } = await loadShareCodec();
  const { run } = app.playback.getState().history;
  const { script } = run;
  const isUntouched = run.interventions.length === 0 && !app.document.getState().isTouched;
  if (script !== undefined && isUntouched && !onlyScenario)
    return { url: `${page}#case:${script.name}`, warning: null };
  const url = `${page}${encodeShareLink(
    onlyScenario
      ? { scenario: app.document.getState().told, interventions: [] }
      : { ...run, case: script?.name },
  )}`;
  const warning =
    url.length <= linkLengthSafe
      ? null
      : `The link has ${countText(url.length)} characters. Some programs cut links off after ` +
        `${countText(linkLengthSafe)}; a file is safer.`;
  return { url, warning };
}

export interface CopyOptions extends ShareOptions {
  /** Gives false where the text could not be copied. */
  readonly write?: (text: string) => Promise<boolean>;
}

/**
 * Copies a link to the run. Where the browser does not let the page write to the clipboard, and where
 * the link is long enough to need a word, the dialog with the link comes up instead.
 */
export async function copyShareLink(
  app: App,
  { write = writeToClipboard, ...options }: CopyOptions = {},
): Promise<void> {
  const { url, warning } = await shareLinkOf(app, options);
  const isCopied = await write(url);
  if (!isCopied || warning !== null) {
    app.view.getState().openDialog('share');
    return;
  }
  app.view.getState().notify({
    tone: 'success',
    text: `Link copied, ${countText(url.length)} characters. It holds the scenario and the run.`,
    action: { label: 'Show', perform: () => app.view.getState().openDialog('share') },
  });
}

/** Worth calling early: a browser lets a page copy only a moment after the click. */
export const loadShareCodec = (): Promise<typeof import('./share-codec.ts')> =>
  import('./share-codec.ts');

export async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

const pageAddress = (): string => `${location.origin}${location.pathname}${location.search}`;
