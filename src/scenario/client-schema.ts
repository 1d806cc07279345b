/**
 * Clients: programs that use the broker. Each has a connection of its own, and a channel for each of
 * its publishers and consumers. The canvas shows one with a single publisher as a producer, one with
 * a single consumer as a consumer, and any other as an app.
 */
import * as v from 'valibot';
import {
  argumentTable,
  argumentsField,
  count,
  described,
  flag,
  name,
  shortText,
  wholeMs,
} from './schema-parts.ts';

const textMax = 100_000;
const template = (sentence: string) =>
  described(v.pipe(v.string(), v.maxLength(textMax)), sentence);

const perSecond = v.pipe(v.number(), v.minValue(0.001), v.maxValue(100_000));

/** AMQP's basic properties; templates like the body where they are text. */
export const propertiesSchema = v.strictObject({
  content_type: v.optional(shortText),
  content_encoding: v.optional(shortText),
  headers: described(v.optional(argumentTable), 'What a headers exchange compares.'),
  delivery_mode: described(v.optional(v.picklist([1, 2])), '2 is persistent.'),
  priority: described(
    v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255))),
    'For queues with x-max-priority.',
  ),
  correlation_id: described(v.optional(shortText), 'What an answer repeats.'),
  reply_to: described(v.optional(shortText), 'The queue that an answer shall go to.'),
  expiration: described(v.optional(shortText), 'Milliseconds, as text: AMQP says so.'),
  message_id: v.optional(shortText),
  timestamp: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  type: v.optional(shortText),
  user_id: v.optional(shortText),
  app_id: v.optional(shortText),
});

const routingKey = v.union([
  template('A template: {n} is the number of the message.'),
  described(
    v.pipe(
      v.array(
        v.strictObject({
          key: shortText,
          weight: v.optional(v.pipe(v.number(), v.minValue(0), v.finite()), 1),
        }),
      ),
      v.minLength(1),
      v.maxLength(100),
    ),
    'One of them is drawn for each message, by weight.',
  ),
]);

const rate = v.variant('kind', [
  v.strictObject({ kind: v.literal('steady'), per_second: perSecond }),
  v.strictObject({ kind: v.literal('poisson'), per_second: perSecond }),
  v.strictObject({
    kind: v.literal('bursts'),
    size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
    every_ms: v.pipe(wholeMs, v.minValue(1)),
  }),
  v.strictObject({ kind: v.literal('by_hand') }),
]);

export const publisherSchema = v.strictObject({
  exchange: described(v.optional(shortText, ''), 'Empty for the default exchange.'),
  routing_key: described(
    v.optional(routingKey, ''),
    'Bindings compare it; through the default exchange, the name of the queue.',
  ),
  rate: described(
    v.optional(rate, { kind: 'by_hand' }),
    'How often: steady, poisson (by chance), in bursts, or by_hand on the canvas.',
  ),
  starts_after_ms: described(v.optional(wholeMs, 0), 'Its first message waits for so long.'),
  limit: described(v.optional(v.nullable(count), null), 'It stops after so many; null for never.'),
  body: v.optional(
    template('A template: {n} is the number of the message, {key} its routing key.'),
    'message {n}',
  ),
  properties: v.optional(propertiesSchema, {}),
  mandatory: flag(false, 'A message that reaches no queue comes back.'),
  confirms: described(
    v.optional(v.nullable(v.strictObject({ outstanding_max: v.pipe(count, v.minValue(1)) })), null),
    'Publisher confirms: it pauses while so many are unconfirmed. Null for none.',
  ),
  on_return: described(
    v.optional(v.picklist(['ignore', 'retry']), 'ignore'),
    'What it does with a message that comes back.',
  ),
  on_nack: described(
    v.optional(v.picklist(['ignore', 'retry']), 'ignore'),
    'What it does with a message that the broker refuses.',
  ),
  retry_after_ms: described(v.optional(wholeMs, 1_000), 'Before it publishes one again.'),
});

/** All that are given must hold. */
const condition = v.strictObject({
  routing_key: described(v.optional(shortText), 'A topic pattern.'),
  header: v.optional(
    v.strictObject({
      name,
      value: v.union([v.string(), v.pipe(v.number(), v.finite()), v.boolean()]),
    }),
  ),
  body_contains: v.optional(v.pipe(v.string(), v.maxLength(1_000))),
  redelivered: described(v.optional(v.boolean()), 'It has been delivered before.'),
  deaths_min: described(v.optional(count), 'Its x-death header counts so many deaths or more.'),
});

const outcome = v.strictObject({
  does: described(
    v.picklist(['ack', 'reject', 'requeue', 'crash', 'never_answer']),
    'reject is basic.reject without requeue: to the dead letter exchange, if there is one.',
  ),
  chance: described(
    v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 1),
    'From 0 to 1.',
  ),
  when: described(v.optional(condition, {}), 'For which messages; all that is said must hold.'),
});

/** What a consumer publishes for each message it has worked on, before it answers for it. */
const publishes = v.strictObject({
  to: described(
    v.optional(v.picklist(['exchange', 'reply_to']), 'exchange'),
    'reply_to answers the queue that the message names, with its correlation id.',
  ),
  exchange: v.optional(shortText, ''),
  routing_key: v.optional(template('A template: {key} is the key of the message.'), '{key}'),
  body: v.optional(template('A template: {body} is the body of the message.'), '{body}'),
  properties: v.optional(propertiesSchema, {}),
});

const span = v.union([wholeMs, v.strictObject({ min: wholeMs, max: wholeMs })]);

export const consumerSchema = v.strictObject({
  queue: described(v.optional(shortText, ''), 'Empty while it is not wired to one.'),
  prefetch: described(v.optional(count, 1), 'Unacknowledged messages at a time; 0 is no limit.'),
  acknowledgement: described(
    v.optional(v.picklist(['automatic', 'after_work', 'by_hand']), 'after_work'),
    'automatic is no-ack: a message is settled as soon as it is sent.',
  ),
  work_ms: described(
    v.optional(span, 1_000),
    'How long it works on each, or between which bounds.',
  ),
  outcomes: described(
    v.optional(v.pipe(v.array(outcome), v.maxLength(20)), []),
    'The first that applies decides how the work ends; ack where none does.',
  ),
  reconnect_after_ms: described(v.optional(wholeMs, 3_000), 'After a crash.'),
  publishes: described(
    v.optional(v.pipe(v.array(publishes), v.maxLength(20)), []),
    'What it publishes for each message it has worked on, before it answers for it.',
  ),
  exclusive: flag(false, 'No one else may consume from the queue.'),
  arguments: argumentsField('Such as x-priority.'),
});

/** https://www.rabbitmq.com/tutorials shows how such programs look. */
export const programSchema = v.strictObject({
  source: described(
    v.pipe(v.string(), v.maxLength(50_000)),
    'JavaScript that uses amqplib or @cloudamqp/amqp-client.',
  ),
  arguments: described(
    v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(1_000))), v.maxLength(50)), []),
    'What it finds in process.argv after its own name.',
  ),
});

export const clientSchema = v.strictObject({
  name,
  vhost: v.optional(name, '/'),
  user: described(v.optional(name, 'guest'), 'Whom it connects as.'),
  latency_ms: described(
    v.optional(v.nullable(wholeMs), null),
    'Null for the latency of the scenario.',
  ),
  starts: flag(true, 'It is running when the run begins.'),
  publishers: described(
    v.optional(v.pipe(v.array(publisherSchema), v.maxLength(50)), []),
    'Each has a channel of its own.',
  ),
  consumers: described(
    v.optional(v.pipe(v.array(consumerSchema), v.maxLength(50)), []),
    'Each has a channel of its own.',
  ),
  program: described(
    v.optional(programSchema),
    'The client is a program: what it publishes and consumes is in its text, not in the lists.',
  ),
});
