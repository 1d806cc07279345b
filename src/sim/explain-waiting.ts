/**
 * Why the messages of a queue wait, as the whole simulation knows it: what the broker says of each
 * consumer, what its client is busy with, and about when there will be room.
 *
 * When a message is going to be served is an estimate: chance, and people, may have it otherwise.
 */
import { explainWait } from '#engine';
import type { ChannelId, QueueName, VhostName } from '#engine';
import type { ClientSpec } from '#scenario';
import { allEntries } from './agenda.ts';
import { clientOfChannel } from './clients/client-state.ts';
import type { ClientState } from './clients/client-state.ts';
import { spanInWords, times } from './phrases.ts';
import type { Simulation } from './simulation-state.ts';

export interface WaitingReport {
  readonly queue: QueueName;
  readonly readyCount: number;
  /** Such as `3 messages wait: no consumer has room.`; null where nothing waits. */
  readonly summary: string | null;
  /** One sentence for each client that consumes from the queue, or should. */
  readonly consumers: readonly { readonly client: string; readonly sentence: string }[];
  /** In how many milliseconds a slot comes free, as far as one can tell; null where one cannot. */
  readonly nextSlotInMs: number | null;
  /** Such as `Next free slot in about 180 ms.`; null where `nextSlotInMs` is. */
  readonly outlook: string | null;
}

/** Null where there is no such queue. */
export function explainWaiting(
  simulation: Simulation,
  vhost: VhostName,
  queue: QueueName,
): WaitingReport | null {
  const explanation = explainWait(simulation.broker, vhost, queue);
  if (explanation === null) return null;
  const { readyCount, summary, consumers } = explanation;
  const subscribed = consumers.map(({ consumer, reason }) => {
    const client = clientOfChannel(consumer.channel);
    return { client, sentence: `${client}: ${reason}${busyWith(simulation, consumer.channel)}.` };
  });
  const channels = new Set<ChannelId>(consumers.map(({ consumer }) => consumer.channel));
  const missing = simulation.body.clients.flatMap((spec) =>
    absenceOf(simulation, spec, { vhost, queue, channels }),
  );
  const isFull = readyCount > 0 && consumers.every(({ canTake }) => !canTake);
  const nextSlotInMs = isFull ? nextSlotIn(simulation, channels) : null;
  return {
    queue,
    readyCount,
    summary,
    consumers: [...subscribed, ...missing],
    nextSlotInMs,
    outlook: nextSlotInMs === null ? null : `Next free slot in about ${spanInWords(nextSlotInMs)}.`,
  };
}

/** What the consumer on that channel does with what it holds. */
function busyWith(simulation: Simulation, channel: ChannelId): string {
  const client = simulation.clients.get(clientOfChannel(channel));
  const index = client?.consumers.findIndex((one) => one.channel === channel) ?? -1;
  const state = client?.consumers[index];
  const spec = client?.spec.consumers[index];
  if (state === undefined || spec === undefined || state.held.length === 0) return '';
  const forgottenCount = state.held.filter(({ isForgotten }) => isForgotten).length;
  const forgotten =
    forgottenCount === 0 ? '' : `; it never answers for ${times(forgottenCount, 'message')}`;
  if (spec.acknowledgement === 'by_hand') return `; it waits for you to answer`;
  const current = state.held.find(({ worksUntil }) => worksUntil !== null);
  if (current === undefined) return forgotten;
  const left = (current.worksUntil as number) - simulation.now;
  return `; it works on message ${current.message} for another ${spanInWords(left)}${forgotten}`;
}

/** Why a client that is to consume from the queue does not; nothing where it does. */
function absenceOf(
  { clients }: Simulation,
  { name, vhost: ownVhost, consumers }: ClientSpec,
  at: {
    readonly vhost: VhostName;
    readonly queue: QueueName;
    readonly channels: ReadonlySet<ChannelId>;
  },
): WaitingReport['consumers'] {
  const client = clients.get(name);
  if (ownVhost !== at.vhost || client === undefined) return [];
  const isAbsent = consumers.some(({ queue }, index) => {
    const channel = client.consumers[index]?.channel;
    return queue === at.queue && channel !== undefined && !at.channels.has(channel);
  });
  return isAbsent ? [{ client: name, sentence: `${name}: ${absences[client.status]}.` }] : [];
}

const absences: Readonly<Record<ClientState['status'], string>> = {
  stopped: 'stopped',
  disconnected: 'not connected, and connects again by itself',
  connecting: 'on its way to connect',
  running: 'connected, and not subscribed',
};

/** The earliest answer that arrives: one on its way, or one to be sent when the work is done. */
function nextSlotIn(
  { agenda, clients, now }: Simulation,
  channels: ReadonlySet<ChannelId>,
): number | null {
  let earliest = Infinity;
  for (const { at, happening } of allEntries(agenda)) {
    if (happening.type !== 'method.arrives') continue;
    const { method } = happening;
    const isAnswer =
      method.type === 'basic.ack' || method.type === 'basic.nack' || method.type === 'basic.reject';
    if (isAnswer && channels.has(method.channel)) earliest = Math.min(earliest, at);
  }
  for (const channel of channels) {
    const client = clients.get(clientOfChannel(channel));
    const consumer = client?.consumers.find((one) => one.channel === channel);
    for (const { worksUntil } of consumer?.held ?? []) {
      if (client !== undefined && worksUntil !== null)
        earliest = Math.min(earliest, worksUntil + client.latency);
    }
  }
  return Number.isFinite(earliest) ? Math.max(0, earliest - now) : null;
}
