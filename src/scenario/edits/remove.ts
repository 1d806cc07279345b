/**
 * Removes things by their keys: nodes, bindings, and lines of the canvas. What led to a removed thing
 * goes with it. Clients stay: a consumer whose queue goes waits for a wire, and a publisher whose
 * exchange goes will be told so by RabbitMQ.
 */
import { bindingKeyOf } from '../binding-key.ts';
import { nodeKeyOf } from '../node-key.ts';
import type { ArgumentTable, BindingSpec, Scenario } from '../schema.ts';
import { keepUnchanged } from './keep-unchanged.ts';
import { parseLineKey } from './line-key.ts';
import { remainingClient } from './remaining-client.ts';

export function removeThings(scenario: Scenario, keys: readonly string[]): Scenario {
  const removed = new Set(keys);
  const linesFrom = new Set(
    keys.flatMap((key) => {
      const line = parseLineKey(key);
      return line === null ? [] : [`${line.kind}|${line.from}`];
    }),
  );
  const clients = scenario.clients.flatMap((client) => remainingClient(client, removed) ?? []);
  const remaining = new Set(clients.map(({ name }) => name));
  for (const { name } of scenario.clients) {
    if (!remaining.has(name)) removed.add(nodeKeyOf('client', name));
  }
  return keepUnchanged(scenario, {
    ...scenario,
    exchanges: scenario.exchanges.flatMap((exchange) => {
      const key = nodeKeyOf('exchange', exchange.name, exchange.vhost);
      if (removed.has(key)) return [];
      return linesFrom.has(`alternate|${key}`)
        ? [without(exchange, ['alternate-exchange'])]
        : [exchange];
    }),
    queues: scenario.queues.flatMap((queue) => {
      const key = nodeKeyOf('queue', queue.name, queue.vhost);
      if (removed.has(key)) return [];
      return linesFrom.has(`dead-letter|${key}`) ? [without(queue, deadLetterArguments)] : [queue];
    }),
    bindings: scenario.bindings.filter((binding) => !isRemoved(binding, removed)),
    clients,
    positions: Object.fromEntries(
      Object.entries(scenario.positions).filter(([key]) => !removed.has(key)),
    ),
  });
}

const deadLetterArguments = ['x-dead-letter-exchange', 'x-dead-letter-routing-key'];

function without<Spec extends { readonly arguments: ArgumentTable }>(
  spec: Spec,
  names: readonly string[],
): Spec {
  const kept = Object.entries(spec.arguments).filter(([name]) => !names.includes(name));
  return { ...spec, arguments: Object.fromEntries(kept) };
}

function isRemoved(binding: BindingSpec, removed: ReadonlySet<string>): boolean {
  const { source, destination, destination_type: kind, vhost } = binding;
  const from = nodeKeyOf('exchange', source, vhost);
  const to = nodeKeyOf(kind, destination, vhost);
  return [bindingKeyOf(binding), from, to, `binding|${from}|${to}`].some((key) => removed.has(key));
}
