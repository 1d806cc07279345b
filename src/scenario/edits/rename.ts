/**
 * Renames a thing, and everything in the document that names it. A thing that is only referred to can
 * be renamed as well: then the references turn to another one. Where the new name cannot be, the
 * document stays as it is.
 */
import * as v from 'valibot';
import { nodeKeyOf, parseNodeKey } from '../node-key.ts';
import type { NodeName } from '../node-key.ts';
import { isPredeclared } from '../predeclared-exchanges.ts';
import { name as validName } from '../schema-parts.ts';
import type { Scenario } from '../schema.ts';
import { keepUnchanged } from './keep-unchanged.ts';
import { referAnew } from './refer-anew.ts';
import type { NameNow } from './refer-anew.ts';

export function renameThing(scenario: Scenario, key: string, newName: string): Scenario {
  const node = parseNodeKey(key);
  if (node === null || !mayBeCalled(scenario, node, newName)) return scenario;
  const renamed = withPosition(scenario, key, nodeKeyOf(node.kind, newName, node.vhost));
  return keepUnchanged(
    scenario,
    node.kind === 'client'
      ? withClientNamed(renamed, node.name, newName)
      : withTopologyNamed(renamed, node, newName),
  );
}

function mayBeCalled(scenario: Scenario, node: NodeName, newName: string): boolean {
  if (!v.is(validName, newName)) return false;
  if (node.kind === 'exchange' && isPredeclared(node.name)) return false;
  const isBoth = isDeclared(scenario, node) && isDeclared(scenario, { ...node, name: newName });
  return node.name !== newName && !isBoth;
}

function isDeclared({ exchanges, queues, clients }: Scenario, { kind, name, vhost }: NodeName) {
  if (kind === 'client') return clients.some((client) => client.name === name);
  const specs = kind === 'queue' ? queues : exchanges;
  return specs.some((spec) => spec.name === name && spec.vhost === vhost);
}

function withPosition(scenario: Scenario, key: string, newKey: string): Scenario {
  const { [key]: position, ...others } = scenario.positions;
  if (position === undefined) return scenario;
  // Where references turn to what is there already, that stays in its place.
  return { ...scenario, positions: { [newKey]: position, ...others } };
}

const withClientNamed = (scenario: Scenario, name: string, newName: string): Scenario => ({
  ...scenario,
  clients: scenario.clients.map((client) =>
    client.name === name ? { ...client, name: newName } : client,
  ),
});

function withTopologyNamed(scenario: Scenario, node: NodeName, newName: string): Scenario {
  const nameNow: NameNow = (kind, name) =>
    kind === node.kind && name === node.name ? newName : name;
  const isHere = ({ vhost }: { readonly vhost: string }): boolean => vhost === node.vhost;
  return {
    ...scenario,
    exchanges: scenario.exchanges.map((exchange) =>
      isHere(exchange)
        ? { ...referAnew.exchange(exchange, nameNow), name: nameNow('exchange', exchange.name) }
        : exchange,
    ),
    queues: scenario.queues.map((queue) =>
      isHere(queue)
        ? { ...referAnew.queue(queue, nameNow), name: nameNow('queue', queue.name) }
        : queue,
    ),
    bindings: scenario.bindings.map((binding) =>
      isHere(binding) ? referAnew.binding(binding, nameNow) : binding,
    ),
    clients: scenario.clients.map((client) =>
      isHere(client) ? referAnew.client(client, nameNow) : client,
    ),
    policies: scenario.policies.map((policy) =>
      isHere(policy) ? referAnew.policy(policy, nameNow) : policy,
    ),
    topic_permissions: scenario.topic_permissions.map((spec) =>
      isHere(spec) ? { ...spec, exchange: nameNow('exchange', spec.exchange) } : spec,
    ),
  };
}
