/** One thing that has happened to a message, as a step of its journey. */
import type { Fact, Message } from '#engine';
import { describeEntry } from './describe-entry.ts';
import { explainRouteThen } from './explain-route-then.ts';
import type { History } from './history.ts';
import type { JournalEntry } from './journal.ts';
import type { JourneyStep } from './journey-step.ts';
import type { Note } from './note.ts';
import { bindingKeyInWords, exchangeInWords, whoOn } from './phrases.ts';

type RouteExplanation = NonNullable<ReturnType<typeof explainRouteThen>>;
type Routing = Extract<Fact, { type: 'message.routed' | 'message.unroutable' }>;

/** `message` is as it was then. Null for what another step tells already. */
export function pastStep(
  history: History,
  entry: JournalEntry,
  message: Message | null,
): JourneyStep | null {
  const { at, event } = entry;
  const step = { at, sentence: describeEntry(entry), state: 'done' } as const;
  if (event.type === 'message.routed' || event.type === 'message.unroutable') {
    const explanation =
      message === null ? null : explainRouteThen(history, entry.step, event, message);
    const title = titleOfRouting(event, explanation);
    return { ...step, title, detail: explanation === null ? [] : linesOf(explanation) };
  }
  const title = event.kind === 'note' ? titleOfNote(event) : titleOfFact(event, entry.readyCount);
  if (title === null) return null;
  const asked = event.type === 'program.asked' ? event : null;
  if (asked === null || asked.place === null) return { ...step, title, detail: [] };
  return { ...step, title, detail: [], program: { client: asked.client, place: asked.place } };
}

function titleOfRouting(event: Routing, explanation: RouteExplanation | null): string {
  const verdicts = explanation?.verdicts ?? [];
  const matching = verdicts.filter(({ matches }) => matches).length;
  if (event.exchange === '') {
    if (event.type === 'message.unroutable') return 'No queue has this name';
    return `Routed to ${event.queues[0] ?? 'its queue'} by name`;
  }
  if (explanation === null) {
    if (event.type === 'message.unroutable') return 'Reached no queue';
    const count = event.queues.length;
    return `Routed to ${count} ${count === 1 ? 'queue' : 'queues'}`;
  }
  const counts = `${matching} of ${verdicts.length} ${verdicts.length === 1 ? 'binding' : 'bindings'}`;
  return event.type === 'message.unroutable'
    ? `Reached no queue: ${counts} matched`
    : `Routed to ${counts}`;
}

const linesMax = 60;

type Verdict = RouteExplanation['verdicts'][number];

const byKey = ({ binding: one }: Verdict, { binding: other }: Verdict): number =>
  one.routingKey < other.routingKey ? -1 : one.routingKey > other.routingKey ? 1 : 0;

/** A line for each binding, with its verdict; what comes after an exchange is indented. */
function linesOf(explanation: RouteExplanation): readonly string[] {
  const lines = verdictLines(explanation, '');
  return lines.length <= linesMax
    ? lines
    : [...lines.slice(0, linesMax), `and ${lines.length - linesMax} more`];
}

function verdictLines(
  { exchange, verdicts, alternate }: RouteExplanation,
  indent: string,
): readonly string[] {
  const matching = verdicts.filter(({ matches }) => matches);
  const others = exchange === '' ? [] : verdicts.filter(({ matches }) => !matches);
  const shown = [...matching.toSorted(byKey), ...others.toSorted(byKey)];
  const lines = shown.flatMap(({ binding, matches, reason, then }) => {
    const key = binding.routingKey === '' ? bindingKeyInWords('') : binding.routingKey;
    const line = `${indent}${matches ? '✓' : '✗'} ${key} → ${binding.destination.name} — ${reason}`;
    return then === null ? [line] : [line, ...verdictLines(then, `${indent}    `)];
  });
  if (alternate === null) return lines;
  const detour = `${indent}No binding of ${exchangeInWords(exchange)} matched: on to its alternate exchange ${alternate.exchange}`;
  return [...lines, detour, ...verdictLines(alternate, `${indent}    `)];
}

function titleOfFact(fact: Fact, readyCount: number | null): string | null {
  switch (fact.type) {
    case 'message.published':
      return `Published to ${exchangeInWords(fact.message.exchange)}`;
    case 'message.delayed':
      return `Held back by ${fact.exchange}`;
    case 'message.traced':
      return 'Copied by the firehose';
    case 'acknowledgement.timed-out':
      return `${whoOn(fact.channel)} took too long`;
    case 'message.answered':
      return `Went straight to ${whoOn(fact.channel)}`;
    case 'message.returned':
      return `Returned to ${whoOn(fact.channel)}`;
    case 'message.confirmed':
      return `Confirmed to ${whoOn(fact.channel)}`;
    case 'message.nacked':
      return `Refused to ${whoOn(fact.channel)}`;
    case 'message.enqueued':
      return readyCount === null || readyCount === 0
        ? `Queued in ${fact.queue}`
        : `Queued in ${fact.queue} at position ${readyCount}`;
    case 'message.refused':
      return `Refused by ${fact.queue}`;
    case 'message.delivered':
      return `${fact.redelivered ? 'Sent again' : 'Sent'} to ${whoOn(fact.channel)}`;
    case 'message.acknowledged':
      return `Acknowledged by ${whoOn(fact.channel)}`;
    case 'message.requeued':
      return `Back in ${fact.queue}`;
    case 'message.dead-lettered':
      return `Dead-lettered from ${fact.queue}: ${deathTitles[fact.reason]}`;
    case 'message.discarded':
      return `Gone from ${fact.queue}`;
    case 'dead-letter-cycle.broken':
      return 'Dropped: a circle of dead letters';
    case 'dead-letter.kept':
      return `Kept by ${fact.queue} to be sent again`;
    default:
      return null;
  }
}

const deathTitles = {
  rejected: 'rejected',
  expired: 'expired',
  maxlen: 'length limit',
  delivery_limit: 'delivery limit',
} as const;

function titleOfNote(note: Note): string | null {
  switch (note.type) {
    case 'basic.return':
      return `Came back to ${note.client}`;
    case 'basic.nack':
      return `${note.client} learned of the refusal`;
    case 'publish.lost':
      return 'Lost on its way to the broker';
    case 'publish.refused':
      return 'Refused by the broker';
    case 'delivery.lost':
      return `Lost with ${note.client}`;
    case 'program.asked':
      return note.place === null
        ? `${note.client} publishes it`
        : `${note.client} publishes it in line ${note.place.line}`;
    case 'message.forgotten':
      return `${note.client} never answers`;
    case 'client.disconnected':
      return note.message === null ? null : `${note.client} crashed`;
    default:
      return null;
  }
}
