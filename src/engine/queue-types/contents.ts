/**
 * The messages of a queue that are ready, of whatever type it is, in the order in which they are served.
 *
 * https://www.rabbitmq.com/docs/queues#message-ordering
 */
import type { Queue } from '../broker.ts';
import type { QueuedMessage } from '../message.ts';
import { eachReady } from './classic/ready.ts';
import { eachInQuorum } from './quorum/contents.ts';
import { eachInLog } from './stream/log.ts';

export function eachMessage(queue: Queue): Iterable<QueuedMessage> {
  if (queue.quorum !== null) return eachInQuorum(queue.quorum);
  if (queue.stream !== null) return eachInLog(queue.stream.log);
  return eachReady(queue);
}
