/** A method of AMQP that a request over HTTP comes down to, and how its refusal is told. */
import type { Call } from './call.ts';
import { vhostOf } from './call.ts';
import { Refused, withChannel, withoutConnectionLimit } from './hidden-channel.ts';
import type { Ask, Method } from './hidden-channel.ts';
import { badRequest, notAuthorised, notFound } from './reply.ts';

const accessRefused = () => notAuthorised('Access refused.');

/** Declares, binds, deletes and the like. */
export function directRequest(call: Call, method: Method): void {
  const vhost = vhostOf(call);
  const { node, user } = call;
  try {
    withoutConnectionLimit(node.running, vhost, () =>
      withChannel(node.running, user.name, vhost, (ask) => ask(method)),
    );
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.replyCode === 404) throw notFound(error.explanation);
    if (error.replyCode === 403 || error.replyCode === 530) throw accessRefused();
    throw badRequest(error.explanation);
  }
}

/** What ends the connection is told without the name of its code. */
export const refusedFor = ({ replyCode, replyText, explanation, isOfConnection }: Refused) =>
  badRequest(`${replyCode} ${isOfConnection ? explanation : replyText}`);

/** Publishes, gets and the like, which RabbitMQ does on a connection too. */
export function onChannel<Result>(call: Call, act: (ask: Ask) => Result): Result {
  try {
    return withChannel(call.node.running, call.user.name, vhostOf(call), act);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.replyCode === 404) throw notFound(error.replyText);
    if (error.replyCode === 403) throw notAuthorised(error.replyText);
    if (error.replyCode === 530) throw accessRefused();
    throw refusedFor(error);
  }
}
