/**
 * A message's journey: all that has happened to it up to the playhead, hop by hop, each with its
 * reason, and where its copies are now.
 */
import { queueOf } from '#engine';
import type { Message, MessageId } from '#engine';
import { allEntries } from './agenda.ts';
import type { History } from './history.ts';
import { copiesOf } from './journey-copies.ts';
import { entriesAbout } from './journey-entries.ts';
import { pastStep } from './journey-past.ts';
import { presentSteps } from './journey-present.ts';
import type { JournalEntry } from './journal.ts';
import type { JourneyStep } from './journey-step.ts';
import { spanInWords } from './phrases.ts';
import type { Simulation } from './simulation-state.ts';

export interface Journey {
  /** As it last was: a dead letter has its `x-death` header. Null where nothing is known of it. */
  readonly message: Message | null;
  readonly steps: readonly JourneyStep[];
}

export function journeyOf(history: History, id: MessageId): Journey {
  const { present } = history;
  const entries = entriesAbout(history, id);
  let message: Message | null = null;
  const steps: JourneyStep[] = [];
  for (const entry of entries) {
    const { event } = entry;
    if (event.type === 'message.published') message = event.message;
    if (event.type === 'message.dead-lettered') message = event.letter;
    if (event.type === 'message.traced') message = event.copy;
    const step = pastStep(history, entry, message);
    if (step !== null) steps.push(step);
    // It goes on as another from here; up to here it was as it had been published.
    if (event.type === 'message.delayed') message = event.later;
  }
  message ??= messageUnderWay(history, id);
  steps.push(...delayedSteps(entries, present.now), ...keptSteps(entries, present));
  return { message, steps: [...steps, ...presentSteps(present, id, copiesOf(entries))] };
}

/** Where an exchange holds the message back at the playhead. */
function delayedSteps(entries: readonly JournalEntry[], now: number): readonly JourneyStep[] {
  return entries.flatMap(({ at, event }) => {
    if (event.type !== 'message.delayed' || at + event.delayMs <= now) return [];
    const { exchange, delayMs } = event;
    const sentence = `It is routed in ${spanInWords(at + delayMs - now)}, by the bindings that ${exchange} has by then.`;
    return [{ at, title: `Waiting in ${exchange}`, sentence, detail: [], state: 'now' as const }];
  });
}

/** Where a queue keeps it at the playhead, because nobody took it as a dead letter. */
function keptSteps(
  entries: readonly JournalEntry[],
  { broker, now }: Simulation,
): readonly JourneyStep[] {
  const kept = new Map(
    entries.flatMap(({ at, event }) =>
      event.type === 'dead-letter.kept'
        ? [[`${event.queue} ${event.vhost}`, { at, event }] as const]
        : [],
    ),
  );
  return [...kept.values()].flatMap(({ at, event: { vhost, queue, message } }) => {
    const letters = queueOf(broker, vhost, queue)?.quorum?.keptLetters ?? [];
    const letter = letters.find(({ posted }) => posted.letter.id === message);
    if (letter === undefined) return [];
    const sentence = `It is sent again in ${spanInWords(letter.retryAt - now)}, as often as it takes.`;
    return [{ at, title: `Kept by ${queue}`, sentence, detail: [], state: 'now' as const }];
  });
}

/** A message that has been sent and has not arrived, as it will be. */
function messageUnderWay({ present }: History, id: MessageId): Message | null {
  for (const { happening } of allEntries(present.agenda)) {
    if (happening.type !== 'method.arrives' || happening.message !== id) continue;
    const { method } = happening;
    if (method.type !== 'basic.publish') continue;
    const { exchange, routingKey, properties = {}, body } = method;
    return {
      id,
      exchange,
      routingKey,
      routingKeys: [routingKey],
      properties,
      body,
      bodySize: byteCount(body),
      expirationMs: null,
      deaths: [],
    };
  }
  return null;
}

/** Bytes of the text in UTF-8. */
function byteCount(text: string): number {
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return count;
}
