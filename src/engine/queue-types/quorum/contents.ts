/** ready */
import type { QueuedMessage } from '../../message.ts';
import type { QuorumState } from './quorum-state.ts';

export function eachInQuorum(_: QuorumState): Iterable<QueuedMessage> {
  return [];
}
