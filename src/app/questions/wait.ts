/** Why the messages of a queue wait, with the names of the clients that could take them. */
import { explainWait } from '#engine';
import type { QueueName, VhostName } from '#engine';
import type { Simulation } from '#sim';
import { clientNameOfConnection } from './holder.ts';

export interface WaitVerdict {
  /** Unique in its queue. */
  readonly consumer: number;
  readonly client: string;
  readonly canTake: boolean;
  readonly reason: string;
}

export interface WaitAnswer {
  readonly readyCount: number;
  /** Null where nothing waits. */
  readonly summary: string | null;
  readonly verdicts: readonly WaitVerdict[];
}

/** Null where there is no such queue at the playhead. */
export function askWait(simulation: Simulation, vhost: string, queue: string): WaitAnswer | null {
  const answer = explainWait(simulation.broker, vhost as VhostName, queue as QueueName);
  if (answer === null) return null;
  return {
    readyCount: answer.readyCount,
    summary: answer.summary,
    verdicts: answer.consumers.map(({ consumer, canTake, reason }) => ({
      consumer: consumer.id,
      client: clientNameOfConnection(simulation, consumer.connection) ?? consumer.tag,
      canTake,
      reason,
    })),
  };
}
