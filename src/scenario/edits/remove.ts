/**
 * Removes things by their keys: nodes, bindings, and lines of the canvas (`kind|from|to`), which may
 * stand for several bindings, for a publisher's exchange or for a consumer. What led to a removed
 * thing goes with it; a client that is left without anything to do goes too. A publisher stays when
 * its exchange goes: RabbitMQ will tell it so.
 */
import { bindingKeyOf } from '../binding-key.ts';
import { nodeKeyOf } from '../node-key.ts';
import type { BindingSpec, ClientSpec, PublisherSpec, Scenario } from '../schema.ts';

export function removeThings(scenario: Scenario, keys: readonly string[]): Scenario {
  const removed = new Set(keys);
  const lines = keys.flatMap(parseLine);
  const next: Scenario = {
    ...scenario,
    exchanges: scenario.exchanges
      .filter(({ name, vhost }) => !removed.has(nodeKeyOf('exchange', name, vhost)))
      .map((exchange) => withoutArguments(exchange, 'alternate', 'exchange', lines)),
    queues: scenario.queues
      .filter(({ name, vhost }) => !removed.has(nodeKeyOf('queue', name, vhost)))
      .map((queue) => withoutArguments(queue, 'dead-letter', 'queue', lines)),
    bindings: scenario.bindings.filter((binding) => !losesBinding(binding, removed, lines)),
    clients: scenario.clients.flatMap((client) => remaining(client, removed, lines)),
    positions: Object.fromEntries(
      Object.entries(scenario.positions).filter(([key]) => !removed.has(key)),
    ),
  };
  return isUnchanged(scenario, next) ? scenario : next;
}

interface Line {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
}

function parseLine(key: string): readonly Line[] {
  const [kind, from, to, ...more] = key.split('|');
  if (kind === undefined || from === undefined || to === undefined || more.length > 0) return [];
  return [{ kind, from, to }];
}

const hasLine = (lines: readonly Line[], kind: string, from: string, to: string): boolean =>
  lines.some((line) => line.kind === kind && line.from === from && line.to === to);

function losesBinding(
  binding: BindingSpec,
  removed: ReadonlySet<string>,
  lines: readonly Line[],
): boolean {
  const { source, destination, destination_type: kind, vhost } = binding;
  const from = nodeKeyOf('exchange', source, vhost);
  const to = nodeKeyOf(kind, destination, vhost);
  return (
    removed.has(bindingKeyOf(binding)) ||
    removed.has(from) ||
    removed.has(to) ||
    hasLine(lines, 'binding', from, to)
  );
}

/** Takes the argument away that a removed line stood for. */
function withoutArguments<
  Spec extends Pick<Scenario['queues'][number], 'name' | 'vhost' | 'arguments'>,
>(spec: Spec, kind: string, node: 'queue' | 'exchange', lines: readonly Line[]): Spec {
  const key = nodeKeyOf(node, spec.name, spec.vhost);
  if (!lines.some((line) => line.kind === kind && line.from === key)) return spec;
  const gone =
    kind === 'alternate'
      ? ['alternate-exchange']
      : ['x-dead-letter-exchange', 'x-dead-letter-routing-key'];
  const kept = Object.entries(spec.arguments).filter(([name]) => !gone.includes(name));
  return { ...spec, arguments: Object.fromEntries(kept) };
}

function remaining(
  client: ClientSpec,
  removed: ReadonlySet<string>,
  lines: readonly Line[],
): readonly ClientSpec[] {
  const key = nodeKeyOf('client', client.name);
  if (removed.has(key)) return [];
  const consumers = client.consumers.filter(({ queue }) => {
    const from = nodeKeyOf('queue', queue, client.vhost);
    return !removed.has(from) && !hasLine(lines, 'subscription', from, key);
  });
  const publishers = client.publishers.filter(
    (publisher) => !losesPublisher(publisher, client, lines),
  );
  const isSame =
    consumers.length === client.consumers.length && publishers.length === client.publishers.length;
  if (isSame) return [client];
  // A consumer whose queue is deleted has nothing left to do; one that is unwired waits for a wire.
  const isIdle = consumers.length === 0 && publishers.length === 0;
  const lostQueue = client.consumers.some(({ queue }) =>
    removed.has(nodeKeyOf('queue', queue, client.vhost)),
  );
  return isIdle && lostQueue ? [] : [{ ...client, consumers, publishers }];
}

function losesPublisher(
  { exchange, routing_key: key }: PublisherSpec,
  { name, vhost }: ClientSpec,
  lines: readonly Line[],
): boolean {
  const from = nodeKeyOf('client', name);
  if (exchange !== '')
    return hasLine(lines, 'publish', from, nodeKeyOf('exchange', exchange, vhost));
  const keys = typeof key === 'string' ? [key] : key.map((choice) => choice.key);
  return keys.some((queue) =>
    hasLine(lines, 'default-publish', from, nodeKeyOf('queue', queue, vhost)),
  );
}

function isUnchanged(before: Scenario, after: Scenario): boolean {
  const lists = ['exchanges', 'queues', 'bindings', 'clients'] as const;
  return (
    Object.keys(before.positions).length === Object.keys(after.positions).length &&
    lists.every(
      (list) =>
        before[list].length === after[list].length &&
        before[list].every((item, index) => item === after[list][index]),
    )
  );
}
