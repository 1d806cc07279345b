import { PersistentMap, SequenceMap } from '#base';
import type { Channel, Queue, QueueTypeName } from '../../broker.ts';
import type { QueueDeclare } from '../../command.ts';
import type { FieldTable } from '../../field-table.ts';
import { wireTypeName } from '../../field-value.ts';
import type { QueueId, QueueName } from '../../names.ts';
import { invalidArgumentType, noQueue, queueIn } from '../../protocol-error.ts';
import { queueTypeOf, queueTypes } from '../../queue-types/index.ts';
import { checkReplyQueue, isReplyQueue } from '../../rules/direct-reply-to.ts';
import { checkExclusiveAccess } from '../../rules/exclusive-queue.ts';
import { checkName, stripLineBreaks } from '../../rules/naming.ts';
import { checkPermission } from '../../rules/permissions.ts';
import { applyPoliciesToQueue } from '../../rules/policies.ts';
import { checkQueueEquivalence } from '../../rules/property-equivalence.ts';
import { checkQueueArguments, queueTypeIn } from '../../rules/queue-arguments.ts';
import { renewExpiryByDeclaring } from '../../rules/queue-expiry.ts';
import { readQueueSettings } from '../../rules/queue-settings.ts';
import { checkQueueLimit } from '../../rules/vhost-limits.ts';
import type { Transaction } from '../../transaction.ts';

export function queueDeclare(tx: Transaction, method: QueueDeclare, channel: Channel): void {
  if (isReplyQueue(method.queue)) {
    declareReplyQueue(tx, method, channel);
    return;
  }
  const queue = method.passive === true ? find(tx, method, channel) : declare(tx, method, channel);
  renewExpiryByDeclaring(tx, tx.editQueue(queue));
  tx.editChannel(channel.id).lastQueue = queue.name;
  tx.send(channel, {
    type: 'queue.declare-ok',
    queue: queue.name,
    messageCount: queueTypeOf(queue).countMessages(queue, tx.at),
    consumerCount: queueTypeOf(queue).countConsumers(queue),
  });
}

/** It is never made by that: whoever declares it learns whether somebody waits for the answer. */
function declareReplyQueue(tx: Transaction, method: QueueDeclare, channel: Channel): void {
  const queue = stripLineBreaks(method.queue);
  checkReplyQueue(tx, channel.vhost, queue);
  tx.editChannel(channel.id).lastQueue = queue;
  tx.send(channel, { type: 'queue.declare-ok', queue, messageCount: 0, consumerCount: 1 });
}

/** To ask whether a queue is there takes no permission. */
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
  checkPermission(tx, channel, 'configure', 'queue', name);
  const existing = tx.queue(channel.vhost, name);
  if (existing !== undefined) {
    checkQueueEquivalence(existing, method, channel.connection, tx.broker.profile);
    return existing;
  }
  const { vhost } = channel;
  const thing = queueIn(vhost, name);
  const args = method.arguments ?? {};
  const { profile } = tx.broker;
  if (profile.checksQueueLimitFirst) checkQueueLimit(tx, vhost, name);
  checkDeadLetterExchange(tx, channel, name, args);
  const type = queueTypeIn(args);
  checkQueueArguments(args, thing, queueTypes[type], profile);
  if (!profile.checksQueueLimitFirst) checkQueueLimit(tx, vhost, name);
  queueTypes[type].checkDeclaration({ ...method, queue: asked, vhost }, profile);
  return create(tx, { ...method, queue: name }, channel, type);
}

/**
 * Checked before all other arguments, in words of its own. Who names a dead letter exchange has the
 * new queue read for it and write to it.
 */
function checkDeadLetterExchange(
  tx: Transaction,
  channel: Channel,
  name: QueueName,
  args: FieldTable,
): void {
  const value = args['x-dead-letter-exchange'];
  if (value === undefined) return;
  if (typeof value !== 'string') {
    const thing = queueIn(channel.vhost, name);
    throw invalidArgumentType(wireTypeName(value), 'x-dead-letter-exchange', thing);
  }
  checkPermission(tx, channel, 'read', 'queue', name);
  checkPermission(tx, channel, 'write', 'exchange', value);
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
    policy: null,
    operatorPolicy: null,
    settings: readQueueSettings(type, args, {}, tx.broker.profile),
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
    ...queueTypes[type].begin(tx.at),
  };
  tx.putQueue(queue);
  if (exclusive) {
    const owner = tx.editConnection(connection);
    owner.exclusiveQueues = [...owner.exclusiveQueues, name];
  }
  tx.record({ type: 'queue.declared', vhost, queue: name });
  applyPoliciesToQueue(tx, vhost, name);
  return tx.queue(vhost, name) as Queue;
}
