/** How many messages some queues have together. */
import type { Queue } from '#engine';
import type { Fields } from '../json.ts';

export function totalsOf(queues: readonly Queue[]): Fields {
  const ready = queues.reduce((sum, { readyCount }) => sum + readyCount, 0);
  const unacked = queues.reduce((sum, { unackedCount }) => sum + unackedCount, 0);
  const details = { rate: 0 };
  return {
    messages: ready + unacked,
    messages_details: details,
    messages_ready: ready,
    messages_ready_details: details,
    messages_unacknowledged: unacked,
    messages_unacknowledged_details: details,
  };
}
