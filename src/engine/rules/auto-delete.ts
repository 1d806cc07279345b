/**
 * Auto-delete queues: one that has had consumers is deleted when the last of them is gone. One that
 * never had any stays.
 *
 * https://www.rabbitmq.com/docs/queues#auto-delete
 */
import type { Queue } from '../broker.ts';

export const deletesItself = ({ autoDelete, hadConsumer, consumers }: Queue): boolean =>
  autoDelete && hadConsumer && consumers.size === 0;
