/**
 * The copies of a queue that are ready, in the order in which they are served: by priority, the
 * highest first, and within one by position. A copy that comes back stands where it stood.
 *
 * https://www.rabbitmq.com/docs/queues#message-ordering
 */
import { Fifo, SequenceMap } from '#base';
import type { Queue, ReadyLevel } from '../../broker.ts';
import type { QueuedMessage } from '../../message.ts';
import type { Draft } from '../../transaction.ts';

/** Which level a message waits in: its priority, as far as the queue has levels. */
function priorityIn({ settings }: Queue, { message }: QueuedMessage): number {
  if (settings.maxPriority === null) return 0;
  return Math.min(message.properties.priority ?? 0, settings.maxPriority);
}

/** Adds a copy that was never delivered, behind all of its priority. */
export function pushReady(queue: Draft<Queue>, queued: QueuedMessage): void {
  const { index, level } = levelFor(queue, priorityIn(queue, queued));
  const { priority, returned, fresh } = level;
  queue.ready = withLevel(queue, index, { priority, returned, fresh: fresh.push(queued) });
  count(queue, queued, 1);
}

/** Puts a copy back in its old place. */
export function returnReady(queue: Draft<Queue>, queued: QueuedMessage): void {
  const { index, level } = levelFor(queue, priorityIn(queue, queued));
  const returned = level.returned.set(queued.position, queued);
  queue.ready = withLevel(queue, index, { ...level, returned });
  count(queue, queued, 1);
}

/** The copy that is served next, left where it is. */
export function peekReady(queue: Queue): QueuedMessage | undefined {
  for (const level of queue.ready) {
    const head = level.returned.first()?.[1] ?? level.fresh.peek();
    if (head !== undefined) return head;
  }
  return undefined;
}

/** Takes away the copy that is served next; undefined when there is none. */
export function takeReady(queue: Draft<Queue>): QueuedMessage | undefined {
  for (let index = 0; index < queue.ready.length; index++) {
    const level = queue.ready[index] as ReadyLevel;
    const first = level.returned.first();
    const head = first?.[1] ?? level.fresh.peek();
    if (head === undefined) continue;
    const { priority, returned, fresh } = level;
    const rest =
      first === undefined
        ? { priority, returned, fresh: fresh.rest() }
        : { priority, returned: returned.delete(first[0]), fresh };
    queue.ready = withLevel(queue, index, rest);
    count(queue, head, -1);
    return head;
  }
  return undefined;
}

/** In the order in which they are served. */
export function* eachReady(queue: Queue): IterableIterator<QueuedMessage> {
  for (const { returned, fresh } of queue.ready) {
    yield* returned.values();
    yield* fresh;
  }
}

/** The level of that priority, where it stands or where it would. */
function levelFor(queue: Queue, priority: number): { index: number; level: ReadyLevel } {
  const index = queue.ready.findIndex((level) => level.priority <= priority);
  const level = queue.ready[index];
  if (level?.priority === priority) return { index, level };
  const empty = {
    priority,
    returned: SequenceMap.empty<QueuedMessage>(),
    fresh: Fifo.empty<QueuedMessage>(),
  };
  const place = index === -1 ? queue.ready.length : index;
  return { index: place, level: empty };
}

function withLevel(queue: Queue, index: number, level: ReadyLevel): readonly ReadyLevel[] {
  const before = queue.ready[index];
  if (before?.priority !== level.priority) return queue.ready.toSpliced(index, 0, level);
  return queue.ready.length === 1 ? [level] : queue.ready.with(index, level);
}

function count(queue: Draft<Queue>, { message }: QueuedMessage, by: 1 | -1): void {
  queue.readyCount += by;
  queue.readyBytes += by * message.bodySize;
}
