/** Where the copies of a message are, by what is known to have happened to it. */
import type { ChannelId, DeliveryTag, Instant, QueueName, VhostName } from '#engine';
import type { JournalEntry } from './journal.ts';

export interface Copy {
  readonly vhost: VhostName;
  readonly queue: QueueName;
  readonly since: Instant;
  /** Who has it; null while it is ready in its queue. */
  readonly holder: Holder | null;
}

interface Holder {
  readonly channel: ChannelId;
  readonly deliveryTag: DeliveryTag;
  /** It was settled when it was sent: its queue has forgotten it. */
  readonly isSettled: boolean;
}

/** Those that are in a queue or with a consumer. */
export function copiesOf(entries: readonly JournalEntry[]): readonly Copy[] {
  const copies = new Map<string, Copy>();
  for (const { event, at } of entries) {
    if (event.kind === 'note') continue;
    switch (event.type) {
      case 'message.enqueued':
      case 'message.requeued': {
        const { vhost, queue } = event;
        copies.set(keyOf(event), { vhost, queue, since: at, holder: null });
        break;
      }
      case 'message.delivered': {
        if (event.staysInQueue === true) break;
        const { vhost, queue, channel, deliveryTag, noAck } = event;
        const holder = { channel, deliveryTag, isSettled: noAck };
        copies.set(keyOf(event), { vhost, queue, since: at, holder });
        break;
      }
      case 'message.acknowledged':
        if (event.staysInQueue !== true) copies.delete(keyOf(event));
        break;
      case 'message.dead-lettered':
      case 'message.discarded':
        copies.delete(keyOf(event));
        break;
      default:
    }
  }
  return [...copies.values()];
}

const keyOf = ({ vhost, queue }: Pick<Copy, 'vhost' | 'queue'>): string => `${queue} ${vhost}`;
