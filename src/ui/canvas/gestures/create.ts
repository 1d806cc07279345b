/** Makes a thing and wires it, in one step: from a wire that ends on a free place, or from a menu. */
import { addClient, addExchange, addQueue, bindingKeyOf, nodeKeyOf, uniqueName, wire } from '#app';
import type { AddedKind, App } from '#app';
import type { Scenario } from '#scenario';
import type { CanvasStore, Wiring } from '../canvas-store.ts';
import { newSizeOf } from '../graph/node-size.ts';
import { columnGap, nearestFree } from '../graph/place-things.ts';
import type { Point } from '../graph/place-things.ts';
import { exchangeTypeOf, titleOf } from '../graph/thing.ts';
import type { NodeKind, Thing } from '../graph/thing.ts';
import { focusNode } from '../keys/focus-node.ts';
import { comparesKeys, firstKeyOf } from './first-key.ts';

/** A program says for itself what it is wired to. */
export type WiredKind = Exclude<AddedKind, 'program'>;

/** What can be made at the other end of a wire. */
export function kindsToWire({ kind }: Thing, seeks: Wiring['seeks']): readonly WiredKind[] {
  if (seeks === 'target') {
    if (kind === 'queue') return ['consumer', 'app'];
    if (kind === 'exchange') return ['queue', 'exchange'];
    return kind === 'consumer' ? [] : ['exchange', 'queue'];
  }
  if (kind === 'exchange') return ['producer', 'exchange', 'app'];
  if (kind === 'queue') return ['exchange', 'producer', 'app'];
  return kind === 'producer' ? [] : ['queue'];
}

/** As what it stands on the canvas. */
export const nodeKindOf = (kind: AddedKind): NodeKind => (kind === 'program' ? 'app' : kind);

/** The corner of a new node whose middle is there. */
export function cornerAround(kind: AddedKind, { x, y }: Point): readonly [number, number] {
  const { width, height } = newSizeOf(nodeKindOf(kind));
  return [snapped(x - width / 2), snapped(y - height / 2)];
}

const grid = 10;
const snapped = (value: number): number => Math.round(value / grid) * grid;

/** `at` is where its port is to be; a free place beside the other thing where left out. */
export function makeWired(
  app: App,
  canvas: CanvasStore,
  kind: WiredKind,
  other: string,
  seeks: Wiring['seeks'],
  at?: Point,
): void {
  const thing = canvas.getState().graph.nodes.get(other)?.thing;
  if (thing === undefined) return;
  const { scenario } = app.document.getState();
  const name = uniqueName(scenario, kind);
  const { vhost } = thing;
  const key = nodeKeyOf(kind === 'exchange' || kind === 'queue' ? kind : 'client', name, vhost);
  const [x, y] = placeFor(canvas, kind, other, seeks, at);
  app.document.getState().edit(`Add ${kind} ${name}`, (before) => {
    const made = withThing(before, kind, name, vhost);
    const placed = { ...made, positions: { ...made.positions, [key]: [x, y] as const } };
    return seeks === 'target'
      ? wire(placed, other, key, keyOption(firstKeyOf(thing, { kind, name, key }, before)))
      : wire(placed, key, other, keyOption(keyToReach(kind, name, thing, before)));
  });
  app.view.getState().announce(`Added ${kind} ${name}, wired to ${titleOf(thing)}`);
  showMade(app, canvas, scenario, key);
}

/** A new binding is at once ready for its key to be typed; else the new node has the focus. */
function showMade(app: App, canvas: CanvasStore, before: Scenario, key: string): void {
  const after = app.document.getState().scenario;
  const binding = after.bindings.find((one) => !before.bindings.includes(one));
  app.view.getState().select([key]);
  const source =
    binding === undefined
      ? undefined
      : canvas.getState().graph.nodes.get(nodeKeyOf('exchange', binding.source, binding.vhost));
  if (binding !== undefined && source !== undefined && comparesKeys(source.thing)) {
    canvas.getState().edit(bindingKeyOf(binding));
  } else {
    focusNode(key);
  }
}

const keyOption = (routingKey: string | null): { readonly routingKey?: string } =>
  routingKey === null ? {} : { routingKey };

function withThing(scenario: Scenario, kind: WiredKind, name: string, vhost: string): Scenario {
  if (kind === 'exchange') return addExchange(scenario, { name, vhost, type: 'topic' });
  return kind === 'queue'
    ? addQueue(scenario, { name, vhost })
    : addClient(scenario, { name, vhost, ...(kind === 'app' ? bothHalves : {}) });
}

/** An app stays one whichever half of it is wired first. */
const bothHalves = {
  publishers: [{ rate: { kind: 'steady' as const, per_second: 1 } }],
  consumers: [{}],
};

/** What a new source of messages begins with, so that something arrives at once. */
function keyToReach(
  kind: WiredKind,
  name: string,
  target: Thing,
  scenario: Scenario,
): string | null {
  if (kind === 'exchange') return '#';
  if (target.kind !== 'exchange') return null;
  const type = exchangeTypeOf(target);
  const binding = scenario.bindings.find(
    ({ source, vhost }) => source === target.name && vhost === target.vhost,
  );
  if (binding === undefined || (type !== 'topic' && type !== 'direct')) return name;
  if (type === 'direct') return binding.routing_key;
  const words = binding.routing_key.split('.').filter((word) => word !== '#');
  return words.map((word) => (word === '*' ? 'any' : word)).join('.') || name;
}

function placeFor(
  canvas: CanvasStore,
  kind: WiredKind,
  other: string,
  seeks: Wiring['seeks'],
  at: Point | undefined,
): readonly [number, number] {
  const { boxes } = canvas.getState();
  const { width, height } = newSizeOf(kind);
  if (at !== undefined) {
    const x = seeks === 'target' ? at.x : at.x - width;
    return [snapped(x), snapped(at.y - height / 2)];
  }
  const box = boxes.get(other);
  if (box === undefined) return [0, 0];
  const x = seeks === 'target' ? box.x + box.width + columnGap : box.x - columnGap - width;
  const y = box.y + box.height / 2 - height / 2;
  const free = nearestFree({ x, y, width, height }, [...boxes.values()]);
  return [snapped(free.x), snapped(free.y)];
}
