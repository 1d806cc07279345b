/**
 * The copies of a quorum queue that are ready: first those that came back, in the order in which they
 * did, then the others in the order of their arrival. With priorities there are two kinds of others,
 * and of three that are taken two are high ones as long as there are both.
 *
 * https://www.rabbitmq.com/docs/quorum-queues#priorities
 */
import { Fifo } from '#base';
import type { Queue } from '../../broker.ts';
import type { Message, QueuedMessage } from '../../message.ts';
import type { BrokerProfile } from '../../profile.ts';
import type { Draft } from '../../transaction.ts';
import type { QuorumReady, QuorumState } from './quorum-state.ts';

/** A normal copy is taken after so many high ones. */
const highTurns = 2;

/** Above it a message has high priority. */
const normalPriorityMax = 4;

export const noneReady: QuorumReady = {
  returned: Fifo.empty(),
  high: Fifo.empty(),
  normal: Fifo.empty(),
  takenCount: 0,
};

const isHigh = ({ properties }: Message, { quorumQueuesHavePriorities }: BrokerProfile): boolean =>
  quorumQueuesHavePriorities && (properties.priority ?? 0) > normalPriorityMax;

/** Adds a copy that was never delivered. */
export function pushFresh(
  queue: Draft<Queue>,
  queued: QueuedMessage,
  profile: BrokerProfile,
): void {
  const { ready } = queue.quorum as QuorumState;
  putReady(
    queue,
    isHigh(queued.message, profile)
      ? { ...ready, high: ready.high.push(queued) }
      : { ...ready, normal: ready.normal.push(queued) },
  );
  count(queue, queued, 1);
}

/** Adds a copy that came back, before all that were never delivered. */
export function pushReturned(queue: Draft<Queue>, queued: QueuedMessage): void {
  const { ready } = queue.quorum as QuorumState;
  putReady(queue, { ...ready, returned: ready.returned.push(queued) });
  count(queue, queued, 1);
}

/** Adds a copy that came back behind all others. */
export function pushLast(queue: Draft<Queue>, queued: QueuedMessage): void {
  const { ready } = queue.quorum as QuorumState;
  putReady(queue, { ...ready, normal: ready.normal.push(queued) });
  count(queue, queued, 1);
}

/** The copy that is served next, left where it is. */
export function peekNext({ quorum }: Queue): QueuedMessage | undefined {
  const { ready } = quorum as QuorumState;
  return ready[nextKind(ready)].peek();
}

/** Takes away the copy that is served next; undefined when there is none. */
export function takeNext(queue: Draft<Queue>): QueuedMessage | undefined {
  const { ready } = queue.quorum as QuorumState;
  const queued = ready[nextKind(ready)].peek();
  if (queued === undefined) return undefined;
  putReady(queue, withoutNext(ready));
  count(queue, queued, -1);
  return queued;
}

/** Takes away all; answers them. */
export function takeAll(queue: Draft<Queue>): readonly QueuedMessage[] {
  const state = queue.quorum as QuorumState;
  const all = [...eachInQuorum(state)];
  queue.quorum = { ...state, ready: { ...noneReady, takenCount: state.ready.takenCount } };
  queue.readyCount = 0;
  queue.readyBytes = 0;
  return all;
}

/** In the order in which they are served. */
export function* eachInQuorum({ ready }: QuorumState): IterableIterator<QueuedMessage> {
  yield* ready.returned;
  const high = [...ready.high];
  const normal = [...ready.normal];
  let { takenCount } = ready;
  for (let [highAt, normalAt] = [0, 0]; highAt < high.length || normalAt < normal.length; ) {
    const hasHigh = highAt < high.length;
    const isNormalsTurn = normalAt < normal.length && (!hasHigh || takenCount === highTurns);
    yield (isNormalsTurn ? normal[normalAt++] : high[highAt++]) as QueuedMessage;
    takenCount = counted(takenCount);
  }
}

function nextKind({ returned, high, normal, takenCount }: QuorumReady) {
  if (returned.size > 0) return 'returned';
  if (high.size === 0) return 'normal';
  return normal.size > 0 && takenCount === highTurns ? 'normal' : 'high';
}

function withoutNext(ready: QuorumReady): QuorumReady {
  const kind = nextKind(ready);
  if (kind === 'returned') return { ...ready, returned: ready.returned.rest() };
  const takenCount = counted(ready.takenCount);
  return kind === 'high'
    ? { ...ready, high: ready.high.rest(), takenCount }
    : { ...ready, normal: ready.normal.rest(), takenCount };
}

const counted = (takenCount: number): number => (takenCount === highTurns ? 0 : takenCount + 1);

function putReady(queue: Draft<Queue>, ready: QuorumReady): void {
  queue.quorum = { ...(queue.quorum as QuorumState), ready };
}

function count(queue: Draft<Queue>, { message }: QueuedMessage, by: 1 | -1): void {
  queue.readyCount += by;
  queue.readyBytes += by * message.bodySize;
}
