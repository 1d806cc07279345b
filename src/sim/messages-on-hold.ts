/**
 * Messages that an exchange sees again after a while: one that it holds back itself, and a letter that
 * no queue took, which its queue keeps. What was said of them is long past when they go on.
 */
import type { Fact, Message, MessageId, VhostName } from '#engine';
import { newestFirst } from './journal.ts';
import type { Journal, JournalEntry } from './journal.ts';

export type DeadLettered = Extract<Fact, { type: 'message.dead-lettered' }>;
type Place = { readonly message: MessageId; readonly vhost: VhostName; readonly exchange: string };

interface OnHold {
  readonly message: Message;
  /** Null for what its exchange holds back. */
  readonly letter: DeadLettered | null;
}

export class MessagesOnHold {
  readonly #held = new Map<string, OnHold>();
  /** Letters that were sent in the step that was looked at last: one of them may be kept. */
  #sent: { readonly step: number; readonly letters: DeadLettered[] } = { step: -1, letters: [] };

  take({ step, event }: JournalEntry): void {
    switch (event.type) {
      case 'message.delayed':
        this.#held.set(placeKey(event), { message: event.later, letter: null });
        break;
      case 'message.dead-lettered':
        this.#send(step, event);
        break;
      case 'dead-letter.kept': {
        const { message, queue, vhost } = event;
        const letter = this.#sent.letters.find(
          (one) => one.message === message && one.queue === queue && one.vhost === vhost,
        );
        if (letter !== undefined && this.#sent.step === step) this.#keep(letter);
        break;
      }
      default:
    }
  }

  /** What was on hold there and goes on now; null where nothing was. */
  release(step: number, place: Place): OnHold | null {
    const held = this.#held.get(placeKey(place)) ?? null;
    this.#held.delete(placeKey(place));
    if (held !== null && held.letter !== null) this.#send(step, held.letter);
    return held;
  }

  /** Looks up in the past of `entries` those that go on in them and were not taken then. */
  recall(journal: Journal, entries: readonly JournalEntry[]): void {
    const wanted = new Set([...goingOn(entries)].filter((place) => !this.#held.has(place)));
    const first = entries[0]?.number ?? 0;
    if (wanted.size === 0) return;
    for (const { event, number } of newestFirst(journal)) {
      if (number >= first) continue;
      const isLetter = event.type === 'message.dead-lettered';
      if (!isLetter && event.type !== 'message.delayed') continue;
      if (!wanted.delete(placeKey(event))) continue;
      if (isLetter) this.#keep(event);
      else this.#held.set(placeKey(event), { message: event.later, letter: null });
      if (wanted.size === 0) break;
    }
  }

  #send(step: number, letter: DeadLettered): void {
    if (this.#sent.step !== step) this.#sent = { step, letters: [] };
    this.#sent.letters.push(letter);
  }

  #keep(letter: DeadLettered): void {
    this.#held.set(placeKey(letter), { message: letter.letter, letter });
  }
}

/** Where messages go on of which these entries do not say how they came there. */
function goingOn(entries: readonly JournalEntry[]): Set<string> {
  const begun = new Set<MessageId>();
  const places = new Set<string>();
  for (const { event } of entries) {
    switch (event.type) {
      case 'message.published':
        begun.add(event.message.id);
        break;
      case 'message.delayed':
      case 'message.dead-lettered':
        begun.add(event.message);
        break;
      case 'message.routed':
      case 'message.unroutable':
        if (!begun.has(event.message)) places.add(placeKey(event));
        break;
      default:
    }
  }
  return places;
}

export const placeKey = ({ message, vhost, exchange }: Place): string =>
  `${message} ${exchange} ${vhost}`;
