/** What the canvas asks of a simulation. Answers keep their identity while nothing has changed. */
import { exchangeOf, queueOf, readyMessages, unackedMessages } from '#engine';
import type { Exchange, ExchangeName, Queue, QueuedMessage, QueueName, VhostName } from '#engine';
import { clientOfChannel } from '#sim';
import type { ClientState, Simulation } from '#sim';

export { colourIndexOf, flightsIn, readyTotal, unackedTotal } from '#sim';

/** Undefined while the broker has no such queue. */
export const queueAt = ({ broker }: Simulation, vhost: string, name: string): Queue | undefined =>
  queueOf(broker, vhost as VhostName, name as QueueName);

/** Undefined while the broker has no such exchange. */
export const exchangeAt = (
  { broker }: Simulation,
  vhost: string,
  name: string,
): Exchange | undefined => exchangeOf(broker, vhost as VhostName, name as ExchangeName);

/** Undefined while no such client is part of the run. */
export const clientAt = ({ clients }: Simulation, name: string): ClientState | undefined =>
  clients.get(name);

export interface QueueSlots {
  /** By position; those that were sent out longest ago first. */
  readonly unacked: readonly QueuedMessage[];
  /** The head first. */
  readonly ready: readonly QueuedMessage[];
}

/** The first `max` copies of a queue, counted from the end at which messages leave. */
export function slotsOf({ broker }: Simulation, queue: Queue, max: number): QueueSlots {
  if (queue.stream !== null) return { unacked: [], ready: newestOf(queue.stream, max) };
  const unacked = unackedMessages(broker, queue, max).map(({ queued }) => queued);
  return { unacked, ready: readyMessages(queue, max - unacked.length) };
}

/** Of a log the end is what one watches: nothing ever leaves at the other. */
function newestOf({ log }: NonNullable<Queue['stream']>, max: number): readonly QueuedMessage[] {
  const newest: QueuedMessage[] = [];
  const from = Math.max(log.firstOffset, log.nextOffset - max);
  for (let offset = from; offset < log.nextOffset; offset++) {
    const queued = log.messages.get(offset);
    if (queued !== undefined) newest.push(queued);
  }
  return newest;
}

/** The clients that read the message at that position of a stream next. */
export const readersAt = ({ stream }: Queue, { position }: QueuedMessage): readonly string[] =>
  (stream?.readers ?? [])
    .filter(({ nextOffset }) => nextOffset === position - 1)
    .map(({ channel }) => clientOfChannel(channel));
