/** Exchanges that every virtual host has, whether the document mentions them or not. */
const predeclared: readonly string[] = [
  'amq.direct',
  'amq.fanout',
  'amq.topic',
  'amq.headers',
  'amq.match',
  'amq.rabbitmq.trace',
];

export const isPredeclared = (exchange: string): boolean => predeclared.includes(exchange);
