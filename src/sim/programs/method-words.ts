/** What a program asks of the broker, in a few words: the method, and what it is about. */
import type { ChannelMethod, ConnectionMethod } from '#engine';

export function methodInWords(method: ConnectionMethod | ChannelMethod): string {
  const about = aboutOf(method);
  return about === '' ? method.type : `${method.type} ${about}`;
}

function aboutOf(method: ConnectionMethod | ChannelMethod): string {
  switch (method.type) {
    case 'connection.open':
      return `as ${method.user ?? 'guest'}${method.vhost === undefined || method.vhost === '/' ? '' : ` in ${method.vhost}`}`;
    case 'exchange.declare':
      return `${method.exchange} (${method.exchangeType})`;
    case 'exchange.delete':
      return method.exchange;
    case 'exchange.bind':
    case 'exchange.unbind':
      return `${method.source} → ${method.destination}${keyOf(method.routingKey)}`;
    case 'queue.declare':
      return method.queue === '' ? 'with a name from the broker' : method.queue;
    case 'queue.bind':
    case 'queue.unbind':
      return `${method.exchange} → ${method.queue}${keyOf(method.routingKey)}`;
    case 'queue.purge':
    case 'queue.delete':
    case 'basic.get':
    case 'basic.consume':
      return method.queue;
    case 'basic.publish':
      return method.exchange === ''
        ? `to ${method.routingKey}`
        : `to ${method.exchange}${keyOf(method.routingKey)}`;
    case 'basic.ack':
    case 'basic.nack':
    case 'basic.reject':
      return `delivery ${method.deliveryTag}`;
    case 'basic.cancel':
      return method.consumerTag;
    case 'basic.qos':
      return `prefetch ${method.prefetchCount ?? 0}`;
    default:
      return '';
  }
}

const keyOf = (routingKey: string | undefined): string =>
  routingKey === undefined || routingKey === '' ? '' : ` with ${routingKey}`;
