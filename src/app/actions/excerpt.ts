/**
 * A part of a document, as a document of its own: what is copied, and what is pasted. Loaded with the
 * first copy.
 */
import { nodeKeyOf, removeThings, renameThing, uniqueName, writeScenario } from '#scenario';
import type { BindingSpec, Scenario } from '#scenario';
import { nodeKeysOf } from './keys-of.ts';

/** The things with these keys, and the bindings between them. */
export function excerptOf(scenario: Scenario, keys: readonly string[]): Scenario {
  const wanted = new Set(keys);
  const others = nodeKeysOf(scenario).filter((key) => !wanted.has(key));
  const excerpt = removeThings(scenario, others);
  return { ...excerpt, title: 'Copied', notes: '' };
}

export const excerptText = (scenario: Scenario, keys: readonly string[]): string =>
  writeScenario(excerptOf(scenario, keys));

const shiftPx = 40;

/** `scenario` with everything of `excerpt` in it, under other names where a name is taken. */
export function withExcerpt(scenario: Scenario, excerpt: Scenario): Scenario {
  const fitting = underFreeNames(excerpt, scenario);
  const shifted = Object.entries(fitting.positions).map(
    ([key, [x, y]]) => [key, [x + shiftPx, y + shiftPx]] as const,
  );
  const vhosts = new Set(scenario.vhosts.map(({ name }) => name));
  return {
    ...scenario,
    vhosts: [...scenario.vhosts, ...fitting.vhosts.filter(({ name }) => !vhosts.has(name))],
    exchanges: [...scenario.exchanges, ...fitting.exchanges],
    queues: [...scenario.queues, ...fitting.queues],
    clients: [...scenario.clients, ...fitting.clients],
    bindings: [...scenario.bindings, ...fitting.bindings.filter((one) => isNew(scenario, one))],
    positions: { ...scenario.positions, ...Object.fromEntries(shifted) },
  };
}

function underFreeNames(excerpt: Scenario, scenario: Scenario): Scenario {
  let fitting = excerpt;
  for (const { kind, name, vhost } of namesOf(excerpt)) {
    const key = nodeKeyOf(kind, name, vhost);
    const isTaken = nodeKeysOf(scenario).includes(key);
    if (!isTaken) continue;
    const both = { ...scenario, ...joined(scenario, fitting) };
    fitting = renameThing(fitting, key, uniqueName(both, name));
  }
  return fitting;
}

interface Named {
  readonly kind: 'exchange' | 'queue' | 'client';
  readonly name: string;
  readonly vhost: string;
}

const namesOf = ({ exchanges, queues, clients }: Scenario): readonly Named[] => [
  ...exchanges.map(({ name, vhost }): Named => ({ kind: 'exchange', name, vhost })),
  ...queues.map(({ name, vhost }): Named => ({ kind: 'queue', name, vhost })),
  ...clients.map(({ name, vhost }): Named => ({ kind: 'client', name, vhost })),
];

const joined = (
  one: Scenario,
  other: Scenario,
): Pick<Scenario, 'exchanges' | 'queues' | 'clients'> => ({
  exchanges: [...one.exchanges, ...other.exchanges],
  queues: [...one.queues, ...other.queues],
  clients: [...one.clients, ...other.clients],
});

/** Between things that both were there already, the same binding twice is one. */
const isNew = ({ bindings }: Scenario, binding: BindingSpec): boolean =>
  !bindings.some((other) => JSON.stringify(other) === JSON.stringify(binding));
