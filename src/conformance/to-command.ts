/** A step of a case as the engine's command: AMQP's own fields, with those that must be there. */
import type { ClientMethod, Command, OperatorCommand } from '#engine';
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
  const fields = Object.fromEntries(Object.entries(step).filter(([key]) => !ownKeys.includes(key)));
  if (isOperatorOp(op)) return operatorCommand(op, fields);
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

/** Recordings write tags as RabbitMQ's tools take them: in one text, with commas. */
function operatorCommand(op: string, fields: Readonly<Record<string, unknown>>): Command {
  const tags = String(fields['tags'] ?? '')
    .split(',')
    .filter((tag) => tag !== '');
  const command = { ...fields, ...(op === 'user.set' ? { tags } : {}), type: op };
  return command as unknown as OperatorCommand;
}

/** What is not asked on a connection. */
export const isOperatorOp = (op: string): boolean =>
  /^(user|permissions|topic-permissions|policy|operator-policy|vhost-limit|vhost|broker)\./.test(
    op,
  );

/** Whether the engine has such a method at all. */
export const isEngineOp = (op: string): boolean =>
  isOperatorOp(op) ||
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
  ].includes(op);
