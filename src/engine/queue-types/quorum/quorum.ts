/**
 * Quorum queues: replicated, always durable, and careful with messages that come back. Warren plays one
 * node, on which a quorum is a single member.
 *
 * https://www.rabbitmq.com/docs/quorum-queues
 */
import { PersistentMap, SequenceMap } from '#base';
import type { Queue } from '../../broker.ts';
import { runStart } from '../../instant.ts';
import { deleteConditionNotSupported } from '../../protocol-error.ts';
import { recordDiscard } from '../../rules/discarding.ts';
import type { Draft, Transaction } from '../../transaction.ts';
import type { QueueType } from '../queue-type.ts';
import { checkReplicatedDeclaration } from '../replicated-declaration.ts';
import { activateNext } from './active-consumer.ts';
import { checkConsume } from './check-consume.ts';
import { checkout } from './checkout.ts';
import { countConsumers, forgetConsumer, startConsumer } from './consumers.ts';
import { noneReady, takeAll } from './contents.ts';
import { enqueue } from './enqueue.ts';
import { get } from './get.ts';
import { retryLetters } from './kept-letters.ts';
import type { QuorumState } from './quorum-state.ts';
import { settle, takeBack } from './settle.ts';

const quorumModule = 'rabbit_quorum_queue';

const empty: QuorumState = {
  ready: noneReady,
  cancelled: PersistentMap.empty(),
  getCount: 0,
  isYielding: false,
  publishers: PersistentMap.empty(),
  bornAt: runStart,
  keptLetters: [],
};

export const quorum: QueueType = {
  module: quorumModule,
  refusedArguments: () => [
    'x-max-priority',
    'x-queue-mode',
    'x-queue-version',
    'x-queue-master-locator',
    'x-max-age',
    'x-stream-max-segment-size-bytes',
    'x-initial-cluster-size',
  ],
  checkDeclaration: (declared) => checkReplicatedDeclaration(declared, quorumModule),
  begin: (at) => ({ quorum: { ...empty, bornAt: at } }),
  enqueue,
  checkConsume: (tx, queue, method, channel) =>
    checkConsume(queue, method, channel, { module: quorumModule, profile: tx.broker.profile }),
  startConsumer: (tx, queue, consumer) => {
    startConsumer(queue, consumer);
    activateNext(tx, queue);
    checkout(tx, queue);
  },
  cancelConsumer: (tx, queue, id) => {
    forgetConsumer(tx, queue, id);
    activateNext(tx, queue);
  },
  afterCancel: checkout,
  get,
  settle,
  dropConsumers: (tx, queue, ids) => {
    for (const id of ids) forgetConsumer(tx, queue, id);
  },
  takeBack,
  purge: (tx, queue, channel) => {
    const all = takeAll(queue);
    for (const queued of all) recordDiscard(tx, queue, queued, 'purged', channel);
    checkout(tx, queue);
    return all.length;
  },
  checkDelete: (queue, { ifEmpty = false, ifUnused = false }) => {
    if (ifUnused) throw deleteConditionNotSupported(queue.vhost, queue.name, 'if-unused');
    if (ifEmpty) throw deleteConditionNotSupported(queue.vhost, queue.name, 'if-empty');
    return queue.readyCount;
  },
  countMessages: ({ readyCount }) => readyCount,
  countConsumers,
  look: (tx, queue) => {
    retryLetters(tx, queue);
    checkout(tx, queue);
  },
  applySettings: checkout,
  restart,
};

/** Every message is on disk; the connections that had some have given them back before. */
function restart(tx: Transaction, queue: Draft<Queue>): void {
  Object.assign(queue, {
    unackedCount: 0,
    unacked: SequenceMap.empty(),
    consumers: PersistentMap.empty(),
    turns: [],
    blocked: PersistentMap.empty(),
    activeConsumer: null,
    hadConsumer: false,
    looksAt: null,
  } satisfies Partial<Queue>);
  const state = queue.quorum as QuorumState;
  const keptLetters = state.keptLetters.map((kept) => ({ ...kept, retryAt: tx.at }));
  queue.quorum = { ...empty, ready: state.ready, keptLetters, bornAt: tx.at };
  retryLetters(tx, queue);
  checkout(tx, queue);
}
