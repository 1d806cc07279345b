/**
 * What a key of the selection stands for. Nodes have the keys of `nodeKeyOf`, bindings those of
 * `bindingKeyOf`; a line on the canvas is `kind|from|to` and may stand for several bindings.
 */
import { bindingKeyOf, clientKindOf, nodeKeyOf, parseNodeKey } from '#scenario';
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
  const parsed = key.includes('|') ? null : parseNodeKey(key);
  if (parsed === null) return null;
  const { kind, name, vhost } = parsed;
  const isIt = (spec: { readonly name: string; readonly vhost: string }): boolean =>
    spec.name === name && spec.vhost === vhost;
  switch (kind) {
    case 'queue':
      return { kind, key, name, vhost, spec: scenario.queues.find(isIt) ?? null };
    case 'exchange':
      return { kind, key, name, vhost, spec: scenario.exchanges.find(isIt) ?? null };
    case 'client': {
      const spec = scenario.clients.find((client) => client.name === name);
      if (spec === undefined) return null;
      return { kind, standsAs: clientKindOf(spec), key, name, vhost: spec.vhost, spec };
    }
  }
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
