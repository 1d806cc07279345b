/**
 * Streams: an append-only log that consumers read without taking anything away.
 *
 * https://www.rabbitmq.com/docs/streams
 */
import { PersistentMap } from '#base';
import type { Queue } from '../../broker.ts';
import { integerOf } from '../../field-value.ts';
import { runStart } from '../../instant.ts';
import { segmentBytesMax } from '../../limits.ts';
import { notSupportedByStreams, segmentTooLarge } from '../../protocol-error.ts';
import { cancelConsumer } from '../../rules/consumer-cancellation.ts';
import type { ConsumerId } from '../../names.ts';
import type { Draft, Transaction } from '../../transaction.ts';
import type { Declaration, QueueType } from '../queue-type.ts';
import { checkReplicatedDeclaration } from '../replicated-declaration.ts';
import { checkConsume } from './check-consume.ts';
import { enqueue } from './enqueue.ts';
import { countTold, unknownCount } from './known-count.ts';
import { emptyLog } from './log.ts';
import { startReader, stopReader } from './readers.ts';
import { applyRetention } from './retention.ts';
import { settle } from './settle.ts';
import type { StreamState } from './stream-state.ts';

const streamModule = 'rabbit_stream_queue';

const empty: StreamState = { log: emptyLog, readers: [], count: unknownCount(runStart) };

export const stream: QueueType = {
  module: streamModule,
  refusedArguments: () => [
    'x-expires',
    'x-message-ttl',
    'x-dead-letter-exchange',
    'x-dead-letter-routing-key',
    'x-dead-letter-strategy',
    'x-max-length',
    'x-max-in-memory-length',
    'x-max-in-memory-bytes',
    'x-max-priority',
    'x-overflow',
    'x-queue-mode',
    'x-queue-version',
    'x-queue-master-locator',
    'x-single-active-consumer',
    'x-quorum-initial-group-size',
    'x-delivery-limit',
  ],
  checkDeclaration,
  begin: () => ({ stream: empty }),
  enqueue,
  checkConsume: (tx, queue, method, channel) => {
    checkConsume(tx, queue, method, channel, streamModule);
  },
  startConsumer: startReader,
  cancelConsumer: dropConsumer,
  afterCancel: () => {},
  get: (_, { vhost, name }) => {
    throw notSupportedByStreams('basic.get', vhost, name);
  },
  settle,
  dropConsumers: (tx, queue, ids) => {
    for (const id of ids) dropConsumer(tx, queue, id);
  },
  // Nothing had left the log.
  takeBack: () => {},
  purge: (_, { vhost, name }) => {
    throw notSupportedByStreams('queue.purge', vhost, name);
  },
  // Streams know no conditions, and do not count what goes with them.
  checkDelete: () => 0,
  countMessages: (queue, at) => countTold(queue.stream as StreamState, at),
  countConsumers: () => 0,
  look: () => {},
  applySettings: applyRetention,
  restart,
};

function checkDeclaration(declared: Declaration): void {
  checkReplicatedDeclaration(declared, streamModule);
  const size = integerOf(declared.arguments?.['x-stream-max-segment-size-bytes'] ?? null);
  if (size !== null && size > segmentBytesMax) throw segmentTooLarge();
}

function dropConsumer(tx: Transaction, queue: Draft<Queue>, id: ConsumerId): void {
  stopReader(queue, id);
  cancelConsumer(tx, queue, id);
}

/** All of the log is on disk, whether its messages said so or not. */
function restart(tx: Transaction, queue: Draft<Queue>): void {
  const state = queue.stream as StreamState;
  queue.consumers = PersistentMap.empty();
  queue.hadConsumer = false;
  queue.stream = { ...state, readers: [], count: unknownCount(tx.at) };
}
