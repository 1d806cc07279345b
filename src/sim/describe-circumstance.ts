/** What befalls a broker and its connections, as sentences: alarms, blocked clients, the firehose. */
import { unreachable } from '#base';
import type { Fact } from '#engine';
import { spanInWords, theMessage, whoHas, whoOn } from './phrases.ts';

export type Circumstance = Extract<
  Fact,
  {
    type:
      | `alarm.${string}`
      | `tracing.${string}`
      | 'connection.blocked'
      | 'connection.unblocked'
      | 'acknowledgement.timed-out';
  }
>;

const shortages = { memory: 'memory is low', disk: 'disk space is low' } as const;

export function describeCircumstance(fact: Circumstance): string {
  switch (fact.type) {
    case 'alarm.raised':
      return `${shortages[fact.alarm]}: the broker blocks connections that publish.`;
    case 'alarm.cleared':
      return `the ${fact.alarm} alarm was cleared.`;
    case 'connection.blocked':
      return `the broker reads nothing more from ${whoHas(fact.connection)}, who published during an alarm.`;
    case 'connection.unblocked':
      return `the broker reads from ${whoHas(fact.connection)} again, beginning with what waited.`;
    case 'tracing.started':
      return `the firehose was turned on for virtual host ${fact.vhost}.`;
    case 'tracing.stopped':
      return `the firehose was turned off for virtual host ${fact.vhost}.`;
    case 'acknowledgement.timed-out':
      return `${whoOn(fact.channel)} has not answered for ${theMessage(fact.message)} from ${fact.queue} within ${spanInWords(fact.timeoutMs)} (delivery tag ${fact.deliveryTag}), so the broker closes the channel.`;
    default:
      return unreachable(fact);
  }
}
