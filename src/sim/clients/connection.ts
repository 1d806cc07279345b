/**
 * A client's connection: how it opens and is lost, who of the client a frame is for, and what is due
 * when the client looks at its clock.
 *
 * A program that is written well comes back by itself: after a refusal it opens the channel again,
 * after the loss of its connection it connects again, each after a while.
 */
import { after, millis } from '#engine';
import type { Frame, Instant } from '#engine';
import type { ClientState } from './client-state.ts';
import {
  consumerDied,
  consumerLost,
  onDeliver,
  openConsumer,
  subscribe,
  workDue,
} from './consumer.ts';
import {
  onConfirm,
  onReturn,
  openPublisher,
  publishDue,
  publisherDied,
  publisherLost,
  publisherOpened,
  startPublisher,
} from './publisher.ts';
import type { Turn } from './turn.ts';

/** How long a program waits before it tries again what was refused. */
const retryAfterMs = 3_000;

/** The program starts, and knows nothing of what it did when it last ran. */
export function startClient(turn: Turn): void {
  const { status, publishers } = turn.client;
  if (status !== 'stopped') return;
  for (const index of publishers.keys()) {
    const publisher = turn.editPublisher(index);
    publisher.sentCount = 0;
    publisher.owedCount = 0;
    publisher.retries = [];
    startPublisher(turn, index);
  }
  turn.edit().lastError = null;
  connect(turn);
}

/** The program ends, and says goodbye if it is connected. */
export function stopClient(turn: Turn): void {
  const { status, connection, spec } = turn.client;
  if (status === 'stopped') return;
  if (status !== 'disconnected') turn.send({ type: 'connection.close', connection });
  die(turn);
  for (const index of turn.client.publishers.keys()) turn.editPublisher(index).dueMs = null;
  const client = turn.edit();
  client.status = 'stopped';
  client.reconnectsAt = null;
  turn.note({ type: 'client.stopped', client: spec.name });
}

/** The program goes away and comes back at once as another: its connection is a new one. */
export function replaceClient(turn: Turn, next: (turn: Turn) => void): void {
  const { status, connection } = turn.client;
  if (status === 'running' || status === 'connecting')
    turn.send({ type: 'connection.close', connection });
  die(turn);
  next(turn);
  if (status !== 'stopped') connect(turn);
}

/** The connection is cut. What was on its way is lost. */
export function dropClient(turn: Turn, cause: 'dropped' | 'restart'): void {
  const { status, spec } = turn.client;
  if (status !== 'running' && status !== 'connecting') return;
  disconnect(turn, spec.consumers[0]?.reconnect_after_ms ?? retryAfterMs, { cause, message: null });
}

/** Does what is due by now. */
export function onWake(turn: Turn): void {
  const { status, reconnectsAt, publishers, consumers } = turn.client;
  if (status === 'stopped') return;
  if (isDue(turn, reconnectsAt)) connect(turn);
  for (const [index, { reopensAt }] of publishers.entries()) {
    if (isDue(turn, reopensAt)) openPublisher(turn, index);
    publishDue(turn, index);
  }
  for (const [index, { reopensAt, status: channelStatus }] of consumers.entries()) {
    if (isDue(turn, reopensAt)) {
      if (channelStatus === 'cancelled') subscribe(turn, index);
      else openConsumer(turn, index);
    }
    workDue(turn, index);
    if (turn.crash === null) continue;
    const { reconnectAfterMs, message } = turn.crash;
    die(turn);
    disconnect(turn, reconnectAfterMs, { cause: 'crashed', message });
    return;
  }
}

export function onFrame(turn: Turn, frame: Frame): void {
  if (frame.channel === null) {
    onConnectionFrame(turn, frame);
    return;
  }
  const { publishers, consumers } = turn.client;
  const publisher = publishers.findIndex(({ channel }) => channel === frame.channel);
  if (publisher !== -1) onPublisherFrame(turn, publisher, frame);
  const consumer = consumers.findIndex(({ channel }) => channel === frame.channel);
  if (consumer !== -1) onConsumerFrame(turn, consumer, frame);
}

function onConnectionFrame(turn: Turn, frame: Frame): void {
  const { name } = turn.client.spec;
  if (frame.type === 'connection.open-ok') {
    turn.edit().status = 'running';
    turn.note({ type: 'client.connected', client: name });
    for (const index of turn.client.publishers.keys()) openPublisher(turn, index);
    for (const index of turn.client.consumers.keys()) openConsumer(turn, index);
  } else if (frame.type === 'connection.close') {
    const { replyCode, replyText } = frame;
    const retriesInMs = retryAfterMs;
    turn.note({ type: 'connection.close', client: name, replyCode, replyText, retriesInMs });
    disconnect(turn, retriesInMs, { cause: 'refused', message: null });
    turn.edit().lastError = replyText;
  }
}

function onPublisherFrame(turn: Turn, index: number, frame: Frame): void {
  switch (frame.type) {
    case 'channel.open-ok':
      if (turn.client.lastError !== null) turn.edit().lastError = null;
      if (turn.publisherSpec(index).confirms === null) publisherOpened(turn, index);
      break;
    case 'confirm.select-ok':
      publisherOpened(turn, index);
      break;
    case 'basic.return':
      onReturn(turn, index, frame);
      break;
    case 'basic.ack':
    case 'basic.nack':
      onConfirm(turn, index, frame);
      break;
    case 'channel.close':
      publisherLost(turn, index);
      turn.editPublisher(index).reopensAt = noteRefusal(turn, frame, retryAfterMs);
      break;
    default:
  }
}

function onConsumerFrame(turn: Turn, index: number, frame: Frame): void {
  switch (frame.type) {
    case 'basic.consume-ok':
      turn.editConsumer(index).status = 'open';
      if (turn.client.lastError !== null) turn.edit().lastError = null;
      break;
    case 'basic.deliver':
      onDeliver(turn, index, frame);
      break;
    case 'basic.cancel': {
      const client = turn.client.spec.name;
      const { consumerTag } = frame;
      turn.note({ type: 'basic.cancel', client, consumerTag, retriesInMs: retryAfterMs });
      const consumer = turn.editConsumer(index);
      consumer.status = 'cancelled';
      consumer.reopensAt = wakeAfter(turn, retryAfterMs);
      break;
    }
    case 'channel.close': {
      consumerLost(turn, index);
      const { reconnect_after_ms } = turn.consumerSpec(index);
      turn.editConsumer(index).reopensAt = noteRefusal(turn, frame, reconnect_after_ms);
      break;
    }
    default:
  }
}

function noteRefusal(
  turn: Turn,
  { replyCode, replyText }: Extract<Frame, { type: 'channel.close' }>,
  retriesInMs: number,
): Instant {
  turn.edit().lastError = replyText;
  const client = turn.client.spec.name;
  turn.note({ type: 'channel.close', client, replyCode, replyText, retriesInMs });
  return wakeAfter(turn, retriesInMs);
}

function connect(turn: Turn): void {
  const client = turn.edit();
  const { spec, connection } = client;
  client.status = 'connecting';
  client.reconnectsAt = null;
  client.session += 1;
  turn.note({ type: 'client.connecting', client: spec.name });
  turn.send({
    type: 'connection.open',
    connection,
    user: spec.user as NonNullable<OpenMethod['user']>,
    vhost: spec.vhost as NonNullable<OpenMethod['vhost']>,
  });
}

type OpenMethod = Extract<Turn['sent'][number]['method'], { type: 'connection.open' }>;

/** All that the program has in memory is gone. */
function die(turn: Turn): void {
  for (const index of turn.client.publishers.keys()) publisherDied(turn, index);
  for (const index of turn.client.consumers.keys()) consumerDied(turn, index);
}

function disconnect(
  turn: Turn,
  reconnectsInMs: number,
  why: {
    readonly cause: 'dropped' | 'crashed' | 'refused' | 'restart';
    readonly message: ClientState['consumers'][number]['held'][number]['message'] | null;
  },
): void {
  for (const index of turn.client.publishers.keys()) publisherLost(turn, index);
  for (const index of turn.client.consumers.keys()) consumerLost(turn, index);
  const client = turn.edit();
  client.status = 'disconnected';
  client.severedSession = client.session;
  client.reconnectsAt = wakeAfter(turn, reconnectsInMs);
  turn.note({
    type: 'client.disconnected',
    client: client.spec.name,
    reconnectsInMs: Math.max(1, reconnectsInMs),
    ...why,
  });
}

/** Some time passes before anything is tried again, so that a run gets on. */
function wakeAfter(turn: Turn, spanMs: number): Instant {
  const at = after(turn.at, millis(Math.max(1, spanMs)));
  turn.wakeAt(at);
  return at;
}

const isDue = (turn: Turn, at: Instant | null): boolean => at !== null && at <= turn.at;
