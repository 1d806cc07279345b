/**
 * Filtering: a publisher may say under what value a message goes, and a consumer which values it wants.
 * The broker looks at whole chunks: one with a single message that is wanted comes with all the others
 * in it, so that clients have to look again.
 *
 * https://www.rabbitmq.com/docs/streams#filtering
 */
import type { FieldTable } from '../../field-table.ts';
import type { Instant } from '../../instant.ts';
import type { Message } from '../../message.ts';
import { internalError } from '../../protocol-error.ts';
import { firstSince } from './log.ts';
import type { Log } from './log.ts';

/** The values it wants. What has no value goes under the empty one. */
export type Filter = ReadonlySet<string>;

const withoutValue = '';

/** What a consumer asks for; null where it wants everything. A list without a text is a failure. */
export function readFilter(args: FieldTable): Filter | null {
  const asked = args['x-stream-filter'];
  const values =
    typeof asked === 'string'
      ? [asked]
      : Array.isArray(asked)
        ? asked.filter((value) => typeof value === 'string')
        : null;
  if (values === null) return null;
  if (values.length === 0) throw internalError();
  const wanted = new Set(values);
  if (args['x-stream-match-unfiltered'] === true) wanted.add(withoutValue);
  return wanted;
}

/** A value that is no text is more than the publishing channel can bear. */
export function checkFilterValue({ properties: { headers } }: Message): void {
  const value = headers?.['x-stream-filter-value'];
  if (value !== undefined && typeof value !== 'string') throw internalError();
}

function valueOf({ properties: { headers } }: Message): string {
  const value = headers?.['x-stream-filter-value'];
  return typeof value === 'string' ? value : withoutValue;
}

/**
 * Whether a chunk, told by its instant, has a message that is wanted. What lies before `judged` has been
 * looked at already and is not.
 */
export function isWanted(filter: Filter | null, log: Log, chunk: Instant, judged: number): boolean {
  if (filter === null) return true;
  for (let offset = Math.max(judged, firstSince(log, chunk)); ; offset++) {
    const queued = log.messages.get(offset);
    if (queued === undefined || queued.enqueuedAt !== chunk) return false;
    if (filter.has(valueOf(queued.message))) return true;
  }
}
