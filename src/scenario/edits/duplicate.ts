/**
 * Copies things a little to the side. Among themselves the copies are joined as their originals are;
 * to everything else they are joined as the originals are to it.
 */
import { nodeKeyOf } from '../node-key.ts';
import type { NodeKind } from '../node-key.ts';
import type { Scenario } from '../schema.ts';
import { referAnew } from './refer-anew.ts';
import type { NameNow } from './refer-anew.ts';
import { uniqueName } from './unique-name.ts';

export function duplicateThings(scenario: Scenario, keys: readonly string[]): Scenario {
  const originals = originalsOf(scenario, keys);
  if (originals.length === 0) return scenario;
  const names = copyNames(scenario, originals);
  const nameNowIn =
    (vhost: string): NameNow =>
    (kind, name) =>
      names.get(nodeKeyOf(kind, name, vhost)) ?? name;
  const copies = <Spec extends Named>(
    kind: NodeKind,
    specs: readonly Spec[],
    anew: (spec: Spec, nameNow: NameNow) => Spec,
  ): readonly Spec[] =>
    specs.flatMap((spec) => {
      const name = names.get(nodeKeyOf(kind, spec.name, spec.vhost));
      return name === undefined ? [] : [{ ...anew(spec, nameNowIn(spec.vhost)), name }];
    });
  return {
    ...scenario,
    exchanges: added(
      scenario.exchanges,
      copies('exchange', scenario.exchanges, referAnew.exchange),
    ),
    queues: added(scenario.queues, copies('queue', scenario.queues, referAnew.queue)),
    bindings: added(scenario.bindings, copiedBindings(scenario, nameNowIn)),
    clients: added(scenario.clients, copies('client', scenario.clients, referAnew.client)),
    positions: { ...scenario.positions, ...copiedPositions(scenario, originals, names) },
  };
}

interface Named {
  readonly name: string;
  readonly vhost: string;
}

interface Original extends Named {
  readonly kind: NodeKind;
  readonly key: string;
}

function originalsOf(
  { exchanges, queues, clients }: Scenario,
  keys: readonly string[],
): readonly Original[] {
  const wanted = new Set(keys);
  const among = (kind: NodeKind, specs: readonly Named[]): readonly Original[] =>
    specs
      .map(({ name, vhost }) => ({ kind, name, vhost, key: nodeKeyOf(kind, name, vhost) }))
      .filter(({ key }) => wanted.has(key));
  return [...among('exchange', exchanges), ...among('queue', queues), ...among('client', clients)];
}

/** By the keys of the originals. */
function copyNames(
  scenario: Scenario,
  originals: readonly Original[],
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { key, name } of originals) {
    names.set(key, uniqueName(scenario, name, names.values()));
  }
  return names;
}

const copiedBindings = (
  { bindings }: Scenario,
  nameNowIn: (vhost: string) => NameNow,
): Scenario['bindings'] =>
  bindings.flatMap((binding) => {
    const copy = referAnew.binding(binding, nameNowIn(binding.vhost));
    const isCopy = copy.source !== binding.source || copy.destination !== binding.destination;
    return isCopy ? [copy] : [];
  });

const asidePx = 40;

/** All go as far aside, to where none of them covers what is there. */
function copiedPositions(
  { positions }: Scenario,
  originals: readonly Original[],
  names: ReadonlyMap<string, string>,
): Scenario['positions'] {
  const placed = originals.flatMap(({ kind, key, vhost }) => {
    const position = positions[key];
    const name = names.get(key);
    return position === undefined || name === undefined
      ? []
      : [{ key: nodeKeyOf(kind, name, vhost), position }];
  });
  const taken = new Set(Object.values(positions).map(String));
  let aside = asidePx;
  while (placed.some(({ position: [x, y] }) => taken.has(String([x + aside, y + aside])))) {
    aside += asidePx;
  }
  return Object.fromEntries(
    placed.map(({ key, position: [x, y] }) => [key, [x + aside, y + aside] as const]),
  );
}

const added = <Spec>(specs: readonly Spec[], more: readonly Spec[]): readonly Spec[] =>
  more.length === 0 ? specs : [...specs, ...more];
