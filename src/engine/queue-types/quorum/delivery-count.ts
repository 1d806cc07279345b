/**
 * Delivery counts: a quorum queue counts how often each of its messages was returned, tells consumers in
 * the `x-delivery-count` header, and gives up on a message that was returned more often than its limit
 * allows.
 *
 * https://www.rabbitmq.com/docs/quorum-queues#poison-message-handling
 */
import type { QueueSettings } from '../../broker.ts';
import { headersTold } from '../../headers-told.ts';
import type { Properties, QueuedMessage } from '../../message.ts';
import type { BrokerProfile } from '../../profile.ts';

export const deliveryCountOf = ({ deliveryCount = 0 }: QueuedMessage): number => deliveryCount;

/** The copy as it stands in the queue after it was returned once more. */
export const returnedOnce = (queued: QueuedMessage): QueuedMessage => ({
  ...queued,
  redelivered: true,
  deliveryCount: deliveryCountOf(queued) + 1,
});

/** How often a message may be returned; null where nothing limits it. */
export function deliveryLimitOf(
  { deliveryLimit }: QueueSettings,
  { quorumDeliveryLimit, negativeDeliveryLimitIsNone }: BrokerProfile,
): number | null {
  const limit = deliveryLimit ?? quorumDeliveryLimit;
  return limit !== null && limit < 0 && negativeDeliveryLimitIsNone ? null : limit;
}

/** The properties as a consumer gets to see them. */
export const propertiesTold = (queued: QueuedMessage, profile: BrokerProfile): Properties =>
  deliveryCountOf(queued) === 0 ? queued.message.properties : withCount(queued, profile);

/** The same for `basic.get`, to which some versions tell a count of 0 too. */
export const propertiesToldToGet = (queued: QueuedMessage, profile: BrokerProfile): Properties =>
  profile.tellsFirstDeliveryToGet ? withCount(queued, profile) : propertiesTold(queued, profile);

function withCount(queued: QueuedMessage, profile: BrokerProfile): Properties {
  const { properties } = queued.message;
  const count = { '!': 'int64', value: deliveryCountOf(queued) } as const;
  const headers = { ...properties.headers, 'x-delivery-count': count };
  return { ...properties, headers: headersTold(headers, profile) };
}
