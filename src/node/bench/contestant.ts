/**
 * A broker that takes part in the comparison. All are asked for the same: a topic exchange, some
 * queues with a binding each, and on each queue, if it is to be consumed, one consumer with a
 * prefetch of 100 that acknowledges what it gets as soon as it gets it.
 */
export interface Contestant {
  readonly name: string;
  readonly open: (asked: Setting) => Promise<Session>;
  /** A body as this broker likes it best. */
  readonly bodyOf: (text: string) => unknown;
}

export interface Setting {
  /** Bindings of the topic exchange, and queues: each has one. */
  readonly bindings: number;
  readonly isConsumed: boolean;
}

export interface Content {
  readonly body: unknown;
  readonly properties: { readonly headers: Readonly<Record<string, string | number>> };
}

export interface Session {
  readonly publish: (routingKey: string, content: Content) => void;
  /** How many deliveries its consumers have acknowledged. */
  readonly ackedCount: () => number;
  readonly close: () => void;
}

export const exchange = 'events';
export const prefetch = 100;

export const queueName = (number: number): string => `q${number}`;

/** Patterns of three kinds, so that no broker can do with looking up the whole key. */
export function patternOf(number: number): string {
  return [`order.*.r${number}.#`, `#.r${number}.created`, `order.eu.r${number}.*`][
    number % 3
  ] as string;
}

/** Matches the pattern of that number and no other. */
export const routingKeyOf = (number: number): string => `order.eu.r${number}.created`;
