/**
 * Queue length limits: `x-max-length` counts ready messages, `x-max-length-bytes` the bytes of their
 * bodies; what a full queue does is its `x-overflow`. Unacknowledged messages do not count.
 *
 * https://www.rabbitmq.com/docs/maxlength
 */
import type { Queue } from '../broker.ts';
import type { Message } from '../message.ts';
import { takeReady } from '../queue-types/classic/ready.ts';
import type { QueuedMessage } from '../message.ts';
import type { Draft, Transaction } from '../transaction.ts';
import { deadLetter } from './dead-letter-exchange.ts';

/** Whether the queue is one that refuses, and the message is one too many. */
export function refusesPublish(queue: Queue, { bodySize }: Message): boolean {
  const { overflow, maxLength, maxLengthBytes } = queue.settings;
  if (overflow === 'drop-head') return false;
  return (
    (maxLength !== null && queue.readyCount + 1 > maxLength) ||
    (maxLengthBytes !== null && queue.readyBytes + bodySize > maxLengthBytes)
  );
}

/** A refused publish goes to the dead letter exchange only under `reject-publish-dlx`. */
export function deadLetterRefused(tx: Transaction, queue: Queue, refused: QueuedMessage): void {
  if (queue.settings.overflow !== 'reject-publish-dlx') return;
  if (queue.settings.deadLetterExchange === null) return;
  deadLetter(tx, queue, refused, 'maxlen', null);
}

/** Drops from the head until the queue is within its limits; answers whether it dropped any. */
export function dropHead(tx: Transaction, queue: Draft<Queue>): boolean {
  if (queue.settings.overflow !== 'drop-head') return false;
  let hasDropped = false;
  while (isOverLimit(queue)) {
    const head = takeReady(queue);
    if (head === undefined) break;
    hasDropped = true;
    deadLetter(tx, queue, head, 'maxlen', null);
  }
  return hasDropped;
}

function isOverLimit({ settings, readyCount, readyBytes }: Queue): boolean {
  const { maxLength, maxLengthBytes } = settings;
  return (
    (maxLength !== null && readyCount > maxLength) ||
    (maxLengthBytes !== null && readyBytes > maxLengthBytes)
  );
}
