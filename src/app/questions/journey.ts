/** A message's journey, and who published it. */
import type { MessageId } from '#engine';
import { placeOf } from './programs.ts';
import type { ProgramPlace } from './programs.ts';
import { clientOfChannel, entriesOf, journeyOf } from '#sim';
import type { History, Journey } from '#sim';

export interface JourneyAnswer extends Journey {
  /** The name of the client; null where the journal does not tell of it (any more). */
  readonly publisher: string | null;
  /** Where in the text of a program it was published; null where none published it. */
  readonly place: ProgramPlace | null;
}

export const askJourney = (history: History, message: MessageId): JourneyAnswer => ({
  ...journeyOf(history, message),
  publisher: publisherOf(history, message),
  place: placeIn(history, message),
});

function placeIn({ present }: History, id: MessageId): ProgramPlace | null {
  if (present.programs === null) return null;
  const entries = entriesOf(present.journal, { kinds: ['program.asked'], max: Infinity });
  const entry = entries.find(({ event }) => 'message' in event && event.message === id);
  return entry === undefined ? null : placeOf(entry);
}

function publisherOf({ present }: History, id: MessageId): string | null {
  const entries = entriesOf(present.journal, { kinds: ['message.published'], max: Infinity });
  for (const { event } of entries) {
    if (event.type !== 'message.published' || event.message.id !== id) continue;
    return clientOfChannel(event.channel);
  }
  return null;
}
