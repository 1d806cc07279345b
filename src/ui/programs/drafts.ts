/**
 * What has been written into programs and does not run yet. It outlives the selection, and is nobody
 * else's business: not part of the document, and nothing to undo.
 */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { App } from '#app';
import type { ClientSpec } from '#scenario';

type ProgramSpec = NonNullable<ClientSpec['program']>;

export interface Draft {
  readonly source: string | null;
  readonly arguments: readonly string[] | null;
}

/** By the names of clients; those without a draft are not in it. */
export type Drafts = ReadonlyMap<string, Draft>;

const stores = new WeakMap<App, StoreApi<Drafts>>();

export function draftsOf(app: App): StoreApi<Drafts> {
  const known = stores.get(app);
  if (known !== undefined) return known;
  const store = createStore<Drafts>()(() => new Map());
  stores.set(app, store);
  return store;
}

const nothing: Draft = { source: null, arguments: null };

/** What differs from the document is a draft, what does not is none. */
export function draft(app: App, client: string, change: Partial<Draft>): void {
  const { program } = specOf(app, client) ?? {};
  if (program === undefined) return;
  const store = draftsOf(app);
  const before = store.getState().get(client) ?? nothing;
  const next = differing({ ...before, ...change }, program);
  const drafts = new Map(store.getState());
  if (next.source === null && next.arguments === null) drafts.delete(client);
  else drafts.set(client, next);
  store.setState(drafts, true);
}

function differing(next: Draft, program: ProgramSpec): Draft {
  const isSameList =
    next.arguments?.length === program.arguments.length &&
    next.arguments.every((text, index) => text === program.arguments[index]);
  return {
    source: next.source === program.source ? null : next.source,
    arguments: isSameList ? null : next.arguments,
  };
}

export const specOf = ({ document }: App, client: string): ClientSpec | undefined =>
  document.getState().scenario.clients.find(({ name }) => name === client);
