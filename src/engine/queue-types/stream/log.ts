/** The messages of a stream, in the order of their offsets. */
import type { QueuedMessage } from '../../message.ts';
import type { StreamState } from './stream-state.ts';

export function eachInStream(_: StreamState): Iterable<QueuedMessage> {
  return [];
}
