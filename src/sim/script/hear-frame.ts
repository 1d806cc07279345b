/** What a frame tells a script's client, as far as it can be seen of it. */
import type { Broker, ChannelId, Frame, Instant } from '#engine';
import type { ClientState } from '../clients/client-state.ts';
import {
  consumerInBroker,
  ended,
  fetched,
  fetchedFrom,
  opened,
  withConsumer,
  withHeld,
  withoutUnconfirmed,
} from './scripted-client.ts';

/** `broker` is as it is after what the frame answers. */
export function hearFrame(
  client: ClientState,
  broker: Broker,
  frame: Frame,
  at: Instant,
): ClientState {
  const id = client.spec.name as ChannelId;
  const channel = broker.channels.get(id);
  switch (frame.type) {
    case 'channel.open-ok':
      return channel === undefined ? client : opened(client, channel, broker);
    case 'channel.close':
    case 'connection.close':
      return {
        ...ended(client, frame.type === 'channel.close' ? 'running' : 'disconnected'),
        lastError: frame.replyText,
      };
    case 'basic.ack':
    case 'basic.nack':
      return withoutUnconfirmed(client, frame.deliveryTag);
    case 'basic.consume-ok':
    case 'basic.deliver': {
      const tag = frame.consumerTag;
      const known = channel === undefined ? null : consumerInBroker(broker, channel, tag);
      const ready = known === null ? client : withConsumer(client, id, tag, known);
      if (frame.type === 'basic.consume-ok' || channel?.unacked.has(frame.deliveryTag) !== true)
        return ready;
      return withHeld(ready, tag, frame, at);
    }
    case 'basic.get-empty':
      return fetched(client);
    case 'basic.get-ok': {
      const tag = fetchedFrom(client)?.tag;
      const isHeld = tag !== undefined && channel?.unacked.has(frame.deliveryTag) === true;
      return isHeld ? withHeld(fetched(client), tag, frame, at) : fetched(client);
    }
    default:
      return client;
  }
}
