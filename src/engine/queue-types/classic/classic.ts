/**
 * Classic queues: one copy of each message, in order, on one node.
 *
 * https://www.rabbitmq.com/docs/classic-queues
 */
import type { Queue, QueueSettings } from '../../broker.ts';
import type { BasicConsume, QueueDelete } from '../../command.ts';
import {
  inExclusiveUse,
  inUse,
  notEmpty,
  preconditionFailed,
  queueIn,
} from '../../protocol-error.ts';
import { cancelConsumer } from '../../rules/consumer-cancellation.ts';
import { dispatch } from '../../rules/consumer-dispatch.ts';
import { takeTurn } from '../../rules/consumer-priority.ts';
import { recordDiscard } from '../../rules/discarding.ts';
import { dropHead } from '../../rules/queue-length-limit.ts';
import { activateConsumer } from '../../rules/single-active-consumer.ts';
import { dropExpired } from '../../rules/time-to-live.ts';
import type { Draft, Transaction } from '../../transaction.ts';
import type { QueueType } from '../queue-type.ts';
import { enqueue } from './enqueue.ts';
import { get } from './get.ts';
import { eachReady } from './ready.ts';
import { restart } from './restart.ts';
import { settle, takeBack } from './settle.ts';

const refused = [
  'x-delivery-limit',
  'x-max-in-memory-length',
  'x-max-in-memory-bytes',
  'x-quorum-initial-group-size',
  'x-dead-letter-strategy',
  'x-max-age',
  'x-stream-max-segment-size-bytes',
  'x-initial-cluster-size',
  'x-stream-filter-size-bytes',
];

export const classic: QueueType = {
  module: 'rabbit_classic_queue',
  refusedArguments: ({ classicQueuesKnowLeaderLocator }) =>
    classicQueuesKnowLeaderLocator ? refused : [...refused, 'x-queue-leader-locator'],
  checkDeclaration: () => {},
  begin: () => ({}),
  enqueue,
  checkConsume: (_, queue, method) => checkConsume(queue, method),
  startConsumer: (tx, queue, consumer) => {
    takeTurn(queue, consumer);
    activateConsumer(tx, queue);
    dispatch(tx, queue);
  },
  cancelConsumer: (tx, queue, id) => {
    cancelConsumer(tx, queue, id);
    activateConsumer(tx, queue);
  },
  afterCancel: (tx, queue, wasActive) => {
    if (wasActive && tx.broker.profile.activatesNextConsumerAtOnce) dispatch(tx, queue);
  },
  get,
  settle,
  dropConsumers: (tx, queue, ids) => {
    for (const id of ids) cancelConsumer(tx, queue, id);
    activateConsumer(tx, queue);
  },
  takeBack,
  purge: (tx, queue, channel) => {
    const { readyCount } = queue;
    for (const queued of eachReady(queue)) recordDiscard(tx, queue, queued, 'purged', channel);
    Object.assign(queue, { ready: [], readyCount: 0, readyBytes: 0 });
    return readyCount;
  },
  checkDelete,
  countMessages: ({ readyCount }) => readyCount,
  countConsumers: ({ consumers }) => consumers.size,
  look: dropExpired,
  applySettings,
  restart,
};

/** https://www.rabbitmq.com/docs/consumers#exclusivity */
function checkConsume(queue: Queue, { exclusive = false, arguments: args = {} }: BasicConsume) {
  checkExclusiveConsume(queue, exclusive);
  if (args['x-stream-offset'] === undefined) return;
  throw preconditionFailed('x-stream-offset is not supported for classic queues');
}

function checkExclusiveConsume(queue: Queue, exclusive: boolean): void {
  const { settings, consumers, vhost, name } = queue;
  if (settings.singleActiveConsumer) {
    if (exclusive) throw inExclusiveUse(vhost, name);
    return;
  }
  if (exclusive && consumers.size > 0) throw inExclusiveUse(vhost, name);
  for (const other of consumers.values()) {
    if (other.exclusive) throw inExclusiveUse(vhost, name);
  }
}

function applySettings(tx: Transaction, queue: Draft<Queue>, before: QueueSettings): void {
  const { settings } = queue;
  // RabbitMQ sets the limits first and only then what a full queue does.
  queue.settings = { ...settings, overflow: before.overflow };
  dropHead(tx, queue);
  queue.settings = settings;
  dropHead(tx, queue);
  dropExpired(tx, queue);
}

function checkDelete(queue: Queue, { ifEmpty = false, ifUnused = false }: QueueDelete): number {
  const thing = queueIn(queue.vhost, queue.name);
  if (ifEmpty && queue.readyCount > 0) throw notEmpty(thing);
  if (ifUnused && queue.consumers.size > 0) throw inUse(thing);
  return queue.readyCount;
}
