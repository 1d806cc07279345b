/**
 * @cloudamqp/amqp-client of npm. Its requests wait for a promise before they are sent, so the line that
 * asked is remembered with the bytes.
 */
import { AMQPChannel } from '@cloudamqp/amqp-client';
import { here, rememberPlace } from 'warren:places';

interface Frame {
  toUint8Array: () => Uint8Array;
}
interface Requesting {
  sendRpc: (this: Requesting, frame: Frame) => unknown;
}

const channel = AMQPChannel.prototype as unknown as Requesting;
const { sendRpc } = channel;

channel.sendRpc = function (frame) {
  const place = here();
  const bytes = frame.toUint8Array();
  rememberPlace(bytes, place);
  frame.toUint8Array = () => bytes;
  return sendRpc.call(this, frame);
};

export * as everything from '@cloudamqp/amqp-client';
export * as overSocket from '@cloudamqp/amqp-client/amqp-socket-client';
export * as overWebSocket from '@cloudamqp/amqp-client/amqp-websocket-client';
