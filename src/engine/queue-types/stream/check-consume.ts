/**
 * What a consumer of a stream must be: one with a prefetch of its own that acknowledges, and that asks
 * for no priority among those that all get everything.
 *
 * https://www.rabbitmq.com/docs/streams#consuming
 */
import type { Channel, Queue } from '../../broker.ts';
import type { BasicConsume } from '../../command.ts';
import {
  globalPrefetchNotSupported,
  internalError,
  noAckNotSupportedByStreams,
  noStreamPrefetch,
  queueIn,
  unsupportedArgument,
} from '../../protocol-error.ts';
import type { Transaction } from '../../transaction.ts';
import { readFilter } from './filter.ts';
import { readStartOffset } from './offset.ts';

export function checkConsume(
  tx: Transaction,
  queue: Queue,
  { arguments: args = {}, noAck = false }: BasicConsume,
  { prefetchCount, globalPrefetchCount }: Channel,
  module: string,
): void {
  const { vhost, name } = queue;
  const { refusesStreamConsumersPlainly: isPlain, streamsFilter } = tx.broker.profile;
  const start = readStartOffset(args['x-stream-offset'], queue, tx.at);
  if (args['x-priority'] !== undefined) {
    throw unsupportedArgument('x-priority', queueIn(vhost, name), module);
  }
  if (prefetchCount === 0) throw noStreamPrefetch(vhost, name, isPlain);
  if (noAck) throw noAckNotSupportedByStreams(vhost, name, isPlain);
  if (globalPrefetchCount > 0) throw globalPrefetchNotSupported(vhost, name);
  if (start === 'nonsense') throw internalError();
  if (streamsFilter) readFilter(args);
}
