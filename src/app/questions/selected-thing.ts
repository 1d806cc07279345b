/**
 * What a key of the selection stands for. Nodes have the keys of `nodeKeyOf`, bindings those of
 * `bindingKeyOf`; a line on the canvas is `kind|from|to` and may stand for several bindings.
 */
import { bindingKeyOf, clientKindOf, nodeKeyOf } from '#scenario';
import type { BindingSpec, ClientSpec, ExchangeSpec, QueueSpec, Scenario } from '#scenario';

interface Named {
  readonly key: string;
  readonly name: string;
  readonly vhost: string;
}

export interface SelectedQueue extends Named {
  readonly kind: 'queue';
  /** Null where the document only refers to it. */
  readonly spec: QueueSpec | null;
}

export interface SelectedExchange extends Named {
  readonly kind: 'exchange';
  /** Null where the document only refers to it: RabbitMQ's own, or a missing one. */
  readonly spec: ExchangeSpec | null;
}

export interface SelectedClient extends Named {
  readonly kind: 'client';
  readonly standsAs: 'producer' | 'consumer' | 'app';
  readonly spec: ClientSpec;
}

export interface SelectedBindings {
  readonly kind: 'bindings';
  readonly key: string;
  /** At least one; all from one exchange to one destination. */
  readonly bindings: readonly BindingSpec[];
}

export type LineKind =
  | 'publish'
  | 'default-publish'
  | 'subscription'
  | 'dead-letter'
  | 'alternate'
  | 'reply';

/** A line that follows from how one of its ends is specified. */
export interface SelectedLine {
  readonly kind: 'line';
  readonly key: string;
  readonly lineKind: LineKind;
  readonly from: SelectedNode;
  readonly to: SelectedNode;
}

export type SelectedNode = SelectedQueue | SelectedExchange | SelectedClient;
export type SelectedThing = SelectedNode | SelectedBindings | SelectedLine;

/** Null where the key stands for nothing in this document, as after an undo. */
export function selectedThing(scenario: Scenario, key: string): SelectedThing | null {
  return (
    selectedNode(scenario, key) ?? selectedBindings(scenario, key) ?? selectedLine(scenario, key)
  );
}

export function selectedNode(scenario: Scenario, key: string): SelectedNode | null {
  if (key.includes('|')) return null;
  const client = scenario.clients.find(
    (spec) => nodeKeyOf('client', spec.name, spec.vhost) === key,
  );
  if (client !== undefined) {
    const { name, vhost } = client;
    return { kind: 'client', standsAs: clientKindOf(client), key, name, vhost, spec: client };
  }
  for (const kind of ['queue', 'exchange'] as const) {
    if (!key.startsWith(`${kind}:`)) continue;
    return kind === 'queue'
      ? { kind, key, ...specIn(scenario, scenario.queues, kind, key) }
      : { kind, key, ...specIn(scenario, scenario.exchanges, kind, key) };
  }
  return null;
}

interface NameInVhost {
  readonly name: string;
  readonly vhost: string;
}

function specIn<Spec extends NameInVhost>(
  scenario: Scenario,
  specs: readonly Spec[],
  kind: 'queue' | 'exchange',
  key: string,
): NameInVhost & { readonly spec: Spec | null } {
  const spec = specs.find(({ name, vhost }) => nodeKeyOf(kind, name, vhost) === key);
  if (spec !== undefined) return { name: spec.name, vhost: spec.vhost, spec };
  return { ...nameOfKey(scenario, kind, key), spec: null };
}

/** A name may hold an @ itself: what follows the last one counts if it is a virtual host. */
function nameOfKey(scenario: Scenario, kind: string, key: string): NameInVhost {
  const rest = key.slice(kind.length + 1);
  const at = rest.lastIndexOf('@');
  const vhost = rest.slice(at + 1);
  return at > 0 && scenario.vhosts.some(({ name }) => name === vhost)
    ? { name: rest.slice(0, at), vhost }
    : { name: rest, vhost: '/' };
}

function selectedBindings(scenario: Scenario, key: string): SelectedBindings | null {
  const [lineKind, from, to] = key.split('|');
  const bindings = scenario.bindings.filter((binding) =>
    lineKind === 'binding' && to !== undefined
      ? endsOf(binding).from === from && endsOf(binding).to === to
      : bindingKeyOf(binding) === key,
  );
  return bindings.length === 0 ? null : { kind: 'bindings', key, bindings };
}

/** The keys of the nodes that a binding joins. */
export const endsOf = (binding: BindingSpec): { readonly from: string; readonly to: string } => ({
  from: nodeKeyOf('exchange', binding.source, binding.vhost),
  to: nodeKeyOf(binding.destination_type, binding.destination, binding.vhost),
});

const lineKinds: readonly string[] = [
  'publish',
  'default-publish',
  'subscription',
  'dead-letter',
  'alternate',
  'reply',
] satisfies readonly LineKind[];

function selectedLine(scenario: Scenario, key: string): SelectedLine | null {
  const [lineKind = '', fromKey = '', toKey = ''] = key.split('|');
  if (!lineKinds.includes(lineKind)) return null;
  const from = selectedNode(scenario, fromKey);
  const to = selectedNode(scenario, toKey);
  if (from === null || to === null) return null;
  return { kind: 'line', key, lineKind: lineKind as LineKind, from, to };
}
