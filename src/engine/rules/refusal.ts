/**
 * What a refused method brings about: its channel is closed, or its connection where the error is a
 * hard one, and the client is told why.
 *
 * https://www.rabbitmq.com/docs/channels#error-handling
 */
import type { Channel } from '../broker.ts';
import type { ConnectionId } from '../names.ts';
import type { ProtocolError } from '../protocol-error.ts';
import type { Transaction } from '../transaction.ts';
import { closeChannel } from './channel-closing.ts';
import { closeConnection } from './connection-closing.ts';

/** The method's class and number in the AMQP specification; a refusal names them. */
export type MethodId = readonly [classId: number, methodId: number];

/** Who sent a method; `channel` is null for what concerns the connection as a whole. */
export interface Sender {
  readonly connection: ConnectionId;
  readonly channel: Channel | null;
}

export function closeByRefusal(
  tx: Transaction,
  { connection, channel }: Sender,
  { method, id }: { readonly method: string; readonly id: MethodId },
  { replyCode, message: replyText, closes, isAtLogin }: ProtocolError,
): void {
  // What fails by itself names no method, and a login comes before the first.
  const [classId, methodId] = replyCode === 541 || isAtLogin ? [0, 0] : id;
  const closing = { replyCode, replyText, classId, methodId };
  const told = { method, replyCode, replyText, connection, channel: channel?.id ?? null };
  tx.record({ type: 'method.refused', ...told });
  if (closes === 'channel' && channel !== null) {
    tx.send(channel, { type: 'channel.close', ...closing });
    closeChannel(tx, channel.id);
    return;
  }
  tx.sendOnConnection(connection, { type: 'connection.close', ...closing });
  if (tx.broker.connections.has(connection)) closeConnection(tx, connection, 'error');
}
