/** What connections and channels are called: by who connects to whom, and by number. */
import { nodeName } from '#engine';
import type { ChannelId, ConnectionId } from '#engine';
import type { BrokerNode, ConnectedClient } from '../broker-node.ts';
import type { Fields } from '../json.ts';

/** https://www.rabbitmq.com/docs/connections#monitoring */
export const nameOfClient = ({ peer, local }: ConnectedClient): string =>
  `${plainHost(peer.host)}:${peer.port} -> ${plainHost(local.host)}:${local.port}`;

/** IPv4 in the clothes of IPv6 is IPv4. */
export const plainHost = (host: string): string => host.replace(/^::ffff:/, '');

/** One that is not there any more is called by its id. */
function connectionName({ running }: BrokerNode, id: ConnectionId): string {
  const client = running.connections.get(id);
  return client === undefined ? id : nameOfClient(client);
}

export function connectionDetails(node: BrokerNode, id: ConnectionId): Fields {
  const client = node.running.connections.get(id);
  return {
    name: connectionName(node, id),
    ...(client === undefined
      ? {}
      : { peer_host: plainHost(client.peer.host), peer_port: client.peer.port }),
  };
}

export function channelName(node: BrokerNode, id: ChannelId): string {
  const channel = node.running.broker.channels.get(id);
  return channel === undefined
    ? id
    : `${connectionName(node, channel.connection)} (${numberOf(id, channel.number)})`;
}

/** Clients choose the numbers of their channels, which then end their ids. */
export function numberOf(id: ChannelId, otherwise: number): number {
  const [, number] = /\/(\d+)$/.exec(id) ?? [];
  return number === undefined ? otherwise : Number(number);
}

export function channelDetails(node: BrokerNode, id: ChannelId): Fields {
  const channel = node.running.broker.channels.get(id);
  if (channel === undefined) return { name: id };
  const { connection: connectionId, number } = channel;
  const { name, ...peer } = connectionDetails(node, connectionId);
  return {
    connection_name: name ?? '',
    name: channelName(node, id),
    node: nodeName,
    number: numberOf(id, number),
    ...peer,
    user: node.running.broker.connections.get(connectionId)?.user ?? '',
  };
}
