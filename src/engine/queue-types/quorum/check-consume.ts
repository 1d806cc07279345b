/**
 * What a consumer of a quorum queue must not ask for: what only streams and mirrored queues know, and to
 * share a prefetch.
 *
 * https://www.rabbitmq.com/docs/quorum-queues#global-qos
 */
import type { Channel, Queue } from '../../broker.ts';
import type { BasicConsume } from '../../command.ts';
import type { BrokerProfile } from '../../profile.ts';
import { globalPrefetchNotSupported, queueIn, unsupportedArgument } from '../../protocol-error.ts';

export function checkConsume(
  { vhost, name }: Queue,
  { arguments: args = {} }: BasicConsume,
  { globalPrefetchCount }: Channel,
  { module, profile }: { readonly module: string; readonly profile: BrokerProfile },
): void {
  const refused = profile.streamsFilter
    ? ['x-stream-offset', 'x-stream-filter', 'x-stream-match-unfiltered']
    : ['x-stream-offset', 'x-cancel-on-ha-failover'];
  const unsupported = refused.find((argument) => args[argument] !== undefined);
  if (unsupported !== undefined) {
    throw unsupportedArgument(unsupported, queueIn(vhost, name), module);
  }
  if (globalPrefetchCount > 0) throw globalPrefetchNotSupported(vhost, name);
}
