/**
 * What programs have declared is shown in the document while it is there, and is no part of it: an edit
 * is of the document alone. What one wires something to, though, becomes a part of it.
 */
import { bindingKeyOf, nodeKeyOf } from '#scenario';
import type { ClientSpec, Scenario, ScenarioBody } from '#scenario';
import type { Found } from '#sim';

export function withFound(body: ScenarioBody, found: Found | undefined): ScenarioBody {
  if (found === undefined) return body;
  const shown = new Map(found.clients.map((spec) => [spec.name, spec]));
  return {
    ...body,
    exchanges: joined(body.exchanges, found.exchanges),
    queues: joined(body.queues, found.queues),
    bindings: joined(body.bindings, found.bindings),
    clients:
      shown.size === 0 ? body.clients : body.clients.map((spec) => shown.get(spec.name) ?? spec),
  };
}

/** `told` is the document without what was found, as it stands. */
export function withoutFound(
  scenario: Scenario,
  told: ScenarioBody,
  found: Found,
  keeps: ReadonlySet<string> = noKeys,
): Scenario {
  const all = new Set<unknown>(
    specsByKey(found).flatMap(([key, spec]) => (keeps.has(key) ? [] : [spec])),
  );
  const isTold = (spec: unknown): boolean => !all.has(spec);
  const wired = wiredKeys({ ...scenario, bindings: scenario.bindings.filter(isTold) });
  const stays =
    (kind: 'exchange' | 'queue') =>
    (spec: { readonly name: string; readonly vhost: string }): boolean =>
      isTold(spec) || wired.has(nodeKeyOf(kind, spec.name, spec.vhost));
  const clients = new Map(told.clients.map((spec) => [spec.name, spec]));
  const shown = new Set<unknown>(found.clients);
  return {
    ...scenario,
    exchanges: scenario.exchanges.filter(stays('exchange')),
    queues: scenario.queues.filter(stays('queue')),
    bindings: scenario.bindings.filter(isTold),
    clients: scenario.clients.map((spec) =>
      shown.has(spec) ? (clients.get(spec.name) ?? spec) : withoutParts(spec, clients),
    ),
  };
}

/** What bindings of the document and clients that are no programs name. */
function wiredKeys({ bindings, clients }: Scenario): ReadonlySet<string> {
  return new Set([
    ...bindings.flatMap(({ source, destination, destination_type: kind, vhost }) => [
      nodeKeyOf('exchange', source, vhost),
      nodeKeyOf(kind, destination, vhost),
    ]),
    ...clients
      .filter(({ program }) => program === undefined)
      .flatMap(({ consumers, vhost }) =>
        consumers.map(({ queue }) => nodeKeyOf('queue', queue, vhost)),
      ),
  ]);
}

const noKeys: ReadonlySet<string> = new Set();

export const foundKeys = (found: Found | undefined): ReadonlySet<string> =>
  found === undefined ? noKeys : new Set(specsByKey(found).map(([key]) => key));

const specsByKey = ({
  exchanges,
  queues,
  bindings,
}: Found): readonly (readonly [string, object])[] => [
  ...exchanges.map((spec) => [nodeKeyOf('exchange', spec.name, spec.vhost), spec] as const),
  ...queues.map((spec) => [nodeKeyOf('queue', spec.name, spec.vhost), spec] as const),
  ...bindings.map((spec) => [bindingKeyOf(spec), spec] as const),
];

function withoutParts(spec: ClientSpec, told: ReadonlyMap<string, ClientSpec>): ClientSpec {
  if (spec.program === undefined) return spec;
  const { vhost, user } = told.get(spec.name) ?? spec;
  return { ...spec, vhost, user, publishers: [], consumers: [] };
}

/** By what was found: the same lists give the same one. */
const joinedLists = new WeakMap<object, { readonly told: unknown; readonly all: unknown[] }>();

function joined<Item>(told: readonly Item[], found: readonly Item[]): Item[] {
  if (found.length === 0) return told as Item[];
  const known = joinedLists.get(found);
  if (known?.told === told) return known.all as Item[];
  const all = [...told, ...found];
  joinedLists.set(found, { told, all });
  return all;
}
