/** Selecting things, and showing what they are. */
import type { App } from '#app';
import type { MessageId } from '#engine';

interface SelectOptions {
  /** The others stay selected; what was selected already is not any more. */
  readonly adds: boolean;
}

export function select(app: App, key: string, { adds }: SelectOptions): void {
  const view = app.view.getState();
  const { selection } = view;
  if (!adds) view.select([key]);
  else if (selection.includes(key)) view.select(selection.filter((one) => one !== key));
  else view.select([...selection, key]);
}

/** Selects a thing and opens the panel that tells of it. */
export function inspect(app: App, key: string): void {
  app.view.getState().select([key]);
  app.view.getState().setPanel('right', { open: true, tab: 'inspector' });
}

/** Opens a message in the panel, with its journey. */
export function inspectMessage(app: App, message: MessageId): void {
  app.view.getState().inspectMessage(message);
  app.view.getState().setPanel('right', { open: true, tab: 'inspector' });
}

/** What was selected by one key goes by another from now on. */
export function keepSelected(app: App, before: string, after: string): void {
  const view = app.view.getState();
  if (!view.selection.includes(before)) return;
  view.select(view.selection.map((one) => (one === before ? after : one)));
}
