import { describe, expect, it } from 'vitest';
import { ABroker } from '../../testing/a-broker.ts';
import type { BrokerEvent } from '../index.ts';

const plugins = ['rabbitmq_recent_history_exchange'] as const;

const declare = (args: object = {}) => ({
  type: 'exchange.declare',
  channel: 'a',
  exchange: 'h',
  exchangeType: 'x-recent-history',
  durable: true,
  arguments: args,
});
const queue = (name: string) => ({
  type: 'queue.declare',
  channel: 'a',
  queue: name,
  durable: true,
});
const bind = (name: string, routingKey = '') => ({
  type: 'queue.bind',
  channel: 'a',
  queue: name,
  exchange: 'h',
  routingKey,
});
const publish = (body: string, headers: object = {}) => ({
  type: 'basic.publish',
  channel: 'a',
  exchange: 'h',
  routingKey: 'k',
  body,
  properties: { headers },
});

function aHistory(args: object = {}): ABroker {
  const broker = new ABroker('4.0', { plugins });
  expect(broker.refusal(declare(args))).toBeNull();
  for (const name of ['q', 'r']) broker.ask(queue(name));
  return broker;
}

function bodiesIn(broker: ABroker, name: string): readonly string[] {
  const get = { type: 'basic.get', channel: 'a', queue: name, noAck: true };
  const bodies: string[] = [];
  for (;;) {
    const body = bodyIn(broker.ask(get));
    if (body === undefined) return bodies;
    bodies.push(body);
  }
}

const bodyIn = (events: readonly BrokerEvent[]) =>
  events.flatMap((event) => (event.type === 'basic.get-ok' ? [event.body] : []))[0];

describe('a recent history exchange', () => {
  it('sends a message to everything that is bound, whatever the keys', () => {
    const broker = aHistory();
    broker.ask(bind('q', 'one'));
    broker.ask(bind('r', 'other'));
    broker.ask(publish('m'));
    expect([bodiesIn(broker, 'q'), bodiesIn(broker, 'r')]).toEqual([['m'], ['m']]);
  });

  it('gives a queue that is bound the last 20 messages, the oldest first', () => {
    const broker = aHistory();
    for (let number = 1; number <= 25; number++) broker.ask(publish(String(number)));
    broker.ask(bind('q'));
    const last20 = Array.from({ length: 20 }, (_, index) => String(index + 6));
    expect(bodiesIn(broker, 'q')).toEqual(last20);
  });

  it('remembers as many as x-recent-history-length says', () => {
    const broker = aHistory({ 'x-recent-history-length': 2 });
    for (const body of ['a', 'b', 'c']) broker.ask(publish(body));
    broker.ask(bind('q'));
    expect(bodiesIn(broker, 'q')).toEqual(['b', 'c']);
  });

  it('does not remember a message whose header forbids it', () => {
    const broker = aHistory();
    broker.ask(publish('kept', { 'x-recent-history-no-store': 'true' }));
    broker.ask(publish('not kept', { 'x-recent-history-no-store': true }));
    broker.ask(bind('q'));
    expect(bodiesIn(broker, 'q')).toEqual(['kept']);
  });

  it('gives its history for each new binding, and nothing for one that is there already', () => {
    const broker = aHistory();
    broker.ask(publish('m'));
    for (const key of ['', 'k', 'k']) broker.ask(bind('q', key));
    expect(bodiesIn(broker, 'q')).toEqual(['m', 'm']);
  });

  it('gives its history to an exchange that is bound, the latest first', () => {
    const broker = aHistory();
    broker.ask({ ...bind('q'), exchange: 'amq.fanout' });
    for (const body of ['a', 'b']) broker.ask(publish(body));
    const link = { type: 'exchange.bind', channel: 'a', destination: 'amq.fanout', source: 'h' };
    broker.ask(link);
    expect(bodiesIn(broker, 'q')).toEqual(['b', 'a']);
  });

  it('fails to be bound to an exchange that has no queue for its history', () => {
    const broker = aHistory();
    broker.ask(publish('m'));
    const link = { type: 'exchange.bind', channel: 'a', destination: 'amq.fanout', source: 'h' };
    expect(broker.refusal(link)).toBe('INTERNAL_ERROR');
  });

  it('remembers nothing after a restart', () => {
    const broker = aHistory();
    broker.ask(publish('m'));
    broker.ask({ type: 'broker.restart' });
    broker.connect('main', 'a');
    broker.ask(bind('q'));
    expect(bodiesIn(broker, 'q')).toEqual([]);
  });

  it.each([
    [0, '0'],
    [-1, '-1'],
    [1.5, '1.5'],
    ['20', '<<"20">>'],
  ])('cannot have a length of %j', (length, told) => {
    const broker = new ABroker('4.0', { plugins });
    expect(broker.refusal(declare({ 'x-recent-history-length': length }))).toBe(
      `PRECONDITION_FAILED - Invalid argument ${told}, 'x-recent-history-length' must be a positive integer`,
    );
  });
});
