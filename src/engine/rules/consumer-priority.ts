/**
 * Whose turn it is: consumers of a higher `x-priority` first, those of one priority in turn. A
 * consumer keeps its turn until it comes; if it then has no room it waits outside the turns, and
 * comes back behind all others of its priority when it has.
 *
 * https://www.rabbitmq.com/docs/consumer-priority
 */
import { Fifo } from '#base';
import type { Consumer, Queue, TurnLevel } from '../broker.ts';
import type { ConsumerId } from '../names.ts';
import type { Draft } from '../transaction.ts';

/** Puts the consumer behind all others of its priority. */
export function takeTurn(queue: Draft<Queue>, { id, priority }: Consumer): void {
  const index = queue.turns.findIndex((level) => level.priority <= priority);
  const level = queue.turns[index];
  if (level?.priority === priority) {
    queue.turns = queue.turns.with(index, { priority, turns: level.turns.push(id) });
    return;
  }
  const place = index === -1 ? queue.turns.length : index;
  queue.turns = queue.turns.toSpliced(place, 0, { priority, turns: Fifo.of([id]) });
}

/** The consumer whose turn it is, taken out of the turns; undefined when nobody has one. */
export function nextTurn(queue: Draft<Queue>): Consumer | undefined {
  for (;;) {
    const [level] = queue.turns;
    if (level === undefined) return undefined;
    const id = level.turns.peek() as ConsumerId;
    queue.turns = withoutHead(queue.turns, level);
    const consumer = queue.consumers.get(id);
    // Whoever was cancelled has left its turn behind.
    if (consumer !== undefined && !consumer.isBlocked) return consumer;
  }
}

/**
 * The consumer whose turn it is if it is alone with its priority: taken out and put behind all others
 * it would stand where it stands.
 */
export function onlyTurn({ turns: levels, consumers }: Queue): Consumer | undefined {
  const turns = levels[0]?.turns;
  if (turns === undefined || turns.size !== 1) return undefined;
  const consumer = consumers.get(turns.peek() as ConsumerId);
  return consumer === undefined || consumer.isBlocked ? undefined : consumer;
}

/** The same, left where it is. */
export function peekTurn(queue: Queue): Consumer | undefined {
  for (const { turns } of queue.turns) {
    for (const id of turns) {
      const consumer = queue.consumers.get(id);
      if (consumer !== undefined && !consumer.isBlocked) return consumer;
    }
  }
  return undefined;
}

export function giveUpTurn(queue: Draft<Queue>, { id }: Consumer): void {
  queue.turns = queue.turns
    .map(({ priority, turns }) => ({
      priority,
      turns: Fifo.of([...turns].filter((other) => other !== id)),
    }))
    .filter(({ turns }) => turns.size > 0);
}

function withoutHead(levels: readonly TurnLevel[], level: TurnLevel): readonly TurnLevel[] {
  const turns = level.turns.rest();
  return turns.size === 0 ? levels.slice(1) : levels.with(0, { priority: level.priority, turns });
}
