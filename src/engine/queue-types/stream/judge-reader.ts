/**
 * Why a consumer of a stream reads on or does not: the slow path beside readers.ts, for people.
 *
 * https://www.rabbitmq.com/docs/streams#consuming
 */
import type { Consumer } from '../../broker.ts';
import { isWanted } from './filter.ts';
import type { Reader, StreamState } from './stream-state.ts';

export interface ReaderVerdict {
  readonly canTake: boolean;
  /** Such as `2 of 2 unacknowledged: its prefetch is full, 7 messages behind`. */
  readonly reason: string;
}

export function judgeReader(
  { log, readers }: StreamState,
  { id, ...consumer }: Consumer,
): ReaderVerdict {
  const { nextOffset, credit, filter } = readers.find((other) => other.consumer === id) as Reader;
  const { unackedCount, prefetchCount } = consumer;
  const behind = behindOf(log.nextOffset - Math.max(nextOffset, log.firstOffset));
  if (credit < 1) {
    const held = `${unackedCount} of ${prefetchCount} unacknowledged`;
    return { canTake: false, reason: `${held}: its prefetch is full, ${behind}` };
  }
  const next = log.messages.get(nextOffset);
  if (next !== undefined && !isWanted(filter, log, next.enqueuedAt, 0)) {
    return { canTake: true, reason: 'its filter leaves out what was published last' };
  }
  const ahead = nextOffset > log.nextOffset ? `offset ${nextOffset}` : 'the next message';
  return { canTake: true, reason: `at the end of the stream: waits for ${ahead}` };
}

const behindOf = (count: number): string =>
  count < 1 ? 'at the end' : count === 1 ? '1 message behind' : `${count} messages behind`;
