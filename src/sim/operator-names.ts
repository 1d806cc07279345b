/** Under which names the operator is known to the broker: a connection and channel for each vhost. */
import { defaultVhost } from '#engine';
import type { ChannelId, ConnectionId, UserName, VhostName } from '#engine';

const operator = 'operator';

/** No user of a document has no name, so no document can take its rights. */
export const operatorUser = '' as UserName;

export const operatorConnection = (vhost: VhostName): ConnectionId =>
  (vhost === defaultVhost ? operator : `${operator}:${vhost}`) as ConnectionId;

/** It has one channel on each connection, of the same name. */
export const operatorChannel = (vhost: VhostName): ChannelId =>
  operatorConnection(vhost) as string as ChannelId;

/** No client's connection begins so; see `connectionIdOf`. */
export const isOperator = (connection: ConnectionId): boolean => connection.startsWith(operator);

export const isOperatorsChannel = (channel: ChannelId): boolean => channel.startsWith(operator);
