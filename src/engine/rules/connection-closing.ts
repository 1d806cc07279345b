/**
 * How a connection ends, politely or not: its channels close, and its exclusive queues are deleted.
 *
 * https://www.rabbitmq.com/docs/connections#lifecycle
 */
import type { FactBody } from '../event.ts';
import type { ConnectionId } from '../names.ts';
import type { Transaction } from '../transaction.ts';
import { closeChannel } from './channel-closing.ts';
import { deleteQueue } from './queue-deletion.ts';

/** What a broker says to its clients when it is stopped. */
const forcedClosure = {
  type: 'connection.close',
  replyCode: 320,
  replyText: "CONNECTION_FORCED - broker forced connection closure with reason 'shutdown'",
  classId: 0,
  methodId: 0,
} as const;

type Cause = Extract<FactBody, { type: 'connection.closed' }>['cause'];

export function closeConnection(tx: Transaction, id: ConnectionId, cause: Cause): void {
  for (const channel of tx.connection(id).channels) closeChannel(tx, channel);
  const { vhost, exclusiveQueues } = tx.connection(id);
  for (const name of exclusiveQueues) {
    if (tx.queue(vhost, name) !== undefined) deleteQueue(tx, { vhost, name });
  }
  if (cause === 'restart') tx.sendOnConnection(id, { ...forcedClosure });
  tx.broker.connections = tx.broker.connections.delete(id);
  tx.record({ type: 'connection.closed', connection: id, cause });
}
