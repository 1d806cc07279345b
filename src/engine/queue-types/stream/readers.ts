/**
 * Reading: each consumer of a stream has a place of its own in the log and takes nothing away. It is
 * sent messages as long as it has credit, which it begins with as much of as its prefetch and gets back
 * with every answer.
 *
 * https://www.rabbitmq.com/docs/streams#consuming
 */
import type { Consumer, Queue } from '../../broker.ts';
import { after, millis } from '../../instant.ts';
import type { ConsumerId } from '../../names.ts';
import { deliver } from '../../rules/delivering.ts';
import type { Draft, Transaction } from '../../transaction.ts';
import { isWanted, readFilter } from './filter.ts';
import { firstSince } from './log.ts';
import { readStartOffset, startIn } from './offset.ts';
import type { Reader, StreamState } from './stream-state.ts';
import { propertiesTold } from './told-properties.ts';

/** A consumer begins to read where it asked to. */
export function startReader(tx: Transaction, queue: Draft<Queue>, consumer: Consumer): void {
  const state = queue.stream as StreamState;
  const { id, channel, tag, prefetchCount, arguments: args } = consumer;
  const start = readStartOffset(args['x-stream-offset'], queue, tx.at);
  const reader: Reader = {
    consumer: id,
    channel,
    tag,
    nextOffset: startIn(state.log, start),
    credit: prefetchCount,
    filter: tx.broker.profile.streamsFilter ? readFilter(args) : null,
    judged: 0,
    chunk: null,
  };
  queue.stream = { ...state, readers: [...state.readers, reader].sort(inOrder) };
  serve(tx, queue, reader);
}

/** A channel serves its readers by their tags, the last one first. */
function inOrder(one: Reader, other: Reader): number {
  if (one.channel !== other.channel) return one.channel < other.channel ? -1 : 1;
  return one.tag === other.tag ? 0 : one.tag > other.tag ? -1 : 1;
}

export function stopReader(queue: Draft<Queue>, id: ConsumerId): void {
  const state = queue.stream as StreamState;
  const readers = state.readers.filter(({ consumer }) => consumer !== id);
  queue.stream = { ...state, readers };
}

/** Gives a reader room for more. */
export function giveCredit(
  tx: Transaction,
  queue: Draft<Queue>,
  reader: Reader,
  count: number,
): void {
  serve(tx, queue, { ...reader, credit: reader.credit + count });
}

/** Something has been added. */
export function serveAll(tx: Transaction, queue: Draft<Queue>): void {
  const state = queue.stream as StreamState;
  if (state.readers.length === 0) return;
  const readers = state.readers.map((reader) => readOn(tx, queue, reader));
  queue.stream = { ...state, readers };
}

function serve(tx: Transaction, queue: Draft<Queue>, reader: Reader): void {
  const served = readOn(tx, queue, reader);
  const state = queue.stream as StreamState;
  const readers = state.readers.map((other) =>
    other.consumer === served.consumer ? served : other,
  );
  queue.stream = { ...state, readers };
}

/** Sends a reader what it may have; answers where that leaves it. */
function readOn(tx: Transaction, queue: Draft<Queue>, reader: Reader): Reader {
  const { log } = queue.stream as StreamState;
  const { profile } = tx.broker;
  const { filter } = reader;
  let { nextOffset, credit, judged, chunk } = reader;
  for (;;) {
    // What it has not read in time is gone.
    nextOffset = Math.max(nextOffset, log.firstOffset);
    const queued = log.messages.get(nextOffset);
    if (queued === undefined) break;
    const hasBegun = queued.enqueuedAt === chunk;
    if (credit < 1 && !(hasBegun && profile.streamsDeliverWholeChunks)) break;
    if (!hasBegun && !isWanted(filter, log, queued.enqueuedAt, judged)) {
      if (queued.enqueuedAt === tx.at) {
        // As long as its instant lasts, the chunk may still come to hold what is wanted.
        judged = log.nextOffset;
        break;
      }
      nextOffset = firstSince(log, after(queued.enqueuedAt, millis(1)));
      continue;
    }
    const consumer = queue.consumers.get(reader.consumer) as Consumer;
    deliver(tx, queue, consumer, queued, propertiesTold(queued, profile));
    chunk = queued.enqueuedAt;
    credit--;
    nextOffset++;
  }
  return { ...reader, nextOffset, credit, judged, chunk };
}
