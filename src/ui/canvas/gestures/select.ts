/** Selecting things, and showing what they are. */
import type { App } from '#app';

interface SelectOptions {
  /** The others stay selected; what was selected already is not any more. */
  readonly adds: boolean;
}

export function select(app: App, key: string, { adds }: SelectOptions): void {
  const { selection, select: choose } = app.view.getState();
  if (!adds) choose([key]);
  else
    choose(selection.includes(key) ? selection.filter((one) => one !== key) : [...selection, key]);
}

/** Selects a thing and opens the panel that tells of it. */
export function inspect(app: App, key: string): void {
  const { select: choose, setPanel } = app.view.getState();
  choose([key]);
  setPanel('right', { open: true, tab: 'inspector' });
}
