/**
 * What stands out on the timeline of a run: returns, dead letters, faults, refusals and edits.
 *
 * It is bounded: of marks of one kind that lie close together only the first is kept, and what is
 * close is more the more marks there are.
 */
import type { Fact, Instant } from '#engine';
import type { Note } from './note.ts';

export type MarkKind = 'return' | 'dead-letter' | 'fault' | 'refusal' | 'edit';

export interface Mark {
  readonly at: Instant;
  readonly kind: MarkKind;
}

export interface Marks {
  /** Of one kind there is at most one mark in each span of so many milliseconds. */
  readonly bucketMs: number;
  /** By instant. */
  readonly list: readonly Mark[];
}

const marksMax = 1_000;

export const noMarks: Marks = { bucketMs: 25, list: [] };

export function markKindOf(event: Fact | Note): MarkKind | null {
  switch (event.type) {
    case 'message.returned':
      return 'return';
    case 'message.dead-lettered':
      return 'dead-letter';
    case 'method.refused':
      return 'refusal';
    case 'client.disconnected':
      return event.cause === 'crashed' ? 'fault' : null;
    case 'act.performed':
      if (event.act.type === 'edit') return 'edit';
      return faults.has(event.act.type) ? 'fault' : null;
    default:
      return null;
  }
}

const faults: ReadonlySet<string> = new Set(['client.stop', 'connection.drop', 'broker.restart']);

/** `mark` is not before the last one. */
export function marksWith(marks: Marks, mark: Mark): Marks {
  const { bucketMs, list } = marks;
  const start = mark.at - (mark.at % bucketMs);
  for (let index = list.length - 1; index >= 0; index--) {
    const { at, kind } = list[index] as Mark;
    if (at < start) break;
    if (kind === mark.kind) return marks;
  }
  return bounded({ bucketMs, list: [...list, mark] });
}

function bounded(marks: Marks): Marks {
  if (marks.list.length <= marksMax) return marks;
  const bucketMs = marks.bucketMs * 2;
  const seen = new Map<MarkKind, number>();
  const list = marks.list.filter(({ at, kind }) => {
    const bucket = Math.floor(at / bucketMs);
    if (seen.get(kind) === bucket) return false;
    seen.set(kind, bucket);
    return true;
  });
  return bounded({ bucketMs, list });
}
