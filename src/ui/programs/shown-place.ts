/**
 * The place in the text of a program that somebody has asked to see, by a line of the console, an entry
 * of the journal or a step of a message's journey; and the one that they only point at.
 */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { nodeKeyOf } from '#app';
import type { App, ProgramPlace } from '#app';

export interface ShownPlace {
  /** Counted, so that the same place is shown again when it is asked for again. */
  readonly asked: (ProgramPlace & { readonly number: number; readonly takesFocus: boolean }) | null;
  readonly pointedAt: ProgramPlace | null;
}

const stores = new WeakMap<App, StoreApi<ShownPlace>>();

export function shownPlaceOf(app: App): StoreApi<ShownPlace> {
  const known = stores.get(app);
  if (known !== undefined) return known;
  const store = createStore<ShownPlace>()(() => ({ asked: null, pointedAt: null }));
  stores.set(app, store);
  return store;
}

/** Selects the program and brings the line of its text into sight. */
export function showPlace(app: App, place: ProgramPlace, { takesFocus = false } = {}): void {
  const key = nodeKeyOf('client', place.client);
  const { selection, message, select, setPanel } = app.view.getState();
  if (selection.length !== 1 || selection[0] !== key || message !== null) select([key]);
  setPanel('right', { open: true, tab: 'inspector' });
  const store = shownPlaceOf(app);
  const number = (store.getState().asked?.number ?? 0) + 1;
  // What pointed at it may be gone by now, and would never take that back.
  store.setState({ asked: { ...place, number, takesFocus }, pointedAt: null });
}

/** Marks a line of the program that is open, if it is of that one; null to mark none. */
export function pointAt(app: App, pointedAt: ProgramPlace | null): void {
  shownPlaceOf(app).setState({ pointedAt });
}
