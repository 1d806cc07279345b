/**
 * How a visit begins: with what the address names, else with the work that was left here last, else
 * with the opening scenario, at work from its first moment.
 */
import { openingEntry } from '#library';
import { createApp } from './app.ts';
import type { App } from './app.ts';
import { openFragment } from './links/open-fragment.ts';
import { runOf } from './run-of.ts';
import type { SettingsStorage } from './settings.ts';
import type { Work, WorkStorage } from './works/work-storage.ts';

export interface StartOptions {
  readonly storage: WorkStorage | null;
  readonly settings: SettingsStorage | null;
  /** Of the address, with its `#`. */
  readonly fragment: string;
}

/** A browser whose storage does not answer must not keep the page from opening. */
const storageMsMax = 1_000;

export async function startApp({ storage, settings, fragment }: StartOptions): Promise<App> {
  const works = await within(storageMsMax, storage?.list());
  const app = createApp({ run: runOf(openingEntry.load()), source: 'opening', storage, settings });
  const last = works.find(({ id }) => id === storage?.openId) ?? works[0];
  const lastTouched = works.find(({ isTouched }) => isTouched);

  const outcome = await openFragment(app, fragment);
  if (outcome !== 'opened') {
    const isReopened = last !== undefined && (await app.works.reopen(last.id));
    if (!isReopened) app.playback.getState().play();
  }
  // What somebody has made is never further away than one click.
  const isOpen = lastTouched?.id === app.document.getState().workId;
  if (lastTouched !== undefined && !isOpen) offerBack(app, lastTouched);
  return app;
}

function offerBack(app: App, { id, title }: Work): void {
  app.view.getState().notify({
    text: `Your work “${title}” is kept.`,
    action: { label: 'Reopen it', perform: () => void app.works.reopen(id) },
    lastsMs: 15_000,
  });
}

async function within(
  ms: number,
  list: Promise<readonly Work[]> | undefined,
): Promise<readonly Work[]> {
  const patience = new Promise<readonly Work[]>((resolve) => setTimeout(resolve, ms, []));
  try {
    return (await Promise.race([list, patience])) ?? [];
  } catch {
    return [];
  }
}
