/**
 * What is seen on its way between the broker and a script's clients. The script is known ahead, so a
 * publish is seen to depart a moment before it happens; a delivery is seen to arrive a moment after.
 */
import type { Broker, ChannelId, Command, ConsumerTag, Frame, VhostName } from '#engine';
import { nodeKeyOf } from '#scenario';
import type { ClientState } from '../clients/client-state.ts';
import type { Flight } from '../flight.ts';
import { askingClient, entranceOf } from '../flights.ts';
import type { Moment } from '../moment.ts';
import type { Simulation } from '../simulation-state.ts';
import { consumerInBroker, fetchedFrom } from './scripted-client.ts';
import type { ScriptedStep } from './command-script.ts';

/** More would lie on top of one another. */
const seenMax = 40;

/** What the next step of the script sends, where it is so near that it is on its way. */
export function departingFlights(
  simulation: Simulation,
  { at, commands }: ScriptedStep,
  index: number,
  travelMs: number,
): readonly Flight[] {
  if (at - simulation.now > travelMs) return [];
  const number = { message: simulation.lastMessageId };
  return commands.slice(0, seenMax).flatMap((command, order) =>
    drawCommand(simulation, command, number).map((drawn, copy) => ({
      ...drawn,
      id: `script ${index} ${order} ${copy}`,
      via: null,
      departs: at - travelMs,
      arrives: at,
    })),
  );
}

type Drawn = Pick<Flight, 'message' | 'routingKey' | 'from' | 'to' | 'kind'>;

function drawCommand(
  { broker, clients }: Simulation,
  command: Command,
  last: { message: Flight['message'] },
): readonly Drawn[] {
  if (!('channel' in command)) return [];
  const channel = broker.channels.get(command.channel);
  const own = clientKey(command.channel);
  if (channel === undefined || !clients.get(command.channel)) return [];
  switch (command.type) {
    case 'basic.publish': {
      last.message = (last.message + 1) as Flight['message'];
      const { exchange, routingKey } = command;
      const asking = askingClient(broker, exchange, routingKey);
      const to = asking ?? entranceOf(channel.vhost, exchange, routingKey);
      const kind = asking === null ? 'publish' : 'reply';
      return [{ message: last.message, routingKey, from: own, to, kind }];
    }
    case 'basic.ack':
    case 'basic.nack':
    case 'basic.reject': {
      const isMultiple = command.type !== 'basic.reject' && command.multiple === true;
      const { deliveryTag } = command;
      return [...channel.unacked.values()]
        .filter(({ tag }) =>
          isMultiple ? deliveryTag === 0 || tag <= deliveryTag : tag === deliveryTag,
        )
        .slice(0, seenMax)
        .map(({ queued: { message }, queue }) => ({
          message: message.id,
          routingKey: message.routingKey,
          from: own,
          to: nodeKeyOf('queue', queue, channel.vhost),
          kind: 'ack',
        }));
    }
    default:
      return [];
  }
}

/** What a frame is seen as on its way to a client of the script; null where it is not seen. */
export function heardFlights(
  { at, broker, simulation }: Moment,
  client: ClientState,
  frame: Frame,
  travelMs: number,
): Flight | null {
  const drawn = drawFrame(client, frame, broker);
  if (drawn === null) return null;
  const id = `script heard ${simulation.stepCount} ${frame.channel} ${frame.type} ${drawn.number}`;
  const { message, routingKey, from, kind } = drawn;
  const to = clientKey(client.spec.name);
  return {
    id,
    message,
    routingKey,
    from,
    to,
    kind,
    via: null,
    departs: at,
    arrives: at + travelMs,
  };
}

type Heard = Pick<Flight, 'message' | 'routingKey' | 'from' | 'kind'> & { readonly number: number };

function drawFrame(client: ClientState, frame: Frame, broker: Broker): Heard | null {
  const vhost = client.spec.vhost as VhostName;
  switch (frame.type) {
    case 'basic.deliver':
    case 'basic.get-ok': {
      const queue =
        frame.type === 'basic.get-ok'
          ? fetchedFrom(client)?.queue
          : queueOfTag(client, broker, frame.consumerTag);
      if (queue === undefined) return null;
      const { message, routingKey, deliveryTag: number } = frame;
      return {
        message,
        routingKey,
        from: nodeKeyOf('queue', queue, vhost),
        kind: 'deliver',
        number,
      };
    }
    case 'basic.return': {
      const { message, routingKey, exchange } = frame;
      const from = entranceOf(vhost, exchange, routingKey);
      return { message, routingKey, from, kind: 'return', number: message };
    }
    case 'basic.ack':
    case 'basic.nack': {
      const { deliveryTag: number } = frame;
      const confirmed = client.publishers
        .flatMap(({ unconfirmed }) => unconfirmed)
        .find(({ sequence }) => sequence === number);
      if (confirmed === undefined) return null;
      const { message, routingKey, content } = confirmed;
      const from = entranceOf(vhost, content.exchange, routingKey);
      return { message, routingKey, from, kind: 'confirm', number };
    }
    default:
      return null;
  }
}

/** A delivery may be heard before the client shows the subscription, and after the broker has it. */
function queueOfTag(client: ClientState, broker: Broker, tag: ConsumerTag): string | undefined {
  const index = client.consumers.findIndex((state) => state.tag === tag);
  const shown = client.spec.consumers[index]?.queue;
  if (shown !== undefined) return shown;
  const channel = broker.channels.get(client.spec.name as ChannelId);
  return channel === undefined ? undefined : consumerInBroker(broker, channel, tag)?.queue;
}

const clientKey = (name: string): string => nodeKeyOf('client', name);
