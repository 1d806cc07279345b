/**
 * Names of queues and exchanges: line breaks are taken out of them, and `amq.` is RabbitMQ's own
 * beginning.
 *
 * https://www.rabbitmq.com/docs/queues#names
 */
import type { Channel } from '../broker.ts';
import type { ExchangeName, QueueName } from '../names.ts';
import { defaultExchange } from '../names.ts';
import { noDeclaredQueue, notOnDefaultExchange, reservedName } from '../protocol-error.ts';

/** Declare, bind and delete take line breaks out of names; publish and get do not. */
export const stripLineBreaks = <Name extends string>(name: Name): Name =>
  name.replace(/[\r\n]/g, '') as Name;

export function checkName(kind: 'queue' | 'exchange', name: string): void {
  if (name.startsWith('amq.')) throw reservedName(kind, name);
}

export function checkNotDefaultExchange(name: ExchangeName): void {
  if (name === defaultExchange) throw notOnDefaultExchange();
}

/** An empty name stands for the queue that the channel declared last. */
export function queueOrLast(name: QueueName, { lastQueue }: Channel): QueueName {
  if (name !== '') return name;
  if (lastQueue === '') throw noDeclaredQueue();
  return lastQueue;
}
