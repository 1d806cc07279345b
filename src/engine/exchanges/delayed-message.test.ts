import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ABroker } from '../../testing/a-broker.ts';
import { exchangeOf, explainRoute, nextDeadline } from '../index.ts';
import type { BrokerEvent, Properties } from '../index.ts';

const plugins = ['rabbitmq_delayed_message_exchange', 'rabbitmq_recent_history_exchange'] as const;

const declare = (args: object, exchange = 'd', durable = false) => ({
  type: 'exchange.declare',
  channel: 'a',
  exchange,
  exchangeType: 'x-delayed-message',
  durable,
  arguments: args,
});
const queue = (name: string, durable = false) => ({
  type: 'queue.declare',
  channel: 'a',
  queue: name,
  durable,
});
const bind = (name: string, routingKey: string, exchange = 'd') => ({
  type: 'queue.bind',
  channel: 'a',
  queue: name,
  exchange,
  routingKey,
});
const publish = (delay: unknown, more: object = {}) => ({
  type: 'basic.publish',
  channel: 'a',
  exchange: 'd',
  routingKey: 'a.b',
  body: 'x',
  properties: delay === undefined ? {} : { headers: { 'x-delay': delay } },
  ...more,
});
const get = (name: string) => ({ type: 'basic.get', channel: 'a', queue: name, noAck: true });

/** With a queue `q` that is bound with `a.*`. */
function aDelay(args: object = { 'x-delayed-type': 'topic' }, durable = false): ABroker {
  const broker = new ABroker('4.0', { plugins });
  for (const command of [declare(args, 'd', durable), queue('q', durable), bind('q', 'a.*')]) {
    expect(broker.refusal(command)).toBeNull();
  }
  return broker;
}

const readyIn = (broker: ABroker, name = 'q') => broker.queue(name)?.readyCount;
const delayedIn = ({ broker }: ABroker) =>
  exchangeOf(broker, '/' as never, 'd' as never)?.delayedCount;
const types = (events: readonly BrokerEvent[]) => events.map(({ type }) => type);

describe('a delayed message exchange', () => {
  it.each([
    [{}, "Invalid argument, 'x-delayed-type' must be an existing exchange type"],
    [
      { 'x-delayed-type': 5 },
      "Invalid argument, 'x-delayed-type' must be an existing exchange type",
    ],
    [
      { 'x-delayed-type': 'x-delayed-message' },
      "Invalid argument, 'x-delayed-message' can't be used for 'x-delayed-type'",
    ],
    [{ 'x-delayed-type': 'nonsense' }, "unknown exchange type 'nonsense'"],
    // Its plugin is not there.
    [{ 'x-delayed-type': 'x-modulus-hash' }, "unknown exchange type 'x-modulus-hash'"],
    [
      { 'x-delayed-type': 'x-recent-history', 'x-recent-history-length': 0 },
      "Invalid argument 0, 'x-recent-history-length' must be a positive integer",
    ],
  ])('cannot be declared with %j', (args, problem) => {
    const broker = new ABroker('4.0', { plugins });
    expect(broker.refusal(declare(args))).toBe(`PRECONDITION_FAILED - ${problem}`);
  });

  it('holds a message back, and routes it then as the type in x-delayed-type does', () => {
    const broker = aDelay();
    expect(types(broker.ask(publish(500)))).toEqual(['message.published', 'message.delayed']);
    expect([readyIn(broker), delayedIn(broker)]).toEqual([0, 1]);
    expect(broker.wait(499)).toEqual([]);
    const routed = { type: 'message.routed', exchange: 'd', queues: ['q'] };
    expect(broker.wait(1)).toMatchObject([routed, { type: 'message.enqueued', queue: 'q' }]);
    expect([readyIn(broker), delayedIn(broker)]).toEqual([1, 0]);
  });

  it('turns the header round, so that consumers can tell', () => {
    const broker = aDelay();
    broker.ask(publish(500));
    broker.wait(500);
    expect(broker.ask(get('q'))).toContainEqual(
      expect.objectContaining({
        type: 'basic.get-ok',
        properties: { headers: { 'x-delay': -500 } },
      }),
    );
  });

  it('delivers by the time that each message waits and not by the order of publishing', () => {
    const broker = aDelay();
    broker.ask(publish(5000, { body: 'late' }));
    broker.ask(publish(1000, { body: 'early' }));
    broker.wait(6000);
    expect([broker.ask(get('q')), broker.ask(get('q'))].map((events) => bodyIn(events))).toEqual([
      'early',
      'late',
    ]);
  });

  it.each([
    [undefined, 0],
    [0, 0],
    [-500, 0],
    [4_294_967_295, 4_294_967_295],
    // Longer than a timer of Erlang's can be.
    [4_294_967_296, 0],
    ['250', 250],
    [12.9, 12],
    [{ '!': 'int64', value: 30 }, 30],
    [{ '!': 'double', value: 8.5 }, 8],
    ['soon', 0],
    [true, 0],
  ])('takes an x-delay of %j for %i ms', (delay, ms) => {
    const broker = aDelay();
    broker.ask(publish(delay));
    expect(readyIn(broker)).toBe(ms === 0 ? 1 : 0);
    expect(nextDeadline(broker.broker)).toBe(ms === 0 ? null : ms);
  });

  it('routes by the bindings that there are when the time has come', () => {
    const broker = aDelay();
    broker.ask(publish(100));
    broker.ask(queue('late'));
    broker.ask(bind('late', '#'));
    broker.ask({ ...bind('q', 'a.*'), type: 'queue.unbind' });
    broker.wait(100);
    expect([readyIn(broker), readyIn(broker, 'late')]).toEqual([0, 1]);
  });

  it('confirms at once', () => {
    const broker = aDelay();
    broker.ask({ type: 'confirm.select', channel: 'a' });
    expect(types(broker.ask(publish(100)))).toContain('basic.ack');
    expect(types(broker.wait(100))).not.toContain('basic.ack');
  });

  it('returns a mandatory message at once, as it has reached no queue, and routes it all the same', () => {
    const broker = aDelay();
    const events = broker.ask(publish(100, { mandatory: true }));
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'basic.return', replyCode: 312, replyText: 'NO_ROUTE' }),
    );
    broker.wait(100);
    expect(readyIn(broker)).toBe(1);
  });

  it('tells nobody of a message that reaches no queue in the end', () => {
    const broker = aDelay();
    broker.ask(publish(100, { routingKey: 'nowhere', mandatory: false }));
    expect(types(broker.wait(100))).toEqual(['message.unroutable']);
  });

  it('sends what it holds back to its alternate exchange, and at once', () => {
    const broker = aDelay({ 'x-delayed-type': 'topic', 'alternate-exchange': 'amq.fanout' });
    broker.ask(queue('other'));
    broker.ask(bind('other', '', 'amq.fanout'));
    broker.ask(publish(100));
    expect([readyIn(broker), readyIn(broker, 'other')]).toEqual([0, 1]);
    broker.wait(100);
    expect([readyIn(broker), readyIn(broker, 'other')]).toEqual([1, 1]);
  });

  it('holds back what comes from another exchange, too', () => {
    const broker = aDelay();
    const link = { type: 'exchange.bind', channel: 'a', destination: 'd', source: 'amq.fanout' };
    broker.ask(link);
    broker.ask(publish(100, { exchange: 'amq.fanout' }));
    expect(readyIn(broker)).toBe(0);
    broker.wait(100);
    expect(readyIn(broker)).toBe(1);
  });

  it('asks the type that routes about each further routing key', () => {
    const broker = aDelay();
    const properties: Properties = { headers: { CC: ['a.c'], 'x-delay': 5 } };
    broker.ask(publish(5, { routingKey: 'nowhere', properties }));
    broker.wait(5);
    expect(readyIn(broker)).toBe(1);
  });

  it('keeps what it holds back over a restart, persistent or not', () => {
    const broker = aDelay({ 'x-delayed-type': 'topic' }, true);
    broker.ask(publish(1000));
    broker.ask({ type: 'broker.restart' });
    broker.wait(1000);
    expect(readyIn(broker)).toBe(1);
  });

  it('takes what it holds back along when it is deleted', () => {
    const broker = aDelay();
    broker.ask(publish(100));
    broker.ask({ type: 'exchange.delete', channel: 'a', exchange: 'd' });
    expect(types(broker.wait(100))).toEqual(['message.unroutable']);
  });

  it('is forgotten with its virtual host', () => {
    const broker = new ABroker('4.0', { plugins });
    broker.ask({ type: 'vhost.create', vhost: 'v' });
    const all = { configure: '.*', write: '.*', read: '.*' };
    broker.ask({ type: 'permissions.set', user: 'guest', vhost: 'v', ...all });
    broker.connect('other', 'b', { vhost: 'v' });
    broker.ask({ ...declare({ 'x-delayed-type': 'fanout' }), channel: 'b' });
    broker.ask({ ...publish(100), channel: 'b' });
    broker.ask({ type: 'vhost.delete', vhost: 'v' });
    expect(broker.wait(100)).toEqual([]);
  });

  it('lets messages go at their instants, and of one instant in the order of publishing', () => {
    const aPublish = fc.record({
      wait: fc.nat({ max: 30 }),
      delay: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(aPublish), (publishes) => {
        const [atOnce, bySteps] = [aDelay(), aDelay()];
        const due = publishes.map(({ wait, delay }, index) => {
          const body = String(index);
          atOnce.wait(wait);
          for (let ms = 0; ms < wait; ms++) bySteps.wait(1);
          for (const broker of [atOnce, bySteps]) broker.ask(publish(delay, { body }));
          return { at: atOnce.now + delay, body };
        });
        atOnce.wait(60);
        for (let ms = 0; ms < 60; ms++) bySteps.wait(1);
        const wanted = due.sort((one, other) => one.at - other.at).map(({ body }) => body);
        for (const broker of [atOnce, bySteps]) {
          expect(wanted.map(() => bodyIn(broker.ask(get('q'))))).toEqual(wanted);
          expect(delayedIn(broker)).toBe(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('explains that a message waits, and what would become of it then', () => {
    const { broker } = aDelay();
    const message = { routingKey: 'a.b', properties: { headers: { 'x-delay': 70 } } };
    const why = explainRoute(broker, '/' as never, 'd' as never, message);
    expect(why?.queues).toEqual([]);
    expect(why?.verdicts[0]?.reason).toMatch(/^it waits for 70 ms, and would match then: /);
  });
});

const bodyIn = (events: readonly BrokerEvent[]) =>
  events.flatMap((event) => (event.type === 'basic.get-ok' ? [event.body] : []))[0];
