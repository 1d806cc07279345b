/** What can be told about a connection while it lasts, in RabbitMQ's words. */
import type { FieldTable } from '#engine';

/**
 * `waiting` for the protocol header, `starting` until the login, `tuning` until sizes are agreed on,
 * `opening` until the virtual host is opened. `closing`: the broker has closed it and waits for the
 * client to say that it knows; `closed`: the client has closed it.
 */
export type ConnectionState =
  | 'waiting'
  | 'starting'
  | 'tuning'
  | 'opening'
  | 'running'
  | 'closing'
  | 'closed'
  | 'ended';

export interface ConnectionInfo {
  readonly state: ConnectionState;
  /** Null before the login. */
  readonly user: string | null;
  readonly mechanism: string | null;
  readonly clientProperties: FieldTable;
  /** Null before the client has named it. */
  readonly vhost: string | null;
  /** Numbers of the open channels. */
  readonly channels: readonly number[];
  readonly channelMax: number;
  readonly frameMax: number;
  /** As the client wants it; 0 for none. */
  readonly heartbeatSeconds: number;
  readonly receivedBytes: number;
  readonly sentBytes: number;
}
