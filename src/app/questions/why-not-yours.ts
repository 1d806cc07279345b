/**
 * Why a thing on the canvas cannot be changed there: a program has declared it while it ran, or the
 * text of a program says so.
 */
import { bindingKeyOf, nodeKeyOf } from '#scenario';
import type { App } from '../app.ts';
import { endsOf } from './selected-thing.ts';

/** Null for what is part of the document. */
export function whyNotYours({ document }: Pick<App, 'document'>, key: string): string | null {
  const { scenario, found } = document.getState();
  if (found.has(key)) return declared;
  const [kind, ...ends] = key.split('|');
  if (ends.length === 0) return null;
  if (kind === 'binding') {
    const bindings = scenario.bindings.filter((binding) => {
      const { from, to } = endsOf(binding);
      return from === ends[0] && to === ends[1];
    });
    const isFound = bindings.every((binding) => found.has(bindingKeyOf(binding)));
    return bindings.length > 0 && isFound ? declared : null;
  }
  const program = scenario.clients.find(
    (client) => client.program !== undefined && ends.includes(nodeKeyOf('client', client.name)),
  );
  return program === undefined ? null : `That is in the text of ${program.name}.`;
}

const declared =
  'Declared by a program while it runs; it is not part of the scenario. Keep it in the scenario to change it there.';

/** Those of the keys that are part of the document; says why the others are not. */
export function yoursOf(app: App, keys: readonly string[]): readonly string[] {
  const reasons = new Set<string>();
  const yours = keys.filter((key) => {
    const reason = whyNotYours(app, key);
    if (reason !== null) reasons.add(reason);
    return reason === null;
  });
  for (const text of reasons) app.view.getState().notify({ text });
  return yours;
}
