/** What a person does to the document on the canvas. Each is one step of undo. */
import {
  bindingKeyOf,
  changeBinding,
  duplicateThings,
  moveThings,
  nodeKeyOf,
  removeThings,
  renameThing,
  yoursOf,
} from '#app';
import type { App } from '#app';
import type { BindingSpec, Scenario } from '#scenario';
import type { CanvasStore } from '../canvas-store.ts';
import type { Point } from '../graph/place-things.ts';
import { titleOf } from '../graph/thing.ts';
import type { Thing } from '../graph/thing.ts';
import { focusNode } from '../keys/focus-node.ts';
import { nearestInDirection } from '../keys/walk.ts';
import type { Direction } from '../keys/walk.ts';
import { keepSelected } from './select.ts';

function edit(app: App, label: string, change: (scenario: Scenario) => Scenario): void {
  app.document.getState().edit(label, change);
  app.view.getState().announce(label);
}

/** Puts the nodes that were dragged where they were left: one step of undo, however far they went. */
export function moveOnCanvas(app: App, canvas: CanvasStore): void {
  const { moved, graph } = canvas.getState();
  const positions = positionsOf(moved);
  const [first] = moved.keys();
  if (first !== undefined) {
    const thing = graph.nodes.get(first)?.thing;
    const name = moved.size > 1 || thing === undefined ? `${moved.size} things` : titleOf(thing);
    edit(app, `Move ${name}`, (scenario) => moveThings(scenario, positions));
  }
  canvas.getState().endMove();
}

type Positions = Record<string, [number, number]>;

const positionsOf = (points: ReadonlyMap<string, Point>): Positions =>
  Object.fromEntries([...points].map(([key, { x, y }]) => [key, [Math.round(x), Math.round(y)]]));

const nudges: Readonly<Record<Direction, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** Moves the selected nodes, or the focused one, by a step; steps in a row are one step of undo. */
export function nudge(
  app: App,
  canvas: CanvasStore,
  focused: string,
  direction: Direction,
  isFar: boolean,
): void {
  const { boxes } = canvas.getState();
  const { selection } = app.view.getState();
  const keys = selection.includes(focused) ? selection.filter((key) => boxes.has(key)) : [focused];
  const step = isFar ? 50 : 10;
  const { x: dx, y: dy } = nudges[direction];
  const moved = new Map<string, Point>();
  for (const key of keys) {
    const box = boxes.get(key);
    if (box !== undefined) moved.set(key, { x: box.x + dx * step, y: box.y + dy * step });
  }
  const label = keys.length === 1 ? 'Move with the keys' : `Move ${keys.length} things`;
  app.document
    .getState()
    .edit(label, (scenario) => moveThings(scenario, positionsOf(moved)), { mergeKey: 'nudge' });
  app.view.getState().announce(`Moved ${direction}`);
}

/** Nodes, lines and bindings, by their keys. The focus goes to what is nearest. */
export function removeFromCanvas(app: App, all: readonly string[], canvas?: CanvasStore): void {
  const keys = yoursOf(app, all);
  if (keys.length === 0) return;
  const next = canvas === undefined ? null : neighbourOf(canvas, keys);
  const label =
    keys.length === 1 ? `Delete ${wordsOfKey(keys[0] ?? '')}` : `Delete ${keys.length} things`;
  edit(app, label, (scenario) => removeThings(scenario, keys));
  app.view.getState().select([]);
  if (next !== null) focusNode(next);
}

function neighbourOf(canvas: CanvasStore, keys: readonly string[]): string | null {
  const { boxes } = canvas.getState();
  const left = new Map([...boxes].filter(([key, box]) => !keys.includes(key) || box === undefined));
  const first = keys.find((key) => boxes.has(key));
  const box = first === undefined ? undefined : boxes.get(first);
  if (first === undefined || box === undefined) return null;
  left.set(first, box);
  for (const direction of ['left', 'up', 'right', 'down'] as const) {
    const found = nearestInDirection(left, first, direction);
    if (found !== null) return found;
  }
  return null;
}

/** `queue:orders` reads `queue orders`; lines and bindings have no short words. */
function wordsOfKey(key: string): string {
  if (key.includes('|') || key.startsWith('binding:')) return 'line';
  return key.replace(':', ' ');
}

export function duplicateOnCanvas(app: App, keys: readonly string[]): void {
  const before = app.document.getState().scenario;
  edit(app, keys.length === 1 ? 'Duplicate' : `Duplicate ${keys.length} things`, (scenario) =>
    duplicateThings(scenario, keys),
  );
  const after = app.document.getState().scenario;
  app.view
    .getState()
    .select(Object.keys(after.positions).filter((key) => !(key in before.positions)));
}

/** The key that the thing has from then on. */
export function rename(app: App, thing: Thing, name: string): string {
  const kind = thing.kind === 'queue' || thing.kind === 'exchange' ? thing.kind : 'client';
  edit(app, `Rename ${thing.name} to ${name}`, (scenario) =>
    renameThing(scenario, thing.key, name),
  );
  const key = nodeKeyOf(kind, name, thing.vhost);
  keepSelected(app, thing.key, key);
  return key;
}

/** The key that the binding has from then on. */
export function changeBindingKey(app: App, binding: BindingSpec, routingKey: string): string {
  const next = { ...binding, routing_key: routingKey };
  const old = bindingKeyOf(binding);
  edit(
    app,
    `Change the binding key to ${routingKey === '' ? 'an empty one' : routingKey}`,
    (scenario) => changeBinding(scenario, old, () => next),
  );
  const key = bindingKeyOf(next);
  keepSelected(app, old, key);
  return key;
}
