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

  /** What it runs on, and whose it is, as it tells whoever connects. */
  readonly platform: string;
  readonly copyright: string;

  /** Whoever names nobody logs in as `guest`. */
  readonly knowsAnonymousLogin: boolean;

  /** Bytes of the longest body that it takes from the wire, where its configuration says nothing. */
  readonly messageSizeMax: number;

  /** Headers to which it adds some of its own go out in the order of their names. */
  readonly sortsHeadersItAddsTo: boolean;

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

  /** A refusal of access says which permission is wanting. */
  readonly namesRefusedPermission: boolean;

  /** Topic permissions hold for the routing keys of `CC` and `BCC` too. */
  readonly checksTopicsOfCopies: boolean;

  /** The limit of queues is checked before a new queue's arguments, not after them. */
  readonly checksQueueLimitFirst: boolean;

  /** Policies may apply to the queues of one type only. */
  readonly policiesNameQueueTypes: boolean;

  /** Classic queues may be mirrored, by policies with `ha-mode`. */
  readonly mirrorsClassicQueues: boolean;

  /** Policies know `consumer-timeout` (queues too), `target-group-size` and `stream-filter-size-bytes`. */
  readonly policiesKnowNewerKeys: boolean;

  /** Operator policies may set `overflow` and `queue-version`. */
  readonly operatorPoliciesKnowOverflow: boolean;

  /** A classic queue takes no policy that limits what it keeps in memory. */
  readonly classicQueuesRefuseMemoryPolicies: boolean;

  /** `deliveryMode` other than 1 and 2 is 406. */
  readonly refusesUnknownDeliveryMode: boolean;

  /** `expiration` comes out as the number it is, without leading zeros. */
  readonly normalizesExpiration: boolean;

  /** Classic queues know `x-queue-leader-locator`. */
  readonly classicQueuesKnowLeaderLocator: boolean;

  /** A consistent hash exchange hashes a header's value together with its wire type. */
  readonly hashesHeadersWithType: boolean;

  /** How often a quorum queue lets a message be returned where nothing else is set; null: for ever. */
  readonly quorumDeliveryLimit: number | null;

  /** A negative delivery limit is none; otherwise it is exceeded by the first return. */
  readonly negativeDeliveryLimitIsNone: boolean;

  /** `basic.get` from a quorum queue tells an `x-delivery-count` of 0. */
  readonly tellsFirstDeliveryToGet: boolean;

  /** Quorum queues have two levels of message priority. */
  readonly quorumQueuesHavePriorities: boolean;

  /** The single active consumer of a quorum queue makes room for one of higher priority. */
  readonly quorumActiveConsumerYields: boolean;

  /** A quorum queue goes through its consumers in the order of their tags; otherwise by age. */
  readonly ordersQuorumConsumersByTag: boolean;

  /** A letter of at-least-once dead-lettering arrives in a quorum queue as returned once. */
  readonly countsAtLeastOnceDelivery: boolean;

  /** A refusal of a stream's consumer calls it a stream; otherwise it has quotes or a plural. */
  readonly refusesStreamConsumersPlainly: boolean;

  /** A stream's reader takes the rest of a chunk that it has begun, whatever its prefetch. */
  readonly streamsDeliverWholeChunks: boolean;

  /** Who rejects, returns or recovers a stream's deliveries makes room for others; else 540, 541. */
  readonly streamsTakeRejects: boolean;

  /** Streams know `x-stream-filter-value`, `x-stream-filter` and `x-stream-match-unfiltered`. */
  readonly streamsFilter: boolean;

  /** Streams take dead letters, however they are sent; otherwise these are lost. */
  readonly streamsTakeDeadLetters: boolean;

  /** What a stream delivers has a `deliveryMode`, published or not. */
  readonly streamsTellDeliveryMode: boolean;

  /** A stream keeps lists and tables in `CC` and in headers that begin with `x-`. */
  readonly streamsKeepExtensionHeaders: boolean;

  /** A declaration without `x-queue-type` says `classic`; otherwise it says nothing. */
  readonly declaresTypeByDefault: boolean;

  /** Cancelling the single active consumer hands the backlog to the next one at once. */
  readonly activatesNextConsumerAtOnce: boolean;
}

export const profiles = {
  '3.10': {
    name: '3.10',
    version: '3.10.8',
    platform: 'Erlang/OTP 25.2.3',
    copyright: 'Copyright (c) 2007-2022 VMware, Inc. or its affiliates.',
    knowsAnonymousLogin: false,
    messageSizeMax: 134_217_728,
    sortsHeadersItAddsTo: true,
    refusesUnknownExchangeTypeOnChannel: false,
    knowsLocalRandomExchange: false,
    comparesHeadersByType: false,
    recordsLastDeath: false,
    reversesOlderDeaths: true,
    believesPublishedDeaths: true,
    dropsCcOnDeadLetterRoutingKey: true,
    tellsAllCopiesOfDeath: true,
    namesRefusedPermission: false,
    checksTopicsOfCopies: false,
    checksQueueLimitFirst: true,
    policiesNameQueueTypes: false,
    mirrorsClassicQueues: true,
    policiesKnowNewerKeys: false,
    operatorPoliciesKnowOverflow: false,
    classicQueuesRefuseMemoryPolicies: false,
    refusesUnknownDeliveryMode: true,
    normalizesExpiration: false,
    classicQueuesKnowLeaderLocator: false,
    activatesNextConsumerAtOnce: false,
    hashesHeadersWithType: true,
    quorumDeliveryLimit: null,
    negativeDeliveryLimitIsNone: false,
    tellsFirstDeliveryToGet: true,
    quorumQueuesHavePriorities: false,
    quorumActiveConsumerYields: false,
    ordersQuorumConsumersByTag: true,
    countsAtLeastOnceDelivery: false,
    refusesStreamConsumersPlainly: false,
    streamsDeliverWholeChunks: true,
    streamsTakeRejects: false,
    streamsFilter: false,
    streamsTakeDeadLetters: false,
    streamsTellDeliveryMode: false,
    streamsKeepExtensionHeaders: false,
    declaresTypeByDefault: false,
  },
  '4.0': {
    name: '4.0',
    version: '4.0.5',
    platform: 'Erlang/OTP 26.2.5.6',
    copyright: 'Copyright (c) 2007-2024 Broadcom Inc and/or its subsidiaries',
    knowsAnonymousLogin: true,
    messageSizeMax: 16_777_216,
    sortsHeadersItAddsTo: false,
    refusesUnknownExchangeTypeOnChannel: true,
    knowsLocalRandomExchange: true,
    comparesHeadersByType: true,
    recordsLastDeath: true,
    reversesOlderDeaths: false,
    believesPublishedDeaths: false,
    dropsCcOnDeadLetterRoutingKey: false,
    tellsAllCopiesOfDeath: false,
    namesRefusedPermission: true,
    checksTopicsOfCopies: true,
    checksQueueLimitFirst: false,
    policiesNameQueueTypes: true,
    mirrorsClassicQueues: false,
    policiesKnowNewerKeys: true,
    operatorPoliciesKnowOverflow: true,
    classicQueuesRefuseMemoryPolicies: true,
    refusesUnknownDeliveryMode: false,
    normalizesExpiration: true,
    classicQueuesKnowLeaderLocator: true,
    activatesNextConsumerAtOnce: true,
    hashesHeadersWithType: false,
    quorumDeliveryLimit: 20,
    negativeDeliveryLimitIsNone: true,
    tellsFirstDeliveryToGet: false,
    quorumQueuesHavePriorities: true,
    quorumActiveConsumerYields: true,
    ordersQuorumConsumersByTag: false,
    countsAtLeastOnceDelivery: true,
    refusesStreamConsumersPlainly: true,
    streamsDeliverWholeChunks: false,
    streamsTakeRejects: true,
    streamsFilter: true,
    streamsTakeDeadLetters: true,
    streamsTellDeliveryMode: true,
    streamsKeepExtensionHeaders: true,
    declaresTypeByDefault: true,
  },
} as const satisfies Record<string, BrokerProfile>;

export type ProfileName = keyof typeof profiles;
