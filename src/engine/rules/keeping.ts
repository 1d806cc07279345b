/**
 * What exchanges do with a message beside routing it: they hold it back for a while, or remember it
 * for what will be bound to them.
 *
 * https://www.rabbitmq.com/docs/plugins and
 * https://github.com/rabbitmq/rabbitmq-delayed-message-exchange#limitations
 */
import type { Exchange } from '../broker.ts';
import { afterDelay } from '../exchanges/delayed-message.ts';
import type { Kept } from '../exchanges/route.ts';
import { after, millis } from '../instant.ts';
import type { Message } from '../message.ts';
import type { VhostName } from '../names.ts';
import type { Transaction } from '../transaction.ts';

/** It will be routed by and by, so it is not gone. */
export const isHeldBack = (kept: readonly Kept[] | null): boolean =>
  kept?.some(({ keeping }) => keeping.how === 'delay') ?? false;

export function keepMessage(
  tx: Transaction,
  vhost: VhostName,
  message: Message,
  kept: readonly Kept[],
): void {
  for (const { exchange: name, keeping } of kept) {
    const exchange = tx.exchange(vhost, name) as Exchange;
    if (keeping.how === 'delay') delay(tx, vhost, exchange, message, keeping.ms);
    else remember(tx, vhost, exchange, message, keeping.count);
  }
}

/**
 * It waits in the broker and in no queue, and survives a restart whatever its delivery mode. Its
 * publisher has its confirm at once, and a mandatory message comes back at once: so far it has
 * reached no queue.
 */
function delay(
  tx: Transaction,
  vhost: VhostName,
  exchange: Exchange,
  message: Message,
  delayMs: number,
): void {
  const { name, delayedCount } = exchange;
  const later = { ...message, properties: afterDelay(message.properties) };
  tx.plan(
    { of: 'delayed-message', vhost, exchange: name, message: later },
    after(tx.at, millis(delayMs)),
  );
  tx.putExchange(vhost, { ...exchange, delayedCount: delayedCount + 1 });
  const about = { message: message.id, vhost, exchange: name };
  tx.record({ type: 'message.delayed', ...about, delayMs, later });
}

function remember(
  tx: Transaction,
  vhost: VhostName,
  exchange: Exchange,
  message: Message,
  count: number,
): void {
  const history = [message, ...exchange.history.slice(0, count - 1)];
  tx.putExchange(vhost, { ...exchange, history });
}
