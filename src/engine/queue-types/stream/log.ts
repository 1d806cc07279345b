/**
 * The log of a stream: messages by offset, which are only ever added at the end, and taken away at the
 * front by whole segments.
 *
 * Messages are stored in chunks. A broker puts into one chunk what has arrived while it was writing the
 * one before; here that is what arrives in one instant of virtual time. So a chunk needs no record of
 * its own: it is all messages that share their instant.
 *
 * https://www.rabbitmq.com/docs/streams#retention
 */
import { Fifo, SequenceMap } from '#base';
import type { Instant } from '../../instant.ts';
import { runStart } from '../../instant.ts';
import {
  chunkHeaderBytes,
  segmentBytes,
  segmentChunks,
  segmentHeaderBytes,
  storedMessageBytes,
} from '../../limits.ts';
import type { Message, QueuedMessage } from '../../message.ts';

export interface Log {
  /** By offset, which is the position less one. */
  readonly messages: SequenceMap<QueuedMessage>;
  readonly firstOffset: number;
  /** The one that the next message gets. */
  readonly nextOffset: number;
  /** Full segments, the oldest first. */
  readonly closed: Fifo<Segment>;
  readonly open: Segment;
  /** Of all segments together. */
  readonly bytes: number;
}

export interface Segment {
  readonly nextOffset: number;
  readonly bytes: number;
  readonly chunkCount: number;
  /** When its last chunk was written. */
  readonly lastAt: Instant;
}

const emptySegment: Segment = {
  nextOffset: 0,
  bytes: segmentHeaderBytes,
  chunkCount: 0,
  lastAt: runStart,
};

export const emptyLog: Log = {
  messages: SequenceMap.empty(),
  firstOffset: 0,
  nextOffset: 0,
  closed: Fifo.empty(),
  open: emptySegment,
  bytes: segmentHeaderBytes,
};

/** Adds a message at the end; a chunk that finds its segment full begins another. */
export function append(log: Log, queued: QueuedMessage, maxSegmentBytes: number | null): Log {
  const at = queued.enqueuedAt;
  const isNewChunk = log.messages.get(log.nextOffset - 1)?.enqueuedAt !== at;
  const rolls = isNewChunk && isFull(log.open, maxSegmentBytes ?? segmentBytes);
  const before = rolls ? emptySegment : log.open;
  const added = storedSize(queued.message) + (isNewChunk ? chunkHeaderBytes : 0);
  const nextOffset = log.nextOffset + 1;
  return {
    messages: log.messages.set(log.nextOffset, queued),
    firstOffset: log.firstOffset,
    nextOffset,
    closed: rolls ? log.closed.push(log.open) : log.closed,
    open: {
      nextOffset,
      bytes: before.bytes + added,
      chunkCount: before.chunkCount + (isNewChunk ? 1 : 0),
      lastAt: at,
    },
    bytes: log.bytes + added + (rolls ? segmentHeaderBytes : 0),
  };
}

const isFull = ({ bytes, chunkCount }: Segment, maxBytes: number): boolean =>
  bytes >= maxBytes || chunkCount >= segmentChunks;

/** What a message takes on disk, as far as it does not depend on its properties. */
const storedSize = ({ exchange, routingKey, bodySize }: Message): number =>
  bodySize + exchange.length + routingKey.length + storedMessageBytes;

/** The log without its oldest segment, which must not be its only one. */
export function withoutOldestSegment(log: Log): Log {
  const oldest = log.closed.peek() as Segment;
  let { messages } = log;
  for (let offset = log.firstOffset; offset < oldest.nextOffset; offset++) {
    messages = messages.delete(offset);
  }
  return {
    ...log,
    messages,
    firstOffset: oldest.nextOffset,
    closed: log.closed.rest(),
    bytes: log.bytes - oldest.bytes,
  };
}

/** The first offset whose message came at that instant or later; beyond the end where none did. */
export function firstSince({ messages, firstOffset, nextOffset }: Log, at: Instant): number {
  let [low, high] = [firstOffset, nextOffset];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((messages.get(middle) as QueuedMessage).enqueuedAt < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the last chunk begins; 0, or where the end is, without one. */
export function lastChunk(log: Log): number {
  const last = log.messages.get(log.nextOffset - 1);
  return last === undefined ? log.nextOffset : firstSince(log, last.enqueuedAt);
}

export const sizeOf = ({ firstOffset, nextOffset }: Log): number => nextOffset - firstOffset;

/** In the order of their offsets. */
export const eachInLog = ({ messages }: Log): Iterable<QueuedMessage> => messages.values();
