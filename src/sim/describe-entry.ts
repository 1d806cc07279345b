/** An entry of the journal as a sentence. */
import { unreachable } from '#base';
import type { Fact } from '#engine';
import { describeCircumstance } from './describe-circumstance.ts';
import type { Circumstance } from './describe-circumstance.ts';
import { describeNote } from './describe-note.ts';
import type { JournalEntry } from './journal.ts';
import {
  bindingKeyInWords,
  deathInWords,
  discardInWords,
  exchangeInWords,
  keyInWords,
  listInWords,
  sentence,
  spanInWords,
  theMessage,
  whoHas,
  whoOn,
} from './phrases.ts';

export function describeEntry(entry: JournalEntry): string {
  const { event, readyCount } = entry;
  return sentence(event.kind === 'note' ? describeNote(event) : describeFact(event, readyCount));
}

type FactAbout<Thing extends string> = Extract<Fact, { type: `${Thing}.${string}` }>;

type MessageFact = Extract<
  Fact,
  { type: `message.${string}` | 'dead-letter-cycle.broken' | 'dead-letter.kept' }
>;

function describeFact(fact: Fact, readyCount: number | null): string {
  switch (fact.type) {
    case 'connection.opened':
    case 'connection.closed':
    case 'channel.opened':
    case 'channel.closed':
      return describeLink(fact);
    case 'exchange.declared':
      return `exchange ${fact.exchange} was declared.`;
    case 'exchange.deleted':
      return `exchange ${fact.exchange} was deleted.`;
    case 'queue.declared':
      return `queue ${fact.queue} was declared.`;
    case 'queue.deleted':
      return `queue ${fact.queue} was deleted.`;
    case 'queue.expired':
      return `queue ${fact.queue} expired: nobody had used it for the time that x-expires allows.`;
    case 'binding.created':
    case 'binding.removed':
      return describeBinding(fact);
    case 'consumer.started':
    case 'consumer.cancelled':
    case 'consumer.activated':
      return describeSubscription(fact);
    case 'method.refused': {
      const who = fact.channel === null ? whoHas(fact.connection) : whoOn(fact.channel);
      return `the broker refused ${fact.method} from ${who}: ${fact.replyText}`;
    }
    case 'policy.applied':
    case 'operator.refused':
      return describeOperation(fact);
    case 'alarm.raised':
    case 'alarm.cleared':
    case 'connection.blocked':
    case 'connection.unblocked':
    case 'tracing.started':
    case 'tracing.stopped':
    case 'acknowledgement.timed-out':
      return describeCircumstance(fact);
    case 'broker.restarted':
      return 'the broker restarted: connections are gone, and so is what was not durable.';
    default:
      return describeMessageFact(fact, readyCount);
  }
}

function describeOperation(fact: FactAbout<'policy'> | FactAbout<'operator'>): string {
  if (fact.type === 'operator.refused') return `the broker refused ${fact.command}: ${fact.reason}`;
  const { kind, name } = fact.to;
  const policies = [
    ...(fact.policy === null ? [] : [`policy ${fact.policy}`]),
    ...(fact.operatorPolicy === null ? [] : [`operator policy ${fact.operatorPolicy}`]),
  ];
  const thing = `${kind} ${exchangeOrQueue(name)}`;
  if (policies.length === 0) return `no policy applies to ${thing} any more.`;
  return `${policies.join(' and ')} ${policies.length === 1 ? 'applies' : 'apply'} to ${thing}.`;
}

const exchangeOrQueue = (name: string): string => (name === '' ? '(default)' : name);

function describeLink(fact: Exclude<FactAbout<'connection' | 'channel'>, Circumstance>): string {
  switch (fact.type) {
    case 'connection.opened':
      return `the broker opened a connection for ${whoHas(fact.connection)}.`;
    case 'connection.closed':
      return `the broker's connection to ${whoHas(fact.connection)} ended: ${endings[fact.cause]}.`;
    case 'channel.opened':
      return `the broker opened channel ${fact.channel} for ${whoOn(fact.channel)}.`;
    case 'channel.closed':
      return `the broker closed channel ${fact.channel} of ${whoOn(fact.channel)}.`;
    default:
      return unreachable(fact);
  }
}

const endings = {
  client: 'the client closed it',
  dropped: 'it was cut',
  error: 'the broker closed it after an error',
  restart: 'the broker restarted',
  'user-deleted': 'its user was deleted',
  'vhost-deleted': 'its virtual host was deleted',
} as const;

function describeBinding({ type, source, destination, routingKey }: FactAbout<'binding'>): string {
  const { kind, name } = destination;
  return type === 'binding.created'
    ? `${kind} ${name} was bound to ${source} with ${bindingKeyInWords(routingKey)}.`
    : `the binding of ${kind} ${name} to ${source} with ${bindingKeyInWords(routingKey)} was removed.`;
}

function describeSubscription({
  type,
  queue,
  channel,
  consumerTag,
}: FactAbout<'consumer'>): string {
  const who = whoOn(channel);
  switch (type) {
    case 'consumer.started':
      return `${who} consumes from ${queue} (consumer tag ${consumerTag}).`;
    case 'consumer.cancelled':
      return `${who} no longer consumes from ${queue} (consumer tag ${consumerTag}).`;
    case 'consumer.activated':
      return `${who} is the single active consumer of ${queue} from here on.`;
    default:
      return unreachable(type);
  }
}

function describeMessageFact(fact: MessageFact, readyCount: number | null): string {
  switch (fact.type) {
    case 'message.published': {
      const { id, exchange, routingKey } = fact.message;
      const to = `${exchangeInWords(exchange)} with ${keyInWords(routingKey)}`;
      return `${whoOn(fact.channel)} published ${theMessage(id)} to ${to}.`;
    }
    case 'message.routed': {
      const queues = listInWords(fact.queues);
      return `${theMessage(fact.message)} was routed from ${exchangeInWords(fact.exchange)} to ${queues}${detourOf(fact)}.`;
    }
    case 'message.delayed':
      return `${theMessage(fact.message)} is held back by ${exchangeInWords(fact.exchange)} for ${spanInWords(fact.delayMs)}.`;
    case 'message.traced':
      return `${theMessage(fact.message)} of ${theMessage(fact.of)} has ${keyInWords(fact.copy.routingKey)} and goes to ${fact.copy.exchange}.`;
    case 'message.unroutable':
      return `${theMessage(fact.message)} reached no queue from ${exchangeInWords(fact.exchange)}.`;
    case 'message.answered':
      return `${theMessage(fact.message)} is an answer and went straight to ${whoOn(fact.channel)} (consumer tag ${fact.consumerTag}).`;
    case 'message.returned':
      return `${theMessage(fact.message)} goes back to ${whoOn(fact.channel)}: no queue took it, and it was mandatory.`;
    case 'message.confirmed':
      return `the broker confirmed ${theMessage(fact.message)} to ${whoOn(fact.channel)} (publish ${fact.sequence}).`;
    case 'message.nacked':
      return `the broker refused ${theMessage(fact.message)} from ${whoOn(fact.channel)} with basic.nack (publish ${fact.sequence}).`;
    case 'message.enqueued': {
      const place = readyCount === null || readyCount === 0 ? '' : ` at position ${readyCount}`;
      return `${theMessage(fact.message)} entered ${fact.queue}${place}.`;
    }
    case 'message.refused':
      return `${fact.queue} is full and refused ${theMessage(fact.message)}.`;
    case 'dead-letter-cycle.broken':
      return `${theMessage(fact.message)} was dropped: it had died in ${fact.queue} before without a rejection, and would have gone round for ever.`;
    case 'dead-letter.kept':
      return `no queue took ${theMessage(fact.message)}, dead-lettered at least once: ${fact.queue} keeps it and sends it again in three minutes.`;
    default:
      return describeDelivery(fact);
  }
}

function detourOf({ hops }: Extract<Fact, { type: 'message.routed' }>): string {
  const alternates = (hops ?? []).filter(({ by }) => by === 'alternate').map(({ to }) => to.name);
  return alternates.length === 0
    ? ''
    : `, by way of the alternate exchange ${listInWords(alternates)}`;
}

type DeliveryFact = Extract<
  Fact,
  {
    type:
      | 'message.delivered'
      | 'message.acknowledged'
      | 'message.requeued'
      | 'message.dead-lettered'
      | 'message.discarded';
  }
>;

function describeDelivery(fact: DeliveryFact): string {
  const message = theMessage(fact.message);
  switch (fact.type) {
    case 'message.delivered': {
      const { channel, deliveryTag, noAck, redelivered } = fact;
      const again = redelivered ? ' again' : '';
      const settled = noAck ? ' and counts as acknowledged' : '';
      return `${message} was sent${again} from ${fact.queue} to ${whoOn(channel)} (delivery tag ${deliveryTag})${settled}.`;
    }
    case 'message.acknowledged': {
      const after = fact.staysInQueue === true ? 'stays in' : 'is gone from';
      return `${whoOn(fact.channel)} acknowledged ${message} (delivery tag ${fact.deliveryTag}); it ${after} ${fact.queue}.`;
    }
    case 'message.requeued':
      return `${message} is back in ${fact.queue}: ${whoOn(fact.channel)} did not acknowledge it.`;
    case 'message.dead-lettered':
      return `${message} left ${fact.queue} for the dead letter exchange ${exchangeInWords(fact.exchange)}: ${deathInWords(fact.reason)}.`;
    case 'message.discarded':
      return `${message} left ${fact.queue} and is gone: ${discardInWords(fact.reason)}.`;
    default:
      return unreachable(fact);
  }
}
