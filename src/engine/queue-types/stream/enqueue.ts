/**
 * How a message enters a stream: at the end of its log, whatever its time to live. Whoever has read all
 * before it and has room gets it at once.
 *
 * https://www.rabbitmq.com/docs/streams#publishing
 */
import type { Queue } from '../../broker.ts';
import type { Message, QueuedMessage } from '../../message.ts';
import type { ChannelId } from '../../names.ts';
import { recordDiscard } from '../../rules/discarding.ts';
import type { Draft, Transaction } from '../../transaction.ts';
import type { ArrivingLetter } from '../queue-type.ts';
import { checkFilterValue } from './filter.ts';
import { beforeChange } from './known-count.ts';
import { append } from './log.ts';
import { serveAll } from './readers.ts';
import { applyRetention } from './retention.ts';
import type { StreamState } from './stream-state.ts';

/** `from` is null for a dead letter. A stream is never full: it always takes what it takes at all. */
export function enqueue(
  tx: Transaction,
  queue: Draft<Queue>,
  message: Message,
  from: ChannelId | null,
  letter?: ArrivingLetter,
): true {
  const { vhost, name, settings } = queue;
  const { streamsFilter, streamsTakeDeadLetters } = tx.broker.profile;
  const queued: QueuedMessage = {
    position: queue.lastPosition + 1,
    message,
    expiresAt: null,
    redelivered: false,
    enqueuedAt: tx.at,
  };
  if (from === null && letter === undefined && !streamsTakeDeadLetters) {
    recordDiscard(tx, queue, { ...queued, position: 0 }, 'letter-to-stream', null);
    return true;
  }
  if (from !== null && streamsFilter) checkFilterValue(message);
  const { position } = queued;
  const state = queue.stream as StreamState;
  const log = append(state.log, queued, settings.maxSegmentSizeBytes);
  const isRolled = log.closed !== state.log.closed;
  queue.stream = { ...state, log, count: beforeChange(state, tx.at) };
  queue.lastPosition = position;
  queue.readyCount += 1;
  queue.readyBytes += message.bodySize;
  tx.record({ type: 'message.enqueued', message: message.id, vhost, queue: name, position });
  if (isRolled) applyRetention(tx, queue);
  serveAll(tx, queue);
  return true;
}
