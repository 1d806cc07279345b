/**
 * The arguments that RabbitMQ knows, with a line of help and where its documentation tells more.
 * Any other argument can be written in the free table below a form.
 */
import type { Bounds } from './reading.ts';
import { anyCount, anyMs } from './reading.ts';

const docs = 'https://www.rabbitmq.com/docs';

interface ArgumentHelp {
  readonly name: string;
  readonly help: string;
  readonly docs: string;
}

export type KnownArgument = ArgumentHelp &
  (
    | { readonly kind: 'number'; readonly bounds: Bounds; readonly unit: string }
    | { readonly kind: 'text' }
    | { readonly kind: 'exchange' }
    | { readonly kind: 'flag' }
    | {
        readonly kind: 'choice';
        readonly choices: readonly { readonly value: string; readonly label: string }[];
      }
  );

export const queueArguments: readonly KnownArgument[] = [
  {
    name: 'x-message-ttl',
    kind: 'number',
    bounds: anyMs,
    unit: 'ms',
    help: 'How long a message may wait in this queue before it expires.',
    docs: `${docs}/ttl#per-queue-message-ttl`,
  },
  {
    name: 'x-expires',
    kind: 'number',
    bounds: { min: 1, max: anyMs.max },
    unit: 'ms',
    help: 'The queue is deleted when nobody has used it for so long.',
    docs: `${docs}/ttl#queue-ttl`,
  },
  {
    name: 'x-max-length',
    kind: 'number',
    bounds: anyCount,
    unit: 'messages',
    help: 'How many ready messages it may hold.',
    docs: `${docs}/maxlength`,
  },
  {
    name: 'x-max-length-bytes',
    kind: 'number',
    bounds: anyCount,
    unit: 'bytes',
    help: 'How many bytes the bodies of its ready messages may have together.',
    docs: `${docs}/maxlength`,
  },
  {
    name: 'x-overflow',
    kind: 'choice',
    choices: [
      { value: 'drop-head', label: 'drop-head: the oldest message goes' },
      { value: 'reject-publish', label: 'reject-publish: the new message is refused' },
      { value: 'reject-publish-dlx', label: 'reject-publish-dlx: refused and dead-lettered' },
    ],
    help: 'What happens when the queue is full; drop-head where nothing is set.',
    docs: `${docs}/maxlength#overflow-behaviour`,
  },
  {
    name: 'x-dead-letter-exchange',
    kind: 'exchange',
    help: 'Where messages go that are rejected, expire, or are dropped by the length limit.',
    docs: `${docs}/dlx`,
  },
  {
    name: 'x-dead-letter-routing-key',
    kind: 'text',
    help: 'The routing key of dead letters; they keep their own where nothing is set.',
    docs: `${docs}/dlx#routing`,
  },
  {
    name: 'x-max-priority',
    kind: 'number',
    bounds: { min: 1, max: 255 },
    unit: '',
    help: 'The highest priority it tells apart; without it, priority means nothing.',
    docs: `${docs}/priority`,
  },
  {
    name: 'x-single-active-consumer',
    kind: 'flag',
    help: 'One consumer gets all messages; the others wait until it is gone.',
    docs: `${docs}/consumers#single-active-consumer`,
  },
];

const deliveryLimit: KnownArgument = {
  name: 'x-delivery-limit',
  kind: 'number',
  bounds: { min: -1, max: anyCount.max },
  unit: 'returns',
  help: 'How often a message may come back before it is dead-lettered; 20 in RabbitMQ 4.0, none in 3.10.',
  docs: `${docs}/quorum-queues#poison-message-handling`,
};

const deadLetterStrategy: KnownArgument = {
  name: 'x-dead-letter-strategy',
  kind: 'choice',
  choices: [
    { value: 'at-most-once', label: 'at-most-once: a letter is sent once' },
    { value: 'at-least-once', label: 'at-least-once: kept until a queue has it' },
  ],
  help: 'At least once needs the overflow reject-publish.',
  docs: `${docs}/quorum-queues#dead-lettering`,
};

const overflowOfQuorum: KnownArgument = {
  name: 'x-overflow',
  kind: 'choice',
  choices: [
    { value: 'drop-head', label: 'drop-head: the oldest message goes' },
    { value: 'reject-publish', label: 'reject-publish: publishers are told to stop' },
  ],
  help: 'What happens when the queue is full; drop-head where nothing is set.',
  docs: `${docs}/maxlength#overflow-behaviour`,
};

/** What a quorum queue may be declared with. */
export const quorumArguments: readonly KnownArgument[] = [
  ...queueArguments
    .filter(({ name }) => name !== 'x-max-priority')
    .map((argument) => (argument.name === 'x-overflow' ? overflowOfQuorum : argument)),
  deliveryLimit,
  deadLetterStrategy,
];

/** What a stream may be declared with. */
export const streamArguments: readonly KnownArgument[] = [
  {
    name: 'x-max-age',
    kind: 'text',
    help: 'How long it keeps messages: 7D, 12h, 30m or 10s. Only whole segments go.',
    docs: `${docs}/streams#retention`,
  },
  {
    name: 'x-max-length-bytes',
    kind: 'number',
    bounds: anyCount,
    unit: 'bytes',
    help: 'How large it grows before its oldest segment goes.',
    docs: `${docs}/streams#retention`,
  },
  {
    name: 'x-stream-max-segment-size-bytes',
    kind: 'number',
    bounds: anyCount,
    unit: 'bytes',
    help: 'How large a segment grows.',
    docs: `${docs}/streams#retention`,
  },
];

export const exchangeArguments: readonly KnownArgument[] = [
  {
    name: 'alternate-exchange',
    kind: 'exchange',
    help: 'Where messages go that no binding takes.',
    docs: `${docs}/ae`,
  },
];

export const consumerArguments: readonly KnownArgument[] = [
  {
    name: 'x-priority',
    kind: 'number',
    bounds: { min: -1_000_000, max: 1_000_000 },
    unit: '',
    help: 'Consumers with a higher priority get messages as long as they have room; 0 is normal.',
    docs: `${docs}/consumer-priority`,
  },
  {
    name: 'x-stream-offset',
    kind: 'choice',
    choices: [
      { value: 'first', label: 'first: everything there is' },
      { value: 'last', label: 'last: from the last chunk on' },
      { value: 'next', label: 'next: what comes from now on' },
    ],
    help: 'Where it begins to read a stream. A number of an offset can be written below.',
    docs: `${docs}/streams#consuming`,
  },
];

/** Where RabbitMQ's documentation tells of what is not an argument. */
export const docsOf = {
  queues: `${docs}/queues#properties`,
  queueTypes: `${docs}/queues#optional-arguments`,
  exchanges: `${docs}/exchanges`,
  exchangeTypes: `${docs}/exchanges#types`,
  topic: `${docs}/exchanges#topic`,
  headersExchange: `${docs}/exchanges#types`,
  bindings: `${docs}/exchanges#what-are-bindings`,
  prefetch: `${docs}/consumer-prefetch`,
  acknowledgements: `${docs}/confirms#consumer-acknowledgements`,
  confirms: `${docs}/confirms#publisher-confirms`,
  mandatory: `${docs}/publishers#unroutable`,
  properties: `${docs}/publishers#message-properties`,
  exclusiveConsumer: `${docs}/consumers#exclusivity`,
  connections: `${docs}/connections`,
  vhosts: `${docs}/vhosts`,
  durability: `${docs}/queues#durability`,
  deadLettering: `${docs}/dlx`,
  policies: `${docs}/policies`,
  permissions: `${docs}/access-control#authorisation`,
  topicPermissions: `${docs}/access-control#topic-authorisation`,
  vhostLimits: `${docs}/vhosts#limits`,
  alarms: `${docs}/alarms`,
  firehose: `${docs}/firehose`,
  xDeath: `${docs}/dlx#effects`,
} as const;
