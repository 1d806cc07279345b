import type { Channel } from '../../broker.ts';
import type { BasicQos } from '../../command.ts';
import { notImplemented } from '../../protocol-error.ts';
import { resumeChannel } from '../../rules/consumer-acknowledgement.ts';
import type { Transaction } from '../../transaction.ts';

/** https://www.rabbitmq.com/docs/consumer-prefetch */
export function basicQos(tx: Transaction, method: BasicQos, channel: Channel): void {
  const { prefetchSize = 0, prefetchCount = 0, global = false } = method;
  if (prefetchSize !== 0) throw notImplemented(`prefetch_size!=0 (${prefetchSize})`);
  const draft = tx.editChannel(channel.id);
  if (global) {
    draft.globalPrefetchCount = prefetchCount;
    resumeChannel(tx, channel.id);
  } else {
    draft.prefetchCount = prefetchCount;
  }
  tx.send(channel, { type: 'basic.qos-ok' });
}
