/** What a program has declared becomes part of the document. */
import { bindingKeyOf, nodeKeyOf } from '#scenario';
import type { BindingSpec } from '#scenario';
import type { App } from '../app.ts';
import { queueAt } from '../questions/canvas.ts';
import { selectedThing } from '../questions/selected-thing.ts';

/** Why a document cannot declare it; null where it can. */
export function whyNotKeep(app: App, key: string): string | null {
  for (const one of keptWith(app, key)) {
    const reason = whyNotKeepQueue(app, one);
    if (reason !== null) return reason;
  }
  return null;
}

function whyNotKeepQueue({ document, playback }: App, key: string): string | null {
  const thing = selectedThing(document.getState().scenario, key);
  if (thing?.kind !== 'queue') return null;
  if (thing.name.startsWith('amq.'))
    return 'The broker made up its name, and makes up another one the next time.';
  const queue = queueAt(playback.getState().history.present, thing.vhost, thing.name);
  return queue === undefined || queue.exclusiveTo === null
    ? null
    : 'It is exclusive to one connection, and goes with it.';
}

export function keepFound(app: App, key: string): void {
  const keeps = new Set(keptWith(app, key));
  if (keeps.size === 0) return;
  const { scenario, edit } = app.document.getState();
  const thing = selectedThing(scenario, key);
  const what = thing !== null && 'name' in thing ? `${thing.kind} ${thing.name}` : 'the binding';
  edit(`Keep ${what}`, (before) => before, { keeps });
  app.view.getState().announce(`Kept ${what}: it is part of the scenario now`);
}

/** A binding comes with the exchange and the queue that it joins. */
function keptWith({ document }: App, key: string): readonly string[] {
  const { scenario, found } = document.getState();
  const thing = selectedThing(scenario, key);
  const keys =
    thing?.kind === 'bindings'
      ? thing.bindings.flatMap((binding) => [bindingKeyOf(binding), ...keysOfEnds(binding)])
      : [key];
  return keys.filter((one) => found.has(one));
}

const keysOfEnds = (binding: BindingSpec): readonly string[] => [
  nodeKeyOf('exchange', binding.source, binding.vhost),
  nodeKeyOf(binding.destination_type, binding.destination, binding.vhost),
];
