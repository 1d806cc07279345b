/**
 * What quorum queues and streams cannot be: transient, exclusive, deleting themselves, or named by the
 * broker.
 *
 * https://www.rabbitmq.com/docs/quorum-queues#feature-comparison
 */
import { invalidProperty, noServerNamedQueue, queueIn } from '../protocol-error.ts';
import type { Declaration } from './queue-type.ts';

export function checkReplicatedDeclaration(
  { queue, vhost, durable, exclusive, autoDelete }: Declaration,
  module: string,
): void {
  if (queue === '') throw noServerNamedQueue(module);
  const thing = queueIn(vhost, queue);
  if (durable !== true) throw invalidProperty('non-durable', thing);
  if (autoDelete === true) throw invalidProperty('auto-delete', thing);
  if (exclusive === true) throw invalidProperty('exclusive-owner', thing);
}
