/**
 * Length limits of quorum queues. Messages are dropped from the head after consumers had their chance.
 * With `reject-publish` the channels that publish are told to stop when the queue is over its limit, so
 * that one message more than the limit gets in, and to go on when it is well below.
 *
 * https://www.rabbitmq.com/docs/quorum-queues#queue-length-limit
 */
import type { Queue } from '../../broker.ts';
import type { Instant } from '../../instant.ts';
import { quorumLowWater } from '../../limits.ts';
import type { ChannelId } from '../../names.ts';
import type { Draft, Transaction } from '../../transaction.ts';
import { takeNext } from './contents.ts';
import { die } from './death.ts';
import type { QuorumState, Told } from './quorum-state.ts';

const rejects = ({ settings }: Queue): boolean => settings.overflow === 'reject-publish';

/** Drops from the head until the queue is within its limits. `reject-publish-dlx` is no other. */
export function dropHead(tx: Transaction, queue: Draft<Queue>): void {
  if (rejects(queue)) return;
  while (isOver(queue, 1)) {
    const head = takeNext(queue);
    if (head === undefined) return;
    die(tx, queue, head, 'maxlen', null);
  }
}

/**
 * Whether a publish of that channel is refused. A channel is told how things stand when it begins, and
 * hears of a change too late for what it publishes in the same instant: a burst gets in as a whole.
 */
export function refusesPublish(queue: Draft<Queue>, channel: ChannelId, at: Instant): boolean {
  if (!rejects(queue) || !hasLimit(queue)) return false;
  const state = queue.quorum as QuorumState;
  const told = state.publishers.get(channel);
  if (told !== undefined) return heardBy(told, at);
  const isRefused = isOver(queue, 1);
  const publishers = state.publishers.set(channel, { isRefused, wasRefused: isRefused, at });
  queue.quorum = { ...state, publishers };
  return isRefused;
}

const heardBy = ({ isRefused, wasRefused, at: toldAt }: Told, at: Instant): boolean =>
  toldAt < at ? isRefused : wasRefused;

/** Tells the channels that publish to stop or to go on, where that has changed. */
export function reviewPublishers(queue: Draft<Queue>, at: Instant): void {
  if (!rejects(queue) || !hasLimit(queue)) return;
  if (isOver(queue, 1)) tellAll(queue, true, at);
  else if (!isOver(queue, quorumLowWater)) tellAll(queue, false, at);
}

function tellAll(queue: Draft<Queue>, isRefused: boolean, at: Instant): void {
  const state = queue.quorum as QuorumState;
  let { publishers } = state;
  for (const [channel, told] of publishers) {
    if (told.isRefused === isRefused) continue;
    publishers = publishers.set(channel, { isRefused, wasRefused: heardBy(told, at), at });
  }
  if (publishers !== state.publishers) queue.quorum = { ...state, publishers };
}

const hasLimit = ({ settings: { maxLength, maxLengthBytes } }: Queue): boolean =>
  maxLength !== null || maxLengthBytes !== null;

function isOver({ settings, readyCount, readyBytes }: Queue, share: number): boolean {
  const { maxLength, maxLengthBytes } = settings;
  return (
    (maxLength !== null && readyCount > Math.trunc(maxLength * share)) ||
    (maxLengthBytes !== null && readyBytes > Math.trunc(maxLengthBytes * share))
  );
}
