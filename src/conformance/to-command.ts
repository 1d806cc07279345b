/** A step of a case as the engine's command: AMQP's own fields, with those that must be there. */
import type { ClientMethod, Command } from '#engine';
import type { Step } from './conformance-case.ts';

/** Keys of a step that are the recorder's and not the method's. */
const ownKeys = ['op', 'ch', 'conn', 'as', 'capture', 'note', 'settle', 'count', 'type'];

const defaults: Readonly<Record<string, object>> = {
  'basic.publish': { exchange: '', routingKey: '', body: '' },
  'exchange.declare': { exchangeType: 'direct', exchange: '' },
  'exchange.delete': { exchange: '' },
  'exchange.bind': { destination: '', source: '' },
  'exchange.unbind': { destination: '', source: '' },
  'queue.declare': { queue: '' },
  'queue.bind': { queue: '', exchange: '' },
  'queue.unbind': { queue: '', exchange: '' },
  'queue.purge': { queue: '' },
  'queue.delete': { queue: '' },
  'basic.consume': { queue: '' },
  'basic.get': { queue: '' },
  'basic.cancel': { consumerTag: '' },
  'basic.ack': { deliveryTag: 0 },
  'basic.nack': { deliveryTag: 0 },
  'basic.reject': { deliveryTag: 0 },
};

export function toCommand(step: Step): Command {
  const { op, ch = 'a', conn = 'main', type: exchangeType } = step;
  if (op === 'broker.restart') return { type: op };
  const fields = Object.fromEntries(Object.entries(step).filter(([key]) => !ownKeys.includes(key)));
  const isOnConnection = op.startsWith('connection.');
  const command = {
    ...defaults[op],
    ...fields,
    ...(op === 'exchange.declare' && exchangeType !== undefined ? { exchangeType } : {}),
    ...(isOnConnection ? {} : { channel: ch }),
    ...(isOnConnection || op === 'channel.open' ? { connection: conn } : {}),
    type: op,
  };
  return command as unknown as ClientMethod;
}

/** Whether the engine has such a method at all. */
export const isEngineOp = (op: string): boolean =>
  Object.hasOwn(defaults, op) ||
  [
    'basic.qos',
    'basic.recover',
    'confirm.select',
    'tx.select',
    'tx.commit',
    'tx.rollback',
    'channel.open',
    'channel.close',
    'connection.open',
    'connection.close',
    'connection.drop',
    'broker.restart',
  ].includes(op);
