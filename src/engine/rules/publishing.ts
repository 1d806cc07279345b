/**
 * What becomes of a published message: it is routed, and a copy enters each queue it reaches. One that
 * reaches none is gone, or comes back if its publisher had asked for that.
 *
 * https://www.rabbitmq.com/docs/publishers#unroutable
 */
import type { Channel, Exchange, Queue } from '../broker.ts';
import { route } from '../exchanges/route.ts';
import type { Message } from '../message.ts';
import type { PublishSequence } from '../names.ts';
import { queueTypeOf } from '../queue-types/index.ts';
import type { Transaction } from '../transaction.ts';
import { tracePublish } from './firehose.ts';
import { isHeldBack, keepMessage } from './keeping.ts';
import { confirmPublish } from './publisher-confirms.ts';

export interface Publishing {
  readonly channel: Channel;
  readonly message: Message;
  readonly mandatory: boolean;
  readonly sequence: PublishSequence | null;
  /** It has gone straight to the channel that had asked; as far as queues go, it reaches none. */
  readonly isAnswered?: boolean;
}

/** Answers whether every queue that it reached has taken it. */
export function deliverPublish(
  tx: Transaction,
  exchange: Exchange,
  { channel, message, mandatory, sequence, isAnswered = false }: Publishing,
): boolean {
  const { vhost } = channel;
  const { queues, hops, kept } = route(tx.vhost(vhost), exchange, message, tx.broker.profile);
  if (tx.broker.tracedVhosts.length > 0) tracePublish(tx, channel, message, queues);
  let isAccepted = true;
  if (queues.length === 0) {
    if (!isAnswered && !isHeldBack(kept)) {
      tx.record({
        type: 'message.unroutable',
        message: message.id,
        vhost,
        exchange: exchange.name,
      });
    }
    if (mandatory) returnMessage(tx, channel, message);
  } else {
    tx.record({
      kind: 'fact',
      type: 'message.routed',
      message: message.id,
      vhost,
      exchange: exchange.name,
      queues,
      hops,
    });
    for (const name of queues) {
      const queue = tx.editQueue({ vhost, name });
      const isTaken = queueTypeOf(queue).enqueue(tx, queue, message, channel.id);
      if (!isTaken && tellsRefusal(queue, channel)) isAccepted = false;
    }
  }
  if (kept !== null) keepMessage(tx, vhost, message, kept);
  if (sequence !== null) {
    confirmPublish(tx, tx.channel(channel.id), sequence, message.id, isAccepted);
  }
  return isAccepted;
}

/** In a transaction nobody hears that a quorum queue has refused. */
const tellsRefusal = ({ type }: Queue, { transaction }: Channel): boolean =>
  type !== 'quorum' || transaction === null;

function returnMessage(tx: Transaction, channel: Channel, message: Message): void {
  const { id, exchange, routingKey, properties, body } = message;
  const { vhost } = channel;
  tx.record({ type: 'message.returned', message: id, vhost, exchange, channel: channel.id });
  tx.send(channel, {
    type: 'basic.return',
    replyCode: 312,
    replyText: 'NO_ROUTE',
    exchange,
    routingKey,
    properties,
    body,
    message: id,
  });
}
