/**
 * A channel remembers what it was allowed, so that a permission taken away is not missed at once. When
 * it has been silent for a while it hibernates, and on waking up it asks anew.
 *
 * https://www.rabbitmq.com/docs/access-control#authorisation
 */
import type { Channel } from '../broker.ts';
import { hibernatesAfterMs } from '../limits.ts';
import type { Transaction } from '../transaction.ts';

/** To write down the instant of every single method would cost more than it tells. */
const precisionMs = 100;

/** A method has arrived; gives the channel as that finds it. */
export function rouseChannel(tx: Transaction, channel: Channel): Channel {
  const silentFor = tx.at - channel.usedAt;
  if (silentFor < precisionMs) return channel;
  const draft = tx.editChannel(channel.id);
  draft.usedAt = tx.at;
  if (silentFor <= hibernatesAfterMs + precisionMs || channel.permits.length === 0) return channel;
  draft.permits = [];
  draft.topicPermits = [];
  return { ...draft };
}
