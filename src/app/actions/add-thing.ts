/**
 * Adds a thing of each kind as it is most often wanted, in a free place, and selects it. What is left
 * to say is said in the inspector or by wiring it.
 */
import { addClient, addExchange, addQueue, nodeKeyOf, uniqueName } from '#scenario';
import type { Scenario } from '#scenario';
import type { App } from '../app.ts';
import { freePlace } from './free-place.ts';
import { programTemplate } from './program-template.ts';

export const addedKinds = ['producer', 'exchange', 'queue', 'consumer', 'app', 'program'] as const;
export type AddedKind = (typeof addedKinds)[number];

export interface AddOptions {
  /** Where its top left corner goes; a free place near the middle of the canvas where left out. */
  readonly at?: readonly [number, number];
}

/** Gives the key of the new node. */
export function addThing(app: App, kind: AddedKind, { at }: AddOptions = {}): string {
  const { scenario, edit } = app.document.getState();
  const name = kind === 'program' ? programName(scenario) : uniqueName(scenario, kind);
  const key = nodeKeyOf(kind === 'exchange' || kind === 'queue' ? kind : 'client', name);
  const place = at ?? freePlace(scenario, app.view.getState().canvasCentre);
  edit(`Add ${kind}`, (before) => {
    const after = withThing(before, kind, name);
    return { ...after, positions: { ...after.positions, [key]: [place[0], place[1]] } };
  });
  app.view.getState().select([key]);
  app.view.getState().announce(`Added ${kind} ${name}`);
  return key;
}

function withThing(scenario: Scenario, kind: AddedKind, name: string): Scenario {
  switch (kind) {
    case 'exchange':
      return addExchange(scenario, { name, type: 'topic' });
    case 'queue':
      return addQueue(scenario, { name });
    case 'producer':
      return addClient(scenario, {
        name,
        publishers: [{ rate: { kind: 'steady', per_second: 1 } }],
      });
    case 'consumer':
      // It consumes nothing until it is wired to a queue.
      return addClient(scenario, { name, consumers: [{}] });
    case 'app':
      // One half of each kind, so that it stays an app whichever is wired first.
      return addClient(scenario, {
        name,
        publishers: [{ rate: { kind: 'steady', per_second: 1 } }],
        consumers: [{}],
      });
    case 'program':
      return addClient(scenario, { name, program: { source: programTemplate } });
  }
}

/** `program.js`, then `program-2.js`: it is a file to whoever wrote it. */
function programName(scenario: Scenario): string {
  const names = new Set(scenario.clients.map((client) => client.name));
  let name = 'program.js';
  for (let number = 2; names.has(name); number++) name = `program-${number}.js`;
  return name;
}
