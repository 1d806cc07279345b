import { PersistentMap, SequenceMap } from '#base';
import type { Channel, Queue, QueueTypeName } from '../../broker.ts';
import type { QueueDeclare } from '../../command.ts';
import type { FieldTable } from '../../field-table.ts';
import { wireTypeName } from '../../field-value.ts';
import type { QueueId, QueueName } from '../../names.ts';
import { invalidArgumentType, noQueue, queueIn } from '../../protocol-error.ts';
import { queueTypeOf, queueTypes } from '../../queue-types/index.ts';
import { checkExclusiveAccess } from '../../rules/exclusive-queue.ts';
import { checkName, stripLineBreaks } from '../../rules/naming.ts';
import { checkQueueEquivalence } from '../../rules/property-equivalence.ts';
import {
  checkQueueArguments,
  queueTypeIn,
  readQueueSettings,
} from '../../rules/queue-arguments.ts';
import { renewExpiry } from '../../rules/queue-expiry.ts';
import type { Transaction } from '../../transaction.ts';

export function queueDeclare(tx: Transaction, method: QueueDeclare, channel: Channel): void {
  const queue = method.passive === true ? find(tx, method, channel) : declare(tx, method, channel);
  renewExpiry(tx, tx.editQueue(queue));
  tx.editChannel(channel.id).lastQueue = queue.name;
  tx.send(channel, {
    type: 'queue.declare-ok',
    queue: queue.name,
    messageCount: queue.readyCount,
    consumerCount: queueTypeOf(queue).countConsumers(queue),
  });
}

function find(tx: Transaction, method: QueueDeclare, channel: Channel): Queue {
  const name = stripLineBreaks(method.queue);
  const queue = tx.queue(channel.vhost, name);
  if (queue === undefined) throw noQueue(channel.vhost, name);
  checkExclusiveAccess(queue, channel.connection);
  return queue;
}

function declare(tx: Transaction, method: QueueDeclare, channel: Channel): Queue {
  const asked = stripLineBreaks(method.queue);
  const name = asked === '' ? (tx.generateName('amq.gen') as QueueName) : asked;
  if (asked !== '') checkName('queue', asked);
  const existing = tx.queue(channel.vhost, name);
  if (existing !== undefined) {
    checkQueueEquivalence(existing, method, channel.connection);
    return existing;
  }
  const thing = queueIn(channel.vhost, name);
  const args = method.arguments ?? {};
  checkDeadLetterExchange(args, thing);
  const { profile } = tx.broker;
  const type = queueTypeIn(args);
  checkQueueArguments(args, thing, queueTypes[type], profile);
  queueTypes[type].checkDeclaration({ ...method, queue: name, vhost: channel.vhost }, profile);
  return create(tx, { ...method, queue: name }, channel, type);
}

/** Checked before all other arguments, in words of its own. */
function checkDeadLetterExchange(args: FieldTable, thing: string): void {
  const value = args['x-dead-letter-exchange'];
  if (value === undefined || typeof value === 'string') return;
  throw invalidArgumentType(wireTypeName(value), 'x-dead-letter-exchange', thing);
}

function create(
  tx: Transaction,
  method: QueueDeclare,
  channel: Channel,
  type: QueueTypeName,
): Queue {
  const { vhost, connection } = channel;
  const { queue: name, exclusive = false, arguments: args = {} } = method;
  const id = (tx.broker.lastQueueId + 1) as QueueId;
  tx.broker.lastQueueId = id;
  const queue: Queue = {
    id,
    name,
    vhost,
    type,
    // A queue that ends with its connection cannot outlive a restart.
    durable: (method.durable ?? false) && !exclusive,
    autoDelete: method.autoDelete ?? false,
    exclusiveTo: exclusive ? connection : null,
    arguments: args,
    settings: readQueueSettings(args),
    ready: [],
    readyCount: 0,
    readyBytes: 0,
    unackedCount: 0,
    unacked: SequenceMap.empty(),
    lastPosition: 0,
    consumers: PersistentMap.empty(),
    turns: [],
    blocked: PersistentMap.empty(),
    activeConsumer: null,
    hadConsumer: false,
    expiresAt: null,
    looksAt: null,
    quorum: null,
    stream: null,
    ...queueTypes[type].begin(),
  };
  tx.putQueue(queue);
  if (exclusive) {
    const owner = tx.editConnection(connection);
    owner.exclusiveQueues = [...owner.exclusiveQueues, name];
  }
  tx.record({ type: 'queue.declared', vhost, queue: name });
  return queue;
}
