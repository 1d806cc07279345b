/**
 * What is on its way at the playhead: a pure function of the simulation there and its recent facts.
 *
 * Between clients and the broker things travel in virtual time, and are in the agenda. What happens
 * inside the broker is in hops.ts; a delivery is seen to depart when its message is seen in its queue.
 */
import type { Broker, ChannelId, Frame, MessageId, QueueName, VhostName } from '#engine';
import { nodeKeyOf } from '#scenario';
import { allEntries } from './agenda.ts';
import type { Agenda, Entry } from './agenda.ts';
import { clientOfChannel } from './clients/client-state.ts';
import type { ClientState } from './clients/client-state.ts';
import type { Flight } from './flight.ts';
import type { History } from './history.ts';
import { copyKey } from './hop-maker.ts';
import { hopsOf } from './hops.ts';
import type { FrameArrives, Happening, MethodArrives, Simulation } from './simulation-state.ts';

export function flightsIn(of: History | Simulation, playheadMs: number): readonly Flight[] {
  const simulation = 'present' in of ? of.present : of;
  const isUnderWay = ({ departs, arrives }: Flight): boolean =>
    departs <= playheadMs && playheadMs < arrives;
  const scripted = simulation.scripted?.script.flightsOf(simulation) ?? [];
  return [...linkFlightsOf(simulation), ...hopsOf(simulation).flights, ...scripted].filter(
    isUnderWay,
  );
}

const known = new WeakMap<Agenda<Happening>, readonly Flight[]>();

/** Those between clients and the broker, in the order in which they departed. */
function linkFlightsOf(simulation: Simulation): readonly Flight[] {
  const { agenda } = simulation;
  let flights = known.get(agenda);
  if (flights === undefined) {
    flights = allEntries(agenda)
      .filter(({ happening: { type } }) => type === 'method.arrives' || type === 'frame.arrives')
      .sort((one, other) => one.number - other.number)
      .map((entry) => linkFlight(simulation, entry))
      .filter((flight) => flight !== null);
    known.set(agenda, flights);
  }
  return flights;
}

type Drawn = Pick<Flight, 'message' | 'routingKey' | 'kind'> & {
  /** The end that is not the client. */
  readonly node: string;
  readonly departs?: number;
};

function linkFlight(
  simulation: Simulation,
  { at, number, happening }: Entry<Happening>,
): Flight | null {
  if (happening.type !== 'method.arrives' && happening.type !== 'frame.arrives') return null;
  const client = simulation.clients.get(happening.client);
  if (client === undefined) return null;
  const isOutward = happening.type === 'method.arrives';
  const drawn = isOutward
    ? drawMethod(simulation, client, happening)
    : drawFrame(simulation, client, happening, at);
  if (drawn === null || at <= happening.departedAt) return null;
  const { node, message, routingKey, kind, departs = happening.departedAt } = drawn;
  const own = nodeKeyOf('client', client.spec.name);
  const [from, to] = isOutward ? [own, node] : [node, own];
  return {
    id: `link ${number}`,
    message,
    routingKey,
    from,
    to,
    via: null,
    departs,
    arrives: at,
    kind,
  };
}

function drawMethod(
  { broker }: Simulation,
  client: ClientState,
  { method, message, isReply, session }: MethodArrives,
): Drawn | null {
  if (session <= client.severedSession) return null;
  const vhost = vhostOf(client);
  switch (method.type) {
    case 'basic.publish': {
      if (message === null) return null;
      const { exchange, routingKey } = method;
      const asking = askingClient(broker, exchange, routingKey);
      const node = asking ?? entranceOf(vhost, exchange, routingKey);
      const kind = isReply || asking !== null ? 'reply' : 'publish';
      return { node, message, routingKey, kind };
    }
    case 'basic.ack':
    case 'basic.nack':
    case 'basic.reject': {
      const unacked = broker.channels.get(method.channel)?.unacked.get(method.deliveryTag);
      if (unacked === undefined) return null;
      const { id, routingKey } = unacked.queued.message;
      return {
        node: nodeKeyOf('queue', unacked.queue, vhost),
        message: id,
        routingKey,
        kind: 'ack',
      };
    }
    default:
      return null;
  }
}

function drawFrame(
  simulation: Simulation,
  client: ClientState,
  { frame, session, departedAt }: FrameArrives,
  arrives: number,
): Drawn | null {
  const isConnected = client.status === 'running' || client.status === 'connecting';
  if (!isConnected || session !== client.session) return null;
  const vhost = vhostOf(client);
  switch (frame.type) {
    case 'basic.deliver': {
      const { message, routingKey } = frame;
      const queue = queueOfConsumer(client, frame.channel);
      if (queue === null) return null;
      const seenAt = hopsOf(simulation).seenInQueue.get(copyKey(message, vhost, queue)) ?? 0;
      const departs = Math.min(Math.max(departedAt, seenAt), arrives);
      return {
        node: nodeKeyOf('queue', queue, vhost),
        message,
        routingKey,
        kind: 'deliver',
        departs,
      };
    }
    case 'basic.return': {
      const { exchange, routingKey, message } = frame;
      return { node: entranceOf(vhost, exchange, routingKey), message, routingKey, kind: 'return' };
    }
    case 'basic.ack':
    case 'basic.nack':
      return drawConfirm(client, vhost, frame);
    default:
      return null;
  }
}

function drawConfirm(
  { publishers }: ClientState,
  vhost: VhostName,
  { channel, deliveryTag }: Extract<Frame, { type: 'basic.ack' | 'basic.nack' }>,
): Drawn | null {
  const confirmed = publishers
    .find((publisher) => publisher.channel === channel)
    ?.unconfirmed.find(({ sequence }) => sequence === deliveryTag);
  if (confirmed === undefined) return null;
  const { content, message, routingKey } = confirmed;
  const node = entranceOf(vhost, content.exchange, routingKey);
  return { node, message: message satisfies MessageId, routingKey, kind: 'confirm' };
}

/** Who publishes to the default exchange is drawn to publish to the queue. */
export const entranceOf = (vhost: VhostName, exchange: string, routingKey: string): string =>
  exchange === '' ? nodeKeyOf('queue', routingKey, vhost) : nodeKeyOf('exchange', exchange, vhost);

/** The client that waits for such an answer without a queue; null for what is no answer. */
export function askingClient(broker: Broker, exchange: string, routingKey: string): string | null {
  const channel = exchange === '' ? broker.replyAddresses.get(routingKey) : undefined;
  return channel === undefined ? null : nodeKeyOf('client', clientOfChannel(channel));
}

const vhostOf = ({ spec }: ClientState): VhostName => spec.vhost as VhostName;

function queueOfConsumer(
  { consumers, spec }: ClientState,
  channel: ChannelId | null,
): QueueName | null {
  const index = consumers.findIndex((consumer) => consumer.channel === channel);
  return (spec.consumers[index]?.queue ?? null) as QueueName | null;
}
