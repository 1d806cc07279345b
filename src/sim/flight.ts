/** Something on its way, as the canvas draws it: from one node to another, over a span of time. */
import type { MessageId } from '#engine';

export type FlightKind =
  | 'publish'
  | 'route'
  | 'deliver'
  | 'dead-letter'
  | 'alternate'
  | 'return'
  | 'confirm'
  | 'ack'
  | 'reply';

export interface Flight {
  /** The same as long as it is the same flight. */
  readonly id: string;
  readonly message: MessageId;
  readonly routingKey: string;
  /** Node keys, as `nodeKeyOf` makes them. */
  readonly from: string;
  readonly to: string;
  /** The binding that it follows, as `bindingKeyOf` tells it; null for all other ways. */
  readonly via: string | null;
  /** In milliseconds, with fractions. */
  readonly departs: number;
  readonly arrives: number;
  readonly kind: FlightKind;
}
