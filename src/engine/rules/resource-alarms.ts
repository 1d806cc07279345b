/**
 * Memory and disk alarms: while one is on, RabbitMQ stops reading from every connection that
 * publishes. It notices that at the first publish, which therefore waits with all that the connection
 * sends after it; they are carried out in their order when the last alarm is off. Who only consumes is
 * not blocked, and a blocked connection still gets deliveries, only its acknowledgements wait.
 *
 * What has been sent and not been read lies in the buffers of the network, which are not without
 * limit: a client that fills them gets stuck, and is cut off here.
 *
 * https://www.rabbitmq.com/docs/alarms and https://www.rabbitmq.com/docs/connection-blocked
 */
import { Fifo } from '#base';
import type { Alarm, Broker, Connection, HeldMethod } from '../broker.ts';
import type { ClientMethod } from '../command.ts';
import type { ConnectionId, MessageId } from '../names.ts';
import type { Transaction } from '../transaction.ts';
import { closeConnection } from './connection-closing.ts';

const heldMax = 10_000;

const noneHeld: Fifo<HeldMethod> = Fifo.empty();

/** Whether a method has to wait; to be asked only while there is an alarm. */
export function isHeld(tx: Transaction, method: ClientMethod, id: ConnectionId): boolean {
  const connection = tx.broker.connections.get(id);
  if (connection === undefined) return false;
  // A client that goes may go; what it has sent before is lost with it.
  if (method.type === 'connection.close' || method.type === 'connection.drop') return false;
  if (connection.held === null) {
    if (method.type !== 'basic.publish') return false;
    block(tx, id);
  }
  hold(tx, id, method);
  return true;
}

function block(tx: Transaction, id: ConnectionId): void {
  tx.editConnection(id).held = noneHeld;
  const reason = `low on ${tx.broker.alarms.join(' & ')}`;
  tx.sendOnConnection(id, { type: 'connection.blocked', reason });
  tx.record({ type: 'connection.blocked', connection: id });
}

function hold(tx: Transaction, id: ConnectionId, method: ClientMethod): void {
  const connection = tx.editConnection(id);
  const held = connection.held ?? noneHeld;
  if (held.size >= heldMax) {
    closeConnection(tx, id, 'dropped');
    return;
  }
  const { lastMessageId } = tx.broker;
  connection.held = held.push({ method, lastMessageId });
  if (method.type === 'basic.publish') {
    tx.broker.lastMessageId = (lastMessageId + 1) as MessageId;
  }
}

export function raiseAlarm(tx: Transaction, alarm: Alarm): void {
  const { alarms } = tx.broker;
  if (alarms.includes(alarm)) return;
  // In the order in which RabbitMQ names them.
  tx.broker.alarms = (['memory', 'disk'] as const).filter(
    (name) => name === alarm || alarms.includes(name),
  );
  tx.record({ type: 'alarm.raised', alarm });
}

/** What was held becomes free with the last alarm; see `carryOutHeld` in apply.ts. */
export function clearAlarm(tx: Transaction, alarm: Alarm): void {
  const { alarms } = tx.broker;
  if (!alarms.includes(alarm)) return;
  tx.broker.alarms = alarms.filter((name) => name !== alarm);
  tx.record({ type: 'alarm.cleared', alarm });
}

/** Connections that are still blocked although there is no alarm, in the order of their names. */
export const blockedInVain = ({ alarms, connections }: Broker): readonly Connection[] =>
  alarms.length > 0
    ? []
    : [...connections.values()]
        .filter(({ held }) => held !== null)
        .sort(({ id: one }, { id: other }) => (one < other ? -1 : 1));

/** Answers what it held, the oldest first. */
export function unblock(tx: Transaction, { id, held }: Connection): readonly HeldMethod[] {
  tx.editConnection(id).held = null;
  tx.sendOnConnection(id, { type: 'connection.unblocked' });
  tx.record({ type: 'connection.unblocked', connection: id });
  return [...(held ?? [])];
}
