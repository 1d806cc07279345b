/**
 * A consumer: takes deliveries, works on them one after another in the order in which they came
 * (those it holds beyond the first wait in its prefetch window), publishes what it has to, and
 * answers for each.
 *
 * https://www.rabbitmq.com/docs/confirms#acknowledgement-modes
 * https://www.rabbitmq.com/docs/consumer-prefetch
 */
import { after, millis } from '#engine';
import type { DeliveryTag, ExchangeName, QueueName } from '#engine';
import type { ConsumerSpec, OutcomeSpec, ReplySpec } from '#scenario';
import { drawBetween, drawChance } from '../random.ts';
import type { Act } from '../run.ts';
import type { DeliverFrame, Held } from './client-state.ts';
import { meets } from './condition.ts';
import { fill, fillProperties, fillShort } from './template.ts';
import type { Turn } from './turn.ts';

type Answer = Extract<Act, { type: 'settle' }>['answer'];

export function openConsumer(turn: Turn, index: number): void {
  const { connection } = turn.client;
  turn.send({ type: 'channel.open', connection, channel: turn.consumer(index).channel });
  subscribe(turn, index);
}

/** Asks for the queue's messages, on a channel that is open or about to be. */
export function subscribe(turn: Turn, index: number): void {
  const {
    queue,
    prefetch,
    acknowledgement,
    exclusive,
    arguments: table,
  } = turn.consumerSpec(index);
  const consumer = turn.editConsumer(index);
  consumer.reopensAt = null;
  if (queue === '') {
    // It is not wired to a queue yet.
    consumer.status = 'closed';
    return;
  }
  consumer.status = 'opening';
  const { channel, tag } = consumer;
  const noAck = acknowledgement === 'automatic';
  if (!noAck && prefetch > 0) turn.send({ type: 'basic.qos', channel, prefetchCount: prefetch });
  turn.send({
    type: 'basic.consume',
    channel,
    queue: queue as QueueName,
    consumerTag: tag,
    noAck,
    exclusive,
    arguments: table,
  });
}

/**
 * Its channel is gone. What it has not answered for the broker gives to somebody else; what was
 * settled when it was sent is its own, and it goes on working on that.
 */
export function consumerLost(turn: Turn, index: number): void {
  const { status, reopensAt, held } = turn.consumer(index);
  const keepsHeld = turn.consumerSpec(index).acknowledgement === 'automatic';
  if (status === 'closed' && reopensAt === null && (keepsHeld || held.length === 0)) return;
  const consumer = turn.editConsumer(index);
  consumer.status = 'closed';
  consumer.reopensAt = null;
  if (!keepsHeld) consumer.held = [];
}

/** Its program has ended: whatever it held is gone. */
export function consumerDied(turn: Turn, index: number): void {
  consumerLost(turn, index);
  const { held } = turn.consumer(index);
  if (held.length === 0) return;
  const client = turn.client.spec.name;
  for (const { message } of held) turn.note({ type: 'delivery.lost', client, message });
  turn.editConsumer(index).held = [];
}

export function onDeliver(turn: Turn, index: number, frame: DeliverFrame): void {
  const { deliveryTag, message, routingKey } = frame;
  const consumer = turn.editConsumer(index);
  const delivery: Held = {
    deliveryTag,
    message,
    routingKey,
    since: turn.at,
    worksUntil: null,
    isForgotten: false,
    frame,
  };
  consumer.held = [...consumer.held, delivery];
  startWork(turn, index);
}

/** Ends the work that is done by now, and starts the next. */
export function workDue(turn: Turn, index: number): void {
  const done = turn
    .consumer(index)
    .held.find(({ worksUntil }) => worksUntil !== null && worksUntil <= turn.at);
  if (done === undefined) return;
  turn.editConsumer(index).workedCount += 1;
  endWork(turn, index, done, drawOutcome(turn, index, done.frame));
  if (turn.crash === null) startWork(turn, index);
}

/** The person before the canvas answers for a delivery. */
export function settleByHand(
  turn: Turn,
  index: number,
  deliveryTag: DeliveryTag,
  answer: Answer,
): void {
  const held = turn.client.consumers[index]?.held.find((one) => one.deliveryTag === deliveryTag);
  if (held === undefined) return;
  turn.editConsumer(index).workedCount += 1;
  endWork(turn, index, held, answer);
  startWork(turn, index);
}

/** Its specification is another now, but the subscription can stay. */
export function respecifyConsumer(turn: Turn, index: number): void {
  startWork(turn, index);
}

/** Takes up the first message it holds, unless it works on one. */
function startWork(turn: Turn, index: number): void {
  const { acknowledgement, work_ms } = turn.consumerSpec(index);
  const { held } = turn.consumer(index);
  if (acknowledgement === 'by_hand' || held.some(({ worksUntil }) => worksUntil !== null)) return;
  const next = held.findIndex(({ isForgotten }) => !isForgotten);
  if (next === -1) return;
  const { min, max } = typeof work_ms === 'number' ? { min: work_ms, max: work_ms } : work_ms;
  // Work takes a millisecond at least. A message that goes round between queues and consumers
  // would otherwise do so without end at one and the same instant.
  const span = Math.max(
    1,
    turn.draw((stream) => drawBetween(stream, min, max)),
  );
  const worksUntil = after(turn.at, millis(span));
  turn.editConsumer(index).held = held.with(next, { ...(held[next] as Held), worksUntil });
  turn.wakeAt(worksUntil);
}

/** How its work on a message ends: as the first outcome says that applies. */
function drawOutcome(turn: Turn, index: number, delivery: DeliverFrame): OutcomeSpec['does'] {
  for (const { does, chance, when } of turn.consumerSpec(index).outcomes) {
    if (meets(delivery, when) && turn.draw((stream) => drawChance(stream, chance))) return does;
  }
  return 'ack';
}

function endWork(turn: Turn, index: number, held: Held, outcome: OutcomeSpec['does']): void {
  const { acknowledgement, publishes, reconnect_after_ms } = turn.consumerSpec(index);
  const consumer = turn.editConsumer(index);
  const { channel, status } = consumer;
  const { deliveryTag, message, frame } = held;
  const isSettled = acknowledgement === 'automatic';
  if (outcome === 'crash') {
    turn.crash = { reconnectAfterMs: reconnect_after_ms, message };
    return;
  }
  if (outcome === 'never_answer' && !isSettled) {
    const forgotten = { ...held, worksUntil: null, isForgotten: true };
    consumer.held = consumer.held.map((one) => (one === held ? forgotten : one));
    turn.note({ type: 'message.forgotten', client: turn.client.spec.name, message });
    return;
  }
  consumer.held = consumer.held.filter((one) => one !== held);
  if (status === 'closed') return;
  if (outcome === 'ack') {
    for (const publish of publishes) publishOn(turn, index, publish, frame);
  }
  if (isSettled) return;
  if (outcome === 'ack') turn.send({ type: 'basic.ack', channel, deliveryTag });
  else if (outcome === 'reject') turn.send({ type: 'basic.reject', channel, deliveryTag });
  else turn.send({ type: 'basic.nack', channel, deliveryTag, requeue: true });
}

/** Publishes what comes of a message: a step further, or an answer. */
function publishOn(turn: Turn, index: number, spec: ReplySpec, request: DeliverFrame): void {
  const { channel, workedCount: n } = turn.consumer(index);
  const { routingKey: key, body, properties } = request;
  const filling = { n, key, body };
  const content = {
    properties: fillProperties(spec.properties, filling),
    body: fill(spec.body, filling),
  };
  if (spec.to === 'exchange') {
    const exchange = spec.exchange as ExchangeName;
    turn.publish(channel, {
      ...content,
      exchange,
      routingKey: fillShort(spec.routing_key, filling),
    });
    return;
  }
  const { replyTo, correlationId } = properties;
  if (replyTo === undefined) return;
  const answer = correlationId === undefined ? {} : { correlationId };
  turn.publish(
    channel,
    {
      body: content.body,
      properties: { ...content.properties, ...answer },
      exchange: '' as ExchangeName,
      routingKey: replyTo,
    },
    true,
  );
}

/** Whether the broker sees nothing of the difference between two specifications. */
export function keepsSubscription(one: ConsumerSpec, other: ConsumerSpec): boolean {
  const asked = (spec: ConsumerSpec): string =>
    JSON.stringify([
      spec.queue,
      spec.prefetch,
      spec.acknowledgement === 'automatic',
      spec.exclusive,
      spec.arguments,
    ]);
  return asked(one) === asked(other);
}
