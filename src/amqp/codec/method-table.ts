/** Every method of AMQP 0-9-1 with RabbitMQ's extensions: its numbers and its fields, in order. */

export type FieldType =
  | 'bit'
  | 'octet'
  | 'short'
  | 'long'
  | 'longlong'
  | 'shortstr'
  | 'longstr'
  | 'table';

export interface MethodShape {
  readonly name: string;
  readonly classId: number;
  readonly methodId: number;
  readonly fields: readonly (readonly [string, FieldType])[];
  /** RabbitMQ refuses short strings of it that are not UTF-8. */
  readonly isUtf8: boolean;
}

/** Names of fields stand after their type; `-` is a field that nobody uses. */
const lines = `
connection.start 10 10 octet:versionMajor octet:versionMinor table:serverProperties longstr:mechanisms longstr:locales
connection.start-ok 10 11 table:clientProperties shortstr:mechanism longstr:response shortstr:locale
connection.secure 10 20 longstr:challenge
connection.secure-ok 10 21 longstr:response
connection.tune 10 30 short:channelMax long:frameMax short:heartbeat
connection.tune-ok 10 31 short:channelMax long:frameMax short:heartbeat
connection.open 10 40 shortstr:virtualHost shortstr:- bit:-
connection.open-ok 10 41 shortstr:-
connection.close 10 50 short:replyCode shortstr:replyText short:classId short:methodId
connection.close-ok 10 51
connection.blocked 10 60 shortstr:reason
connection.unblocked 10 61
connection.update-secret 10 70 longstr:newSecret shortstr:reason
connection.update-secret-ok 10 71
channel.open 20 10 shortstr:-
channel.open-ok 20 11 longstr:channelId
channel.flow 20 20 bit:active
channel.flow-ok 20 21 bit:active
channel.close 20 40 short:replyCode shortstr:replyText short:classId short:methodId
channel.close-ok 20 41
access.request 30 10 shortstr:realm bit:exclusive bit:passive bit:active bit:write bit:read
access.request-ok 30 11 short:ticket
exchange.declare 40 10 short:- shortstr:exchange shortstr:type bit:passive bit:durable bit:autoDelete bit:internal bit:nowait table:arguments
exchange.declare-ok 40 11
exchange.delete 40 20 short:- shortstr:exchange bit:ifUnused bit:nowait
exchange.delete-ok 40 21
exchange.bind 40 30 short:- shortstr:destination shortstr:source shortstr:routingKey bit:nowait table:arguments
exchange.bind-ok 40 31
exchange.unbind 40 40 short:- shortstr:destination shortstr:source shortstr:routingKey bit:nowait table:arguments
exchange.unbind-ok 40 51
queue.declare 50 10 short:- shortstr:queue bit:passive bit:durable bit:exclusive bit:autoDelete bit:nowait table:arguments
queue.declare-ok 50 11 shortstr:queue long:messageCount long:consumerCount
queue.bind 50 20 short:- shortstr:queue shortstr:exchange shortstr:routingKey bit:nowait table:arguments
queue.bind-ok 50 21
queue.purge 50 30 short:- shortstr:queue bit:nowait
queue.purge-ok 50 31 long:messageCount
queue.delete 50 40 short:- shortstr:queue bit:ifUnused bit:ifEmpty bit:nowait
queue.delete-ok 50 41 long:messageCount
queue.unbind 50 50 short:- shortstr:queue shortstr:exchange shortstr:routingKey table:arguments
queue.unbind-ok 50 51
basic.qos 60 10 long:prefetchSize short:prefetchCount bit:global
basic.qos-ok 60 11
basic.consume 60 20 short:- shortstr:queue shortstr:consumerTag bit:noLocal bit:noAck bit:exclusive bit:nowait table:arguments
basic.consume-ok 60 21 shortstr:consumerTag
basic.cancel 60 30 shortstr:consumerTag bit:nowait
basic.cancel-ok 60 31 shortstr:consumerTag
basic.publish 60 40 short:- shortstr:exchange shortstr:routingKey bit:mandatory bit:immediate
basic.return 60 50 short:replyCode shortstr:replyText shortstr:exchange shortstr:routingKey
basic.deliver 60 60 shortstr:consumerTag longlong:deliveryTag bit:redelivered shortstr:exchange shortstr:routingKey
basic.get 60 70 short:- shortstr:queue bit:noAck
basic.get-ok 60 71 longlong:deliveryTag bit:redelivered shortstr:exchange shortstr:routingKey long:messageCount
basic.get-empty 60 72 shortstr:clusterId
basic.ack 60 80 longlong:deliveryTag bit:multiple
basic.reject 60 90 longlong:deliveryTag bit:requeue
basic.recover-async 60 100 bit:requeue
basic.recover 60 110 bit:requeue
basic.recover-ok 60 111
basic.nack 60 120 longlong:deliveryTag bit:multiple bit:requeue
basic.credit 60 200 shortstr:consumerTag long:credit bit:drain
basic.credit-ok 60 201 long:available
basic.credit-drained 60 202 shortstr:consumerTag long:creditDrained
confirm.select 85 10 bit:nowait
confirm.select-ok 85 11
tx.select 90 10
tx.select-ok 90 11
tx.commit 90 20
tx.commit-ok 90 21
tx.rollback 90 30
tx.rollback-ok 90 31
`;

/** Class of the only methods that carry content; their headers stand under it. */
export const classIdOfContent = 60;

const namesWithContent = new Set([
  'basic.publish',
  'basic.return',
  'basic.deliver',
  'basic.get-ok',
]);

/** Whether a content header, and a body if it has one, must follow. */
export const hasContent = (name: string): boolean => namesWithContent.has(name);

export const methodShapes: readonly MethodShape[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', classId, methodId, ...fields] = line.split(' ');
    return {
      name,
      classId: Number(classId),
      methodId: Number(methodId),
      fields: fields.map((field) => {
        const [type, fieldName = ''] = field.split(':');
        return [fieldName, type as FieldType] as const;
      }),
      isUtf8: !namesWithContent.has(name),
    };
  });
