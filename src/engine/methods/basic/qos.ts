import type { Channel } from '../../broker.ts';
import type { BasicQos } from '../../command.ts';
import { notImplemented } from '../../protocol-error.ts';
import { sharePrefetch } from '../../rules/consumer-acknowledgement.ts';
import type { Transaction } from '../../transaction.ts';

/** https://www.rabbitmq.com/docs/consumer-prefetch */
export function basicQos(tx: Transaction, method: BasicQos, channel: Channel): void {
  const { prefetchSize = 0, prefetchCount = 0, global = false } = method;
  if (prefetchSize !== 0) throw notImplemented(`prefetch_size!=0 (${prefetchSize})`);
  if (global) {
    sharePrefetch(tx, channel.id, prefetchCount);
  } else {
    tx.editChannel(channel.id).prefetchCount = prefetchCount;
    // Whoever limits consumers one by one lifts what they shared.
    sharePrefetch(tx, channel.id, 0);
  }
  tx.send(channel, { type: 'basic.qos-ok' });
}
