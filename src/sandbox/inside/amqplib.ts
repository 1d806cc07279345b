/**
 * amqplib of npm with both of its faces. It sends one request at a time and keeps the others until it
 * is answered: then the line that asked is long gone from the stack, so it is remembered here.
 */
import { Channel } from 'amqplib-internals/channel.js';
import { here, onBehalfOf } from 'warren:places';

interface Sending {
  allocate: (this: Sending) => unknown;
  sendOrEnqueue: (this: Sending, method: number, fields: object, reply: unknown) => unknown;
  sendImmediately: (this: Sending, method: number, fields: object) => unknown;
}

const channel = Channel.prototype as Sending;
const { allocate, sendOrEnqueue, sendImmediately } = channel;
const askedAt = new WeakMap<object, string>();
/** A channel opens itself in several steps, and only the first is taken while the program waits. */
const begunAt = new WeakMap<object, string>();

channel.allocate = function () {
  begunAt.set(this, here());
  return allocate.call(this);
};

channel.sendOrEnqueue = function (method, fields, reply) {
  askedAt.set(fields, here() || (begunAt.get(this) ?? ''));
  return sendOrEnqueue.call(this, method, fields, reply);
};

channel.sendImmediately = function (method, fields) {
  const place = askedAt.get(fields) ?? here();
  return onBehalfOf(place, () => sendImmediately.call(this, method, fields));
};

export { default as promises } from 'amqplib';
export { default as callbacks } from 'amqplib/callback_api';
