/**
 * The methods a broker understands. The file that handles `queue.declare` is queue/declare.ts, and
 * so for all of them; a command without a row here does not compile.
 *
 * A handler of a channel's method is given the channel as it was when the method arrived: what it
 * wants to change it asks the transaction for.
 */
import type { Channel } from '../broker.ts';
import type { ChannelMethod, ConnectionMethod } from '../command.ts';
import type { MethodId } from '../rules/refusal.ts';
import type { Transaction } from '../transaction.ts';
import { basicAck } from './basic/ack.ts';
import { basicCancel } from './basic/cancel.ts';
import { basicConsume } from './basic/consume.ts';
import { basicGet } from './basic/get.ts';
import { basicNack } from './basic/nack.ts';
import { basicPublish } from './basic/publish.ts';
import { basicQos } from './basic/qos.ts';
import { basicRecover } from './basic/recover.ts';
import { basicReject } from './basic/reject.ts';
import { channelClose } from './channel/close.ts';
import { channelFlow } from './channel/flow.ts';
import { channelOpen } from './channel/open.ts';
import { confirmSelect } from './confirm/select.ts';
import { connectionClose } from './connection/close.ts';
import { connectionDrop } from './connection/drop.ts';
import { connectionOpen } from './connection/open.ts';
import { exchangeBind } from './exchange/bind.ts';
import { exchangeDeclare } from './exchange/declare.ts';
import { exchangeDelete } from './exchange/delete.ts';
import { exchangeUnbind } from './exchange/unbind.ts';
import { queueBind } from './queue/bind.ts';
import { queueDeclare } from './queue/declare.ts';
import { queueDelete } from './queue/delete.ts';
import { queuePurge } from './queue/purge.ts';
import { queueUnbind } from './queue/unbind.ts';
import { commitId, txCommit } from './tx/commit.ts';
import { txRollback } from './tx/rollback.ts';
import { txSelect } from './tx/select.ts';

interface Row<Method, Rest extends readonly unknown[]> {
  readonly handle: (tx: Transaction, method: Method, ...rest: Rest) => void;
  readonly id: MethodId;
}

type ConnectionMethods = {
  readonly [Type in ConnectionMethod['type']]: Row<Extract<ConnectionMethod, { type: Type }>, []>;
};

type ChannelMethods = {
  readonly [Type in ChannelMethod['type']]: Row<
    Extract<ChannelMethod, { type: Type }>,
    [channel: Channel]
  >;
};

export const connectionMethods: ConnectionMethods = {
  'connection.open': { handle: connectionOpen, id: [10, 40] },
  'connection.close': { handle: connectionClose, id: [10, 50] },
  'connection.drop': { handle: connectionDrop, id: [10, 50] },
  'channel.open': { handle: channelOpen, id: [20, 10] },
};

export const channelMethods: ChannelMethods = {
  'channel.flow': { handle: channelFlow, id: [20, 20] },
  'channel.close': { handle: channelClose, id: [20, 40] },
  'exchange.declare': { handle: exchangeDeclare, id: [40, 10] },
  'exchange.delete': { handle: exchangeDelete, id: [40, 20] },
  'exchange.bind': { handle: exchangeBind, id: [40, 30] },
  'exchange.unbind': { handle: exchangeUnbind, id: [40, 40] },
  'queue.declare': { handle: queueDeclare, id: [50, 10] },
  'queue.bind': { handle: queueBind, id: [50, 20] },
  'queue.purge': { handle: queuePurge, id: [50, 30] },
  'queue.delete': { handle: queueDelete, id: [50, 40] },
  'queue.unbind': { handle: queueUnbind, id: [50, 50] },
  'basic.qos': { handle: basicQos, id: [60, 10] },
  'basic.consume': { handle: basicConsume, id: [60, 20] },
  'basic.cancel': { handle: basicCancel, id: [60, 30] },
  'basic.publish': { handle: basicPublish, id: [60, 40] },
  'basic.get': { handle: basicGet, id: [60, 70] },
  'basic.ack': { handle: basicAck, id: [60, 80] },
  'basic.reject': { handle: basicReject, id: [60, 90] },
  'basic.recover': { handle: basicRecover, id: [60, 110] },
  'basic.nack': { handle: basicNack, id: [60, 120] },
  'tx.select': { handle: txSelect, id: [90, 10] },
  'tx.commit': { handle: txCommit, id: commitId },
  'tx.rollback': { handle: txRollback, id: [90, 30] },
  'confirm.select': { handle: confirmSelect, id: [85, 10] },
};
