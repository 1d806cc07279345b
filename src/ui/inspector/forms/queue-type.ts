/**
 * The type of a queue, as a form shows it: it is an argument like others, but it decides which of the
 * others make sense.
 */
import type { QueueSpec } from '#scenario';
import { queueArguments, quorumArguments, streamArguments } from './known-arguments.ts';
import type { KnownArgument } from './known-arguments.ts';

export type QueueTypeChoice = 'classic' | 'quorum' | 'stream';

export const queueTypeChoices: readonly { value: QueueTypeChoice; label: string }[] = [
  { value: 'classic', label: 'classic' },
  { value: 'quorum', label: 'quorum: replicated, counts deliveries' },
  { value: 'stream', label: 'stream: keeps what was read' },
];

export function queueTypeIn({ arguments: args }: Pick<QueueSpec, 'arguments'>): QueueTypeChoice {
  const type = args['x-queue-type'];
  return type === 'quorum' || type === 'stream' ? type : 'classic';
}

/** The arguments that a queue of the type may have. */
export const argumentsOf = (type: QueueTypeChoice): readonly KnownArgument[] =>
  ({ classic: queueArguments, quorum: quorumArguments, stream: streamArguments })[type];

/**
 * The queue as one of that type: arguments that RabbitMQ would refuse for it are gone, and what cannot be
 * transient or delete itself is durable and stays.
 */
export function withQueueType(spec: QueueSpec, type: QueueTypeChoice): QueueSpec {
  const all = [...queueArguments, ...quorumArguments, ...streamArguments];
  const known = new Set(all.map(({ name }) => name));
  const kept = new Set(argumentsOf(type).map(({ name }) => name));
  const args = Object.fromEntries(
    Object.entries(spec.arguments).filter(
      ([name]) => name !== 'x-queue-type' && (!known.has(name) || kept.has(name)),
    ),
  );
  if (type === 'classic') return { ...spec, arguments: args };
  if (args['x-overflow'] === 'reject-publish-dlx') delete args['x-overflow'];
  const typed = { 'x-queue-type': type, ...args };
  return { ...spec, durable: true, auto_delete: false, arguments: typed };
}
