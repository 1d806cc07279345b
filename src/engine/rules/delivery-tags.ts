/**
 * Which deliveries a client answers for: that of the tag, or with `multiple` all up to it. Tag 0 with
 * `multiple` means all that there are.
 *
 * https://www.rabbitmq.com/docs/confirms#consumer-acks-delivery-tags
 */
import type { Channel, Unacked } from '../broker.ts';
import type { DeliveryTag } from '../names.ts';
import { unknownDeliveryTag } from '../protocol-error.ts';

export function deliveriesUpTo(
  { unacked }: Channel,
  tag: DeliveryTag,
  multiple: boolean,
): readonly Unacked[] {
  if (!multiple) {
    const delivery = unacked.get(tag);
    if (delivery === undefined) throw unknownDeliveryTag(tag);
    return [delivery];
  }
  if (tag === 0) return [...unacked.values()];
  if (!unacked.has(tag)) throw unknownDeliveryTag(tag);
  const deliveries: Unacked[] = [];
  for (const delivery of unacked.values()) {
    if (delivery.tag > tag) break;
    deliveries.push(delivery);
  }
  return deliveries;
}
