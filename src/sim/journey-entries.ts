/** What the journal, and if need be the past itself, knows about one message. */
import type { MessageId } from '#engine';
import type { History } from './history.ts';
import { isProgramsChannel } from './clients/client-state.ts';
import { newestFirst } from './journal.ts';
import type { Journal, JournalEntry } from './journal.ts';
import type { Run } from './run.ts';
import type { Simulation } from './simulation-state.ts';
import { advanceAtMost } from './simulation.ts';

/** By number. */
export function entriesAbout(history: History, id: MessageId): readonly JournalEntry[] {
  const { present } = history;
  const recent = entriesIn(present.journal, id);
  const first = recent[0];
  const isForgotten = first === undefined || !isFirst(first);
  if (!isForgotten || !reachesBackFar(present) || id > present.lastMessageId) return recent;
  const early = entriesOfPublishing(history, id);
  return [...early.filter(({ number }) => first === undefined || number < first.number), ...recent];
}

const entriesIn = (journal: Journal, id: MessageId): JournalEntry[] => {
  const found: JournalEntry[] = [];
  for (const entry of newestFirst(journal)) {
    if (messageOf(entry) === id) found.push(entry);
    if (messageOf(entry) === id && isFirst(entry)) break;
  }
  return found.reverse();
};

/** What a program publishes is told of when it sets out, and anything else when it has arrived. */
const isFirst = ({ event }: JournalEntry): boolean =>
  event.type === 'program.asked' ||
  (event.type === 'message.published' && !isProgramsChannel(event.channel));

function messageOf({ event }: JournalEntry): MessageId | null {
  if (event.type === 'message.published') return event.message.id;
  return 'message' in event ? event.message : null;
}

/** Whether the run has more behind it than its journal holds. */
const reachesBackFar = ({ journal }: Simulation): boolean =>
  (journal.chunks[0]?.[0] ?? journal.tail[0])?.number !== 1;

const remembered = new WeakMap<Run, Map<MessageId, readonly JournalEntry[]>>();
const rememberedMax = 32;

/**
 * What was said of the message when it was published, long ago. Messages are numbered as they are
 * sent, so the checkpoints tell when that was; from there the run is replayed until it is published.
 */
function entriesOfPublishing(history: History, id: MessageId): readonly JournalEntry[] {
  const ofRun = remembered.get(history.run) ?? new Map<MessageId, readonly JournalEntry[]>();
  remembered.set(history.run, ofRun);
  const known = ofRun.get(id);
  if (known !== undefined) return known;
  const entries = replayPublishing(history, id);
  if (ofRun.size >= rememberedMax) ofRun.clear();
  ofRun.set(id, entries);
  return entries;
}

const replayStepsMax = 50_000;
const stepsPerLook = 500;

function replayPublishing(
  { run, checkpoints, present }: History,
  id: MessageId,
): readonly JournalEntry[] {
  const checkpoint = checkpoints.findLast(({ lastMessageId }) => lastMessageId < id);
  if (checkpoint === undefined) return [];
  const interventions = run.interventions.slice(checkpoint.intervenedCount);
  let current: Simulation = { ...checkpoint, interventions };
  for (let steps = 0; steps < replayStepsMax; steps += stepsPerLook) {
    current = advanceAtMost(current, present.now, stepsPerLook);
    const entries = entriesIn(current.journal, id);
    if (entries[0]?.event.type === 'message.published') return entries;
    if (current.stepCount >= present.stepCount) break;
  }
  return [];
}
