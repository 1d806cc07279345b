/**
 * What stands on the canvas: the things a scenario declares, and those it only refers to.
 *
 * A thing is described by the document alone. What a run makes of it (messages, connections) its
 * node looks up in the simulation for itself, so that a graph changes only when somebody edits.
 */
import type { ClientSpec, ExchangeSpec, QueueSpec } from '#scenario';

export type ClientKind = 'producer' | 'consumer' | 'app';
export type NodeKind = 'exchange' | 'queue' | ClientKind;

interface Named {
  /** As `nodeKeyOf` makes it: the key of its position, of its node and of its flights. */
  readonly key: string;
  readonly name: string;
  readonly vhost: string;
}

export interface ExchangeThing extends Named {
  readonly kind: 'exchange';
  /** Null where the document does not declare it. */
  readonly spec: ExchangeSpec | null;
}

export interface QueueThing extends Named {
  readonly kind: 'queue';
  /** Null where the document does not declare it. */
  readonly spec: QueueSpec | null;
}

export interface ClientThing extends Named {
  readonly kind: ClientKind;
  readonly spec: ClientSpec;
}

export type Thing = ExchangeThing | QueueThing | ClientThing;

/** The exchanges every virtual host has, with their types. */
const predeclaredTypes: Readonly<Record<string, string>> = {
  'amq.direct': 'direct',
  'amq.fanout': 'fanout',
  'amq.topic': 'topic',
  'amq.headers': 'headers',
  'amq.match': 'headers',
  'amq.rabbitmq.trace': 'topic',
};

/** Null where nothing says what type it is: it is not declared. */
export function exchangeTypeOf(thing: ExchangeThing): string | null {
  return thing.spec?.type ?? predeclaredTypes[thing.name] ?? null;
}

/** The document refers to it, but neither declares it nor does RabbitMQ. */
export function isMissing(thing: Thing): boolean {
  if (thing.spec !== null) return false;
  return thing.kind === 'queue' || exchangeTypeOf(thing as ExchangeThing) === null;
}

/** RabbitMQ's own: it can be referred to, and neither renamed nor deleted. */
export function isPredeclared(thing: Thing): boolean {
  return thing.kind === 'exchange' && thing.spec === null && !isMissing(thing);
}

export const kindNames: Readonly<Record<NodeKind, string>> = {
  exchange: 'Exchange',
  queue: 'Queue',
  producer: 'Producer',
  consumer: 'Consumer',
  app: 'App',
};

/** `orders`, or `orders in staging` where the virtual host is not the usual one. */
export function titleOf(thing: Thing): string {
  return thing.vhost === '/' ? thing.name : `${thing.name} in ${thing.vhost}`;
}
