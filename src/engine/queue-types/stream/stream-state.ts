/** What a stream has beyond what all queues have. Nothing of it is ever changed in place. */
import type { Instant } from '../../instant.ts';
import type { ChannelId, ConsumerId, ConsumerTag } from '../../names.ts';
import type { Filter } from './filter.ts';
import type { Log } from './log.ts';

export interface StreamState {
  readonly log: Log;
  /** In the order in which they are served. */
  readonly readers: readonly Reader[];
  readonly count: KnownCount;
}

/** A consumer's place in the log. */
export interface Reader {
  readonly consumer: ConsumerId;
  readonly channel: ChannelId;
  readonly tag: ConsumerTag;
  /** The offset it reads next; may lie beyond the end. */
  readonly nextOffset: number;
  /** How many more messages it may be sent; whole chunks may bring it below 0. */
  readonly credit: number;
  /** Null where it wants everything. */
  readonly filter: Filter | null;
  /** Before this offset its filter has found nothing more in the chunk that is still written to. */
  readonly judged: number;
  /** The chunk it has begun, by its instant; null before the first. */
  readonly chunk: Instant | null;
}

/** Streams are counted from time to time, not when somebody asks. */
export interface KnownCount {
  /** The last period in which the log changed. */
  readonly period: number;
  /** How many messages there were when that began. */
  readonly messages: number;
}
