/**
 * How a connection ends, politely or not: its channels close, and its exclusive queues are deleted.
 *
 * https://www.rabbitmq.com/docs/connections#lifecycle
 */
import type { Connection } from '../broker.ts';
import type { FactBody } from '../event.ts';
import type { ConnectionId } from '../names.ts';
import type { Transaction } from '../transaction.ts';
import { closeChannel } from './channel-closing.ts';
import { deleteQueue } from './queue-deletion.ts';

type Cause = Extract<FactBody, { type: 'connection.closed' }>['cause'];

/** What a broker says to a client that it gets rid of by itself; nothing where it does not. */
const explanations: { readonly [Forced in Cause]?: (connection: Connection) => string } = {
  restart: () => "broker forced connection closure with reason 'shutdown'",
  'user-deleted': ({ user }) => `user '${user}' is deleted`,
  'vhost-deleted': ({ vhost }) => `vhost '${vhost}' is deleted`,
};

export function closeConnection(tx: Transaction, id: ConnectionId, cause: Cause): void {
  for (const channel of tx.connection(id).channels) closeChannel(tx, channel);
  const connection = tx.connection(id);
  const { vhost, exclusiveQueues } = connection;
  for (const name of exclusiveQueues) {
    if (tx.queue(vhost, name) !== undefined) deleteQueue(tx, { vhost, name });
  }
  const explanation = explanations[cause]?.(connection);
  if (explanation !== undefined) {
    const replyText = `CONNECTION_FORCED - ${explanation}`;
    const closing = { replyCode: 320, replyText, classId: 0, methodId: 0 };
    tx.sendOnConnection(id, { type: 'connection.close', ...closing });
  }
  tx.broker.connections = tx.broker.connections.delete(id);
  tx.record({ type: 'connection.closed', connection: id, cause });
}
