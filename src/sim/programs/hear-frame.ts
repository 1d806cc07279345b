/** A frame reaches a program: it is kept for whoever runs it, and what can be seen of it is shown. */
import type { ChannelId, Frame } from '#engine';
import type { ClientState } from '../clients/client-state.ts';
import { fetchTag, withDelivery, withNewConsumer } from '../clients/shown-parts.ts';
import type { Moment } from '../moment.ts';
import type { HeardByProgram } from '../programs.ts';
import { consumerInBroker } from '../script/scripted-client.ts';
import type { FrameArrives } from '../simulation-state.ts';
import {
  answeredFor,
  indexOfConsumer,
  messageOfPublish,
  withoutChannel,
  withoutConnection,
  withoutConsumer,
} from './program-client.ts';

export function hearFrame(moment: Moment, { client: name, session, frame }: FrameArrives): void {
  const client = moment.client(name);
  if (client === undefined || client.status === 'stopped' || session !== client.session) return;
  // What was on its way when its connection was cut is lost.
  if (client.program?.connections.includes(frame.connection) !== true && !isFarewell(frame)) return;
  noteFrame(moment, client, frame);
  moment.putClient(shown(moment, client, frame));
  keepHeard(moment, { type: 'frame', client: name, session, frame });
}

/** The answer to a goodbye reaches a program that has taken its leave of the connection already. */
const isFarewell = ({ type }: Frame): boolean => type === 'connection.close-ok';

export function keepHeard(moment: Moment, heard: HeardByProgram): void {
  const { programs } = moment.simulation;
  if (programs !== null)
    moment.edit().programs = { ...programs, heard: [...programs.heard, heard] };
}

function noteFrame(moment: Moment, client: ClientState, frame: Frame): void {
  const { name } = client.spec;
  switch (frame.type) {
    case 'connection.open-ok':
      moment.note({ type: 'client.connected', client: name });
      break;
    case 'channel.close':
    case 'connection.close': {
      const { type, replyCode, replyText } = frame;
      moment.note({ type, client: name, replyCode, replyText, retriesInMs: null });
      break;
    }
    case 'basic.cancel': {
      const { type, consumerTag } = frame;
      moment.note({ type, client: name, consumerTag, retriesInMs: null });
      break;
    }
    case 'basic.return': {
      const { type, message, replyText } = frame;
      moment.note({ type, client: name, message, replyText, retriesInMs: null });
      break;
    }
    case 'basic.nack': {
      const message = messageOfPublish(client, frame.channel as ChannelId, frame.deliveryTag);
      if (message !== null)
        moment.note({
          type: frame.type,
          client: name,
          message,
          replyText: null,
          retriesInMs: null,
        });
      break;
    }
    default:
  }
}

/** The client as it can be seen once it has heard that. */
function shown(moment: Moment, client: ClientState, frame: Frame): ClientState {
  if (frame.channel === null) return shownConnection(moment, client, frame);
  const { channel } = frame;
  const { broker } = moment;
  switch (frame.type) {
    case 'channel.close':
      return { ...withoutChannel(client, channel), lastError: frame.replyText };
    case 'basic.ack':
    case 'basic.nack':
      return answeredFor(client, channel, frame.deliveryTag);
    case 'basic.consume-ok': {
      const known = broker.channels.get(channel);
      const tag = frame.consumerTag;
      const parts = known === undefined ? null : consumerInBroker(broker, known, tag);
      if (parts === null || indexOfConsumer(client, channel, tag) !== -1) return client;
      return withNewConsumer(client, channel, tag, parts);
    }
    case 'basic.cancel-ok':
    case 'basic.cancel':
      return withoutConsumer(client, channel, frame.consumerTag);
    case 'basic.deliver': {
      const index = indexOfConsumer(client, channel, frame.consumerTag);
      const isSettled = client.spec.consumers[index]?.acknowledgement === 'automatic';
      return isSettled ? client : withDelivery(client, index, frame, moment.at);
    }
    case 'basic.get-ok': {
      const unacked = broker.channels.get(channel)?.unacked.get(frame.deliveryTag);
      if (unacked === undefined) return client;
      const index = indexOfConsumer(client, channel, fetchTag(unacked.queue));
      return withDelivery(client, index, frame, moment.at);
    }
    default:
      return client;
  }
}

function shownConnection(moment: Moment, client: ClientState, frame: Frame): ClientState {
  const { connection } = frame;
  switch (frame.type) {
    case 'connection.open-ok': {
      const opened = moment.broker.connections.get(connection);
      if (opened === undefined) return client;
      const { spec } = client;
      const isSame = spec.vhost === opened.vhost && spec.user === opened.user;
      const next = isSame ? spec : { ...spec, vhost: opened.vhost, user: opened.user };
      return { ...client, spec: next, connection, lastError: null };
    }
    case 'connection.close':
      return { ...withoutConnection(client, connection), lastError: frame.replyText };
    default:
      return client;
  }
}
