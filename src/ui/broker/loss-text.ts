/** What a restart has cost, in one line. */
import type { RestartLosses } from '#app';
import { countText } from '../inspector/say.ts';

export const lostMessageCount = ({ messages }: RestartLosses): number =>
  messages.reduce((sum, { count }) => sum + count, 0);

/** `1 queue, 3 messages, 2 connections lost`. */
export function lossText(losses: RestartLosses): string {
  const { queues, exchanges, bindings, connections } = losses;
  const parts = [
    [queues.length, 'queue'],
    [exchanges.length, 'exchange'],
    [bindings.length, 'binding'],
    [lostMessageCount(losses), 'message'],
    [connections.length, 'connection'],
  ] as const;
  const lost = parts.flatMap(([count, word]) => (count === 0 ? [] : [countText(count, word)]));
  return lost.length === 0 ? 'nothing was lost' : `${lost.join(', ')} lost`;
}

/** Connections come back by themselves; the rest does not. */
export const isHarmless = (losses: RestartLosses): boolean =>
  losses.queues.length + losses.exchanges.length + losses.bindings.length === 0 &&
  lostMessageCount(losses) === 0;
