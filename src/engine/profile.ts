/**
 * What differs between the RabbitMQ versions we simulate.
 *
 * This is the only place that knows version numbers. A rule asks for the behaviour by name
 * (`profile.recordsLastDeath`), never for the version, so that a third version is one more row here
 * and a recording of the conformance cases, not a search through the rules.
 */
export interface BrokerProfile {
  readonly name: string;
  /** The version that the recordings come from. */
  readonly version: string;

  /** An exchange type nobody knows is 406 on the channel; otherwise 503 on the connection. */
  readonly refusesUnknownExchangeTypeOnChannel: boolean;

  /** The types that come with the broker or with the plugins it was recorded with. */
  readonly knowsLocalRandomExchange: boolean;

  /** Headers exchanges compare by type and value: integer 5 is not double 5.0. */
  readonly comparesHeadersByType: boolean;

  /** Dead-lettered messages carry `x-last-death-*` headers beside `x-first-death-*`. */
  readonly recordsLastDeath: boolean;

  /** At each death the older entries of `x-death` change their order. */
  readonly reversesOlderDeaths: boolean;

  /** Dead-lettering takes a published `x-death` header for history; otherwise replaces it. */
  readonly believesPublishedDeaths: boolean;

  /** The `CC` header goes when `x-dead-letter-routing-key` replaces the routing keys. */
  readonly dropsCcOnDeadLetterRoutingKey: boolean;

  /** `routing-keys` of a death names all keys of the `CC` header, used for routing or not. */
  readonly tellsAllCopiesOfDeath: boolean;

  /** `deliveryMode` other than 1 and 2 is 406. */
  readonly refusesUnknownDeliveryMode: boolean;

  /** `expiration` comes out as the number it is, without leading zeros. */
  readonly normalizesExpiration: boolean;

  /** Classic queues know `x-queue-leader-locator`. */
  readonly classicQueuesKnowLeaderLocator: boolean;

  /** Cancelling the single active consumer hands the backlog to the next one at once. */
  readonly activatesNextConsumerAtOnce: boolean;
}

export const profiles = {
  '3.10': {
    name: '3.10',
    version: '3.10.8',
    refusesUnknownExchangeTypeOnChannel: false,
    knowsLocalRandomExchange: false,
    comparesHeadersByType: false,
    recordsLastDeath: false,
    reversesOlderDeaths: true,
    believesPublishedDeaths: true,
    dropsCcOnDeadLetterRoutingKey: true,
    tellsAllCopiesOfDeath: true,
    refusesUnknownDeliveryMode: true,
    normalizesExpiration: false,
    classicQueuesKnowLeaderLocator: false,
    activatesNextConsumerAtOnce: false,
  },
  '4.0': {
    name: '4.0',
    version: '4.0.5',
    refusesUnknownExchangeTypeOnChannel: true,
    knowsLocalRandomExchange: true,
    comparesHeadersByType: true,
    recordsLastDeath: true,
    reversesOlderDeaths: false,
    believesPublishedDeaths: false,
    dropsCcOnDeadLetterRoutingKey: false,
    tellsAllCopiesOfDeath: false,
    refusesUnknownDeliveryMode: false,
    normalizesExpiration: true,
    classicQueuesKnowLeaderLocator: true,
    activatesNextConsumerAtOnce: true,
  },
} as const satisfies Record<string, BrokerProfile>;

export type ProfileName = keyof typeof profiles;
