/** The types of exchanges that a node knows. */
import { exchangeTypes, findExchangeType } from '#engine';
import type { BrokerNode } from '../broker-node.ts';
import type { Fields } from '../json.ts';

export const exchangeTypesJson = ({ running }: BrokerNode): readonly Fields[] =>
  Object.keys(exchangeTypes)
    .filter((type) => findExchangeType(type, running.broker) !== undefined)
    .sort()
    .map((name) => ({ name, description: descriptions[name] ?? '', enabled: true }));

const amqp = (type: string): string => `AMQP ${type} exchange, as per the AMQP specification`;

const descriptions: Readonly<Record<string, string>> = {
  direct: amqp('direct'),
  fanout: amqp('fanout'),
  headers: amqp('headers'),
  topic: amqp('topic'),
};
