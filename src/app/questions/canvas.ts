/** What the canvas asks of a simulation. Answers keep their identity while nothing has changed. */
import { exchangeOf, queueOf, readyMessages, unackedMessages } from '#engine';
import type { Exchange, ExchangeName, Queue, QueuedMessage, QueueName, VhostName } from '#engine';
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
  const unacked = unackedMessages(broker, queue, max).map(({ queued }) => queued);
  return { unacked, ready: readyMessages(queue, max - unacked.length) };
}
