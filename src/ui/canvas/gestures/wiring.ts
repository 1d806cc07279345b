/** Drawing a wire, by pointer or by keys: where it may go, and what comes of it. */
import { bindingKeyOf, whyNotWire, wire } from '#app';
import type { App } from '#app';
import type { Scenario } from '#scenario';
import type { CanvasStore, Wiring } from '../canvas-store.ts';
import { titleOf } from '../graph/thing.ts';
import { comparesKeys, firstKeyOf } from './first-key.ts';

export function startWiring(
  app: App,
  canvas: CanvasStore,
  from: string,
  seeks: Wiring['seeks'],
  by: Wiring['by'],
): void {
  const { scenario } = app.document.getState();
  const { graph } = canvas.getState();
  const reasons = new Map<string, string | null>();
  for (const key of graph.nodes.keys()) {
    if (key !== from) reasons.set(key, whyNot(scenario, from, key, seeks));
  }
  canvas.getState().startWiring({ from, seeks, by, reasons });
  const count = [...reasons.values()].filter((reason) => reason === null).length;
  const thing = graph.nodes.get(from)?.thing;
  const name = thing === undefined ? '' : titleOf(thing);
  app.view
    .getState()
    .announce(
      seeks === 'target'
        ? `Wiring from ${name}: ${count} possible ${count === 1 ? 'target' : 'targets'}`
        : `Wiring to ${name}: ${count} possible ${count === 1 ? 'source' : 'sources'}`,
    );
}

const whyNot = (scenario: Scenario, from: string, to: string, seeks: Wiring['seeks']) =>
  seeks === 'target' ? whyNotWire(scenario, from, to) : whyNotWire(scenario, to, from);

/** Makes the wire. A binding whose key matters is at once ready for its key to be typed. */
export function wireTogether(app: App, canvas: CanvasStore, from: string, to: string): void {
  const { graph } = canvas.getState();
  const source = graph.nodes.get(from)?.thing;
  const target = graph.nodes.get(to)?.thing;
  if (source === undefined || target === undefined) return;
  const label = `Wire ${titleOf(source)} to ${titleOf(target)}`;
  const before = app.document.getState().scenario;
  const routingKey = firstKeyOf(source, target, before);
  app.document
    .getState()
    .edit(label, (scenario) => wire(scenario, from, to, routingKey === null ? {} : { routingKey }));
  const after = app.document.getState().scenario;
  if (after === before) {
    app.view.getState().announce('They are wired already.');
    return;
  }
  const added = after.bindings.find((binding) => !before.bindings.includes(binding));
  app.view.getState().announce(`${titleOf(source)} is wired to ${titleOf(target)}.`);
  if (added === undefined) return;
  const key = bindingKeyOf(added);
  app.view.getState().select([key]);
  if (comparesKeys(source)) canvas.getState().edit(key);
}

/** Said when a wire was dropped where it may not go. */
export function refuseWire(app: App, reason: string): void {
  app.view.getState().announce(reason);
}
