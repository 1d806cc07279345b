/**
 * Exclusive queues belong to the connection that declared them and end with it. Other connections may
 * publish to them and no more.
 *
 * https://www.rabbitmq.com/docs/queues#exclusive-queues
 */
import type { Queue } from '../broker.ts';
import type { ConnectionId } from '../names.ts';
import { lockedQueue } from '../protocol-error.ts';

/** Refuses a connection the use of another's own queue. */
export function checkExclusiveAccess(queue: Queue, connection: ConnectionId): void {
  if (queue.exclusiveTo === null || queue.exclusiveTo === connection) return;
  throw lockedQueue(queue.vhost, queue.name);
}
