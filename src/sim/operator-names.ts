/** Under which names the operator is known to the broker: a connection and channel for each vhost. */
import { defaultVhost } from '#engine';
import type { ChannelId, ConnectionId, VhostName } from '#engine';

const operator = 'operator';

export const operatorConnection = (vhost: VhostName): ConnectionId =>
  (vhost === defaultVhost ? operator : `${operator}:${vhost}`) as ConnectionId;

/** It has one channel on each connection, of the same name. */
export const operatorChannel = (vhost: VhostName): ChannelId =>
  operatorConnection(vhost) as string as ChannelId;

/** No client's connection begins so; see `connectionIdOf`. */
export const isOperator = (connection: ConnectionId): boolean => connection.startsWith(operator);

export const isOperatorsChannel = (channel: ChannelId): boolean => channel.startsWith(operator);
