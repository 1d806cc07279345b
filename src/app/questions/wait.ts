/** Why the messages of a queue wait: what the broker says, and what its consumers are busy with. */
import { explainWait } from '#engine';
import type { QueueName, VhostName } from '#engine';
import { explainWaiting } from '#sim';
import type { Simulation } from '#sim';

export interface WaitVerdict {
  readonly client: string;
  readonly canTake: boolean;
  readonly sentence: string;
}

export interface WaitAnswer {
  readonly readyCount: number;
  /** Null where nothing waits. */
  readonly summary: string | null;
  /** When there will be room, about; null where one cannot tell. */
  readonly outlook: string | null;
  /** One for each consumer, and for each client that should consume and does not. */
  readonly verdicts: readonly WaitVerdict[];
}

/** Null where there is no such queue at the playhead. */
export function askWait(simulation: Simulation, vhost: string, queue: string): WaitAnswer | null {
  const at = [vhost as VhostName, queue as QueueName] as const;
  const report = explainWaiting(simulation, ...at);
  const explanation = explainWait(simulation.broker, ...at);
  if (report === null || explanation === null) return null;
  return {
    readyCount: report.readyCount,
    summary: report.summary,
    outlook: report.outlook,
    // The report begins with the consumers that the broker knows, in the broker's order.
    verdicts: report.consumers.map(({ client, sentence }, index) => ({
      client,
      canTake: explanation.consumers[index]?.canTake === true,
      sentence,
    })),
  };
}
