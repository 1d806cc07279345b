/**
 * A publisher: sends messages at its rate or by hand, keeps a bound on what is unconfirmed, and
 * publishes again what came back or was refused, if it is told to.
 *
 * https://www.rabbitmq.com/docs/publishers
 * https://www.rabbitmq.com/docs/confirms
 */
import { unreachable } from '#base';
import { after, millis } from '#engine';
import type { ExchangeName, Frame, Instant, PublishSequence } from '#engine';
import type { PublisherSpec } from '#scenario';
import { drawExponential, drawWeighted } from '../random.ts';
import type { Act } from '../run.ts';
import type { Content, PublisherState, Unconfirmed } from './client-state.ts';
import { fill, fillProperties, fillShort } from './template.ts';
import type { Draft, Turn } from './turn.ts';

/** A publish by hand says what is to differ from the specification. */
type ByHand = Extract<Act, { type: 'publish' }>;

/** Sums of fractions miss whole milliseconds by less than this. */
const rounding = 1e-6;

/** The program starts: its first message is due after a while. */
export function startPublisher(turn: Turn, index: number): void {
  const { rate, starts_after_ms } = turn.publisherSpec(index);
  const gap = rate.kind === 'poisson' ? nextGap(turn, rate) : 0;
  setDue(turn, index, rate.kind === 'by_hand' ? null : turn.at + starts_after_ms + gap);
}

export function openPublisher(turn: Turn, index: number): void {
  const publisher = turn.editPublisher(index);
  publisher.status = 'opening';
  publisher.reopensAt = null;
  publisher.lastSequence = 0;
  const { channel } = publisher;
  turn.send({ type: 'channel.open', connection: turn.client.connection, channel });
  if (turn.publisherSpec(index).confirms !== null) turn.send({ type: 'confirm.select', channel });
}

/** Its channel is open, and in confirm mode if it wants that: it begins, or goes on. */
export function publisherOpened(turn: Turn, index: number): void {
  const publisher = turn.editPublisher(index);
  publisher.status = 'open';
  const { rate } = turn.publisherSpec(index);
  if (publisher.dueMs === null && rate.kind !== 'by_hand') {
    setDue(turn, index, turn.at + (rate.kind === 'poisson' ? nextGap(turn, rate) : 0));
  }
  turn.wakeAt(turn.at);
}

/**
 * Its channel is gone, and with it all news of what it has sent. What was not confirmed may have
 * arrived or not; a publisher that is to publish again after a refusal does so after this, too.
 */
export function publisherLost(turn: Turn, index: number): void {
  const { status, reopensAt, unconfirmed, retries } = turn.publisher(index);
  if (status === 'closed' && reopensAt === null && unconfirmed.length === 0) return;
  const publisher = turn.editPublisher(index);
  publisher.status = 'closed';
  publisher.reopensAt = null;
  publisher.unconfirmed = [];
  if (turn.publisherSpec(index).on_nack !== 'retry') return;
  publisher.retries = [...unconfirmed.map(({ content }) => ({ at: turn.at, content })), ...retries];
}

/** Its program has ended: what it meant to publish again is gone. */
export function publisherDied(turn: Turn, index: number): void {
  publisherLost(turn, index);
  if (turn.publisher(index).retries.length > 0) turn.editPublisher(index).retries = [];
}

/** Sends what is due. */
export function publishDue(turn: Turn, index: number): void {
  const { dueMs, status, retries, owedCount } = turn.publisher(index);
  const isDue = dueMs !== null && instantOf(dueMs) <= turn.at;
  if (!isDue && owedCount === 0 && !retries.some(({ at }) => at <= turn.at)) return;
  if (status !== 'open') {
    // It takes its rate up again when its channel is open.
    if (isDue) turn.editPublisher(index).dueMs = null;
    return;
  }
  if (isDue) owe(turn, index);
  sendOwed(turn, index);
}

/** Sends one message now, whatever the rate, the limit and the bound on what is unconfirmed. */
export function publishByHand(turn: Turn, index: number, byHand: ByHand): void {
  if (turn.client.publishers[index]?.status !== 'open') {
    turn.note({ type: 'publish.impossible', client: turn.client.spec.name });
    return;
  }
  transmit(turn, index, [compose(turn, index, byHand)]);
}

export function onReturn(
  turn: Turn,
  index: number,
  frame: Extract<Frame, { type: 'basic.return' }>,
): void {
  const { on_return } = turn.publisherSpec(index);
  const { exchange, routingKey, properties, body, message, replyText } = frame;
  const content = { exchange, routingKey, properties, body, mandatory: true };
  const retriesInMs = on_return === 'retry' ? retryLater(turn, index, content) : null;
  const client = turn.client.spec.name;
  turn.note({ type: 'basic.return', client, message, replyText, retriesInMs });
}

/** The broker has taken charge of a publish, or has refused it. */
export function onConfirm(
  turn: Turn,
  index: number,
  { type, deliveryTag }: Extract<Frame, { type: 'basic.ack' | 'basic.nack' }>,
): void {
  const { unconfirmed } = turn.publisher(index);
  const answered = unconfirmed.find(({ sequence }) => sequence === deliveryTag);
  if (answered === undefined) return;
  turn.editPublisher(index).unconfirmed = unconfirmed.filter((one) => one !== answered);
  if (type === 'basic.nack') {
    const { message, content } = answered;
    const { on_nack } = turn.publisherSpec(index);
    const retriesInMs = on_nack === 'retry' ? retryLater(turn, index, content) : null;
    const client = turn.client.spec.name;
    turn.note({ type: 'basic.nack', client, message, replyText: null, retriesInMs });
  }
  sendOwed(turn, index);
}

/** Its specification is another now, but the channel can stay. */
export function respecifyPublisher(turn: Turn, index: number, before: PublisherSpec): void {
  const { rate, limit } = turn.publisherSpec(index);
  if (!sameRate(rate, before.rate)) {
    turn.editPublisher(index).owedCount = 0;
    setDue(turn, index, rate.kind === 'by_hand' ? null : turn.at + nextGap(turn, rate));
  } else if (limit !== before.limit && rate.kind !== 'by_hand') {
    const { dueMs } = turn.publisher(index);
    setDue(turn, index, dueMs ?? turn.at + nextGap(turn, rate));
  }
  sendOwed(turn, index);
}

type Rate = PublisherSpec['rate'];

const sameRate = (one: Rate, other: Rate): boolean => JSON.stringify(one) === JSON.stringify(other);

const instantOf = (ms: number): Instant => Math.floor(ms + rounding) as Instant;

/** Milliseconds from one message, or burst, to the next. */
function nextGap(turn: Turn, rate: Rate): number {
  switch (rate.kind) {
    case 'steady':
      return 1000 / rate.per_second;
    case 'poisson':
      return turn.draw((stream) => drawExponential(stream, 1000 / rate.per_second));
    case 'bursts':
      return rate.every_ms;
    case 'by_hand':
      return Infinity;
    default:
      return unreachable(rate);
  }
}

function setDue(turn: Turn, index: number, dueMs: number | null): void {
  const { limit } = turn.publisherSpec(index);
  const { sentCount, owedCount } = turn.publisher(index);
  const isDone = limit !== null && sentCount + owedCount >= limit;
  const due = isDone || dueMs === null || !Number.isFinite(dueMs) ? null : dueMs;
  turn.editPublisher(index).dueMs = due;
  if (due !== null) turn.wakeAt(Math.max(turn.at, instantOf(due)) as Instant);
}

/** A publisher that names neither exchange nor key is not wired yet, and waits. */
const isWired = ({ exchange, routing_key: key }: PublisherSpec): boolean =>
  exchange !== '' || key !== '';

/** Counts what has become due. What a rate owes while the publisher pauses does not pile up. */
function owe(turn: Turn, index: number): void {
  const { rate, limit } = turn.publisherSpec(index);
  const publisher = turn.editPublisher(index);
  const atOnce = !isWired(turn.publisherSpec(index)) ? 0 : rate.kind === 'bursts' ? rate.size : 1;
  let dueMs = publisher.dueMs as number;
  let dueCount = 0;
  for (; instantOf(dueMs) <= turn.at; dueMs += nextGap(turn, rate)) dueCount += atOnce;
  const owedMax = Math.max(dueCount, publisher.owedCount);
  const left = limit === null ? Infinity : limit - publisher.sentCount;
  publisher.owedCount = Math.min(publisher.owedCount + dueCount, owedMax, left);
  setDue(turn, index, dueMs);
}

/** Sends as much of what waits as the bound on what is unconfirmed allows: second tries first. */
function sendOwed(turn: Turn, index: number): void {
  const { status, owedCount, retries } = turn.publisher(index);
  if (status !== 'open') return;
  const room = roomOf(turn, index);
  const again = retries.filter(({ at }) => at <= turn.at).slice(0, room);
  const freshCount = Math.min(owedCount, room - again.length);
  if (again.length === 0 && freshCount === 0) return;

  const contents = again.map(({ content }) => content);
  for (let count = 0; count < freshCount; count++) contents.push(compose(turn, index));
  const publisher = turn.editPublisher(index);
  publisher.retries = retries.filter((retry) => !again.includes(retry));
  publisher.owedCount = owedCount - freshCount;
  transmit(turn, index, contents);
}

function roomOf(turn: Turn, index: number): number {
  const { confirms } = turn.publisherSpec(index);
  if (confirms === null) return Infinity;
  return Math.max(0, confirms.outstanding_max - turn.publisher(index).unconfirmed.length);
}

function transmit(turn: Turn, index: number, contents: readonly Content[]): void {
  const publisher: Draft<PublisherState> = turn.editPublisher(index);
  const areConfirmed = turn.publisherSpec(index).confirms !== null;
  const unconfirmed: Unconfirmed[] = [];
  for (const content of contents) {
    const message = turn.publish(publisher.channel, content);
    if (!areConfirmed) continue;
    publisher.lastSequence += 1;
    const sequence = publisher.lastSequence as PublishSequence;
    unconfirmed.push({ sequence, message, routingKey: content.routingKey, content });
  }
  if (areConfirmed) publisher.unconfirmed = [...publisher.unconfirmed, ...unconfirmed];
}

/** The next message, as the specification has it but for what was said by hand. */
function compose(turn: Turn, index: number, byHand?: ByHand): Content {
  const { exchange, routing_key, body, properties, mandatory } = turn.publisherSpec(index);
  const publisher = turn.editPublisher(index);
  const n = (publisher.sentCount += 1);
  const key =
    typeof routing_key === 'string'
      ? fillShort(routing_key, { n })
      : (routing_key[
          turn.draw((stream) =>
            drawWeighted(
              stream,
              routing_key.map(({ weight }) => weight),
            ),
          )
        ]?.key ?? '');
  const routingKey = byHand?.routingKey ?? key;
  const filling = { n, key: routingKey };
  const filled = fillProperties(properties, filling);
  return {
    exchange: exchange as ExchangeName,
    routingKey,
    mandatory,
    properties:
      byHand?.headers === undefined
        ? filled
        : { ...filled, headers: { ...filled.headers, ...byHand.headers } },
    body: byHand?.body ?? fill(body, filling),
  };
}

/** Plans to publish it again, and tells after how long. Some time must pass, or it never would. */
function retryLater(turn: Turn, index: number, content: Content): number {
  const span = Math.max(1, turn.publisherSpec(index).retry_after_ms);
  const at = after(turn.at, millis(span));
  const publisher = turn.editPublisher(index);
  publisher.retries = [...publisher.retries, { at, content }];
  turn.wakeAt(at);
  return span;
}
