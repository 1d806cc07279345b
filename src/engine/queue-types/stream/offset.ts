/**
 * Where a consumer begins to read: `x-stream-offset`.
 *
 * https://www.rabbitmq.com/docs/streams#consuming
 */
import type { FieldValue } from '../../field-table.ts';
import { erlangText, integerOf, isTyped } from '../../field-value.ts';
import { instantOf } from '../../instant.ts';
import type { Instant } from '../../instant.ts';
import type { QueueName, VhostName } from '../../names.ts';
import { internalError, invalidArgument, queueIn } from '../../protocol-error.ts';
import { readAge } from '../../rules/queue-settings.ts';
import { firstSince, lastChunk } from './log.ts';
import type { Log } from './log.ts';

export type StartOffset =
  | 'first'
  /** The last chunk. */
  | 'last'
  /** What is published from now on. */
  | 'next'
  | { readonly offset: number }
  /** The first chunk that was written then or later. */
  | { readonly since: Instant }
  /** A value of a type that means nothing, which is found out when it is too late. */
  | 'nonsense';

const words = ['first', 'last', 'next'] as const;

/** `at` is now, from which ages are counted back. */
export function readStartOffset(
  value: FieldValue | undefined,
  { vhost, name }: { readonly vhost: VhostName; readonly name: QueueName },
  at: Instant,
): StartOffset {
  if (value === undefined) return 'next';
  const word = words.find((known) => known === value);
  if (word !== undefined) return word;
  if (typeof value === 'string') {
    const age = readAge(value);
    if (age !== null && age > 0) return { since: (at - age) as Instant };
    // It reads the number first, and what has none is no number at all.
    if (!/^\d/.test(value)) throw internalError();
    const problem = `{invalid_stream_offset_arg,{longstr,${erlangText(value)}}}`;
    throw invalidArgument('x-stream-offset', queueIn(vhost, name), problem);
  }
  const offset = integerOf(value);
  if (offset !== null) return { offset };
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const typed = value as Exclude<typeof value, readonly FieldValue[]>;
    if (isTyped(typed) && typed['!'] === 'timestamp') {
      return { since: instantOf(Number(typed.value)) };
    }
  }
  return 'nonsense';
}

/** The offset of the first message that is delivered, whether it is there yet or not. */
export function startIn(log: Log, start: StartOffset): number {
  switch (start) {
    case 'first':
      return log.firstOffset;
    case 'last':
      return lastChunk(log);
    case 'next':
      return log.nextOffset;
    case 'nonsense':
      throw internalError();
    default:
      return 'since' in start
        ? firstSince(log, start.since)
        : Math.max(log.firstOffset, start.offset);
  }
}
