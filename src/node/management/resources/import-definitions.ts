/**
 * Puts back what an export of definitions holds. What is there already is left as it is; the first
 * thing that cannot be ends it, and what came before stays.
 *
 * https://www.rabbitmq.com/docs/definitions
 */
import { exchangeOf, queueOf } from '#engine';
import type { ExchangeName, QueueName, UserName, VhostName } from '#engine';
import { readFlag, readText } from '../body.ts';
import type { Call } from '../call.ts';
import { readTable } from '../field-json.ts';
import { Refused, withFullAccess } from '../hidden-channel.ts';
import type { Ask } from '../hidden-channel.ts';
import type { Fields } from '../json.ts';
import { isObject } from '../json.ts';
import { operate } from '../operate.ts';
import { badRequest } from '../reply.ts';
import { putParameter } from './parameters.ts';
import { putPolicy } from './policies.ts';
import { putUser } from './user-json.ts';
import { putVhost } from './vhosts.ts';

export function importAll(call: Call, definitions: Fields): void {
  const { node } = call;
  for (const user of listIn(definitions, 'users'))
    putUser(node, readText(user, 'name') as UserName, user);
  for (const vhost of listIn(definitions, 'vhosts')) {
    const { name: _, ...notes } = vhost;
    putVhost(node, readText(vhost, 'name') as VhostName, notes, call.user);
  }
  importPermissions(call, definitions);
  for (const { name, value = null } of listIn(definitions, 'global_parameters'))
    node.books.setGlobalParameter(String(name), value);
  // Operator policies and limits first: queues and exchanges come under them as they are made.
  for (const vhost of vhostsIn(definitions)) {
    if (!node.running.broker.vhosts.has(vhost)) throw badRequest(['no_such_vhost', vhost]);
    importInto(call, vhost, withinVhost(definitions, vhost));
  }
}

function importPermissions({ node: { running } }: Call, definitions: Fields): void {
  for (const row of listIn(definitions, 'permissions')) {
    operate(running, {
      type: 'permissions.set',
      user: readText(row, 'user') as UserName,
      vhost: readText(row, 'vhost') as VhostName,
      configure: readText(row, 'configure'),
      write: readText(row, 'write'),
      read: readText(row, 'read'),
    });
  }
  for (const row of listIn(definitions, 'topic_permissions')) {
    operate(running, {
      type: 'topic-permissions.set',
      user: readText(row, 'user') as UserName,
      vhost: readText(row, 'vhost') as VhostName,
      exchange: readText(row, 'exchange') as ExchangeName,
      write: readText(row, 'write'),
      read: readText(row, 'read'),
    });
  }
}

const inVhosts = ['parameters', 'policies', 'exchanges', 'queues', 'bindings'] as const;

const vhostsIn = (definitions: Fields): ReadonlySet<VhostName> =>
  new Set(
    inVhosts.flatMap((kind) =>
      listIn(definitions, kind).map((item) => readText(item, 'vhost') as VhostName),
    ),
  );

const withinVhost = (definitions: Fields, vhost: VhostName): Fields =>
  Object.fromEntries(
    inVhosts.map((kind) => [
      kind,
      listIn(definitions, kind).filter((item) => item['vhost'] === vhost),
    ]),
  );

/** What belongs to one virtual host. */
export function importInto(call: Call, vhost: VhostName, definitions: Fields): void {
  const { node, user } = call;
  for (const parameter of listIn(definitions, 'parameters')) putParameter(node, vhost, parameter);
  for (const policy of listIn(definitions, 'policies'))
    putPolicy(node, 'policies', vhost, readText(policy, 'name'), policy);
  try {
    withFullAccess(node.running, user.name, vhost, (ask) =>
      declareAll(call, vhost, definitions, ask),
    );
  } catch (error) {
    if (error instanceof Refused) throw badRequest(inWords(error));
    throw error;
  }
}

/** `precondition_failed: invalid arg …`. */
const inWords = ({ replyText, explanation }: Refused): string =>
  `${replyText.slice(0, -explanation.length).replace(' - ', ': ').toLowerCase()}${explanation}`;

function declareAll({ node }: Call, vhost: VhostName, definitions: Fields, ask: Ask): void {
  for (const exchange of listIn(definitions, 'exchanges')) {
    const name = readText(exchange, 'name') as ExchangeName;
    if (exchangeOf(node.running.broker, vhost, name) === undefined) declareExchange(exchange, ask);
  }
  for (const queue of listIn(definitions, 'queues')) {
    const name = readText(queue, 'name') as QueueName;
    if (queueOf(node.running.broker, vhost, name) !== undefined) continue;
    ask({
      type: 'queue.declare',
      queue: name,
      durable: readFlag(queue, 'durable') ?? false,
      autoDelete: readFlag(queue, 'auto_delete') ?? false,
      arguments: readTable(queue['arguments']),
    });
  }
  for (const binding of listIn(definitions, 'bindings')) bind(binding, ask);
}

const declareExchange = (exchange: Fields, ask: Ask): unknown =>
  ask({
    type: 'exchange.declare',
    exchange: readText(exchange, 'name') as ExchangeName,
    exchangeType: readText(exchange, 'type'),
    durable: readFlag(exchange, 'durable') ?? false,
    autoDelete: readFlag(exchange, 'auto_delete') ?? false,
    internal: readFlag(exchange, 'internal') ?? false,
    arguments: readTable(exchange['arguments']),
  });

function bind(binding: Fields, ask: Ask): void {
  const source = readText(binding, 'source') as ExchangeName;
  const destination = readText(binding, 'destination');
  const routingKey = readText(binding, 'routing_key', '');
  const args = readTable(binding['arguments']);
  const rest = { routingKey, arguments: args };
  if (readText(binding, 'destination_type') === 'exchange')
    ask({ type: 'exchange.bind', destination: destination as ExchangeName, source, ...rest });
  else ask({ type: 'queue.bind', queue: destination as QueueName, exchange: source, ...rest });
}

/** Empty where the definitions say nothing of it. */
function listIn(definitions: Fields, name: string): readonly Fields[] {
  const items = definitions[name];
  if (items === undefined || items === null) return [];
  if (!Array.isArray(items) || !items.every(isObject)) throw badRequest(`${name} should be a list`);
  return items as readonly Fields[];
}
