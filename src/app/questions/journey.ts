/** A message's journey, and who published it. */
import type { MessageId } from '#engine';
import { clientOfChannel, entriesOf, journeyOf } from '#sim';
import type { History, Journey } from '#sim';

export interface JourneyAnswer extends Journey {
  /** The name of the client; null where the journal does not tell of it (any more). */
  readonly publisher: string | null;
}

export const askJourney = (history: History, message: MessageId): JourneyAnswer => ({
  ...journeyOf(history, message),
  publisher: publisherOf(history, message),
});

function publisherOf({ present }: History, id: MessageId): string | null {
  const entries = entriesOf(present.journal, { kinds: ['message.published'], max: Infinity });
  for (const { event } of entries) {
    if (event.type !== 'message.published' || event.message.id !== id) continue;
    return clientOfChannel(event.channel);
  }
  return null;
}
