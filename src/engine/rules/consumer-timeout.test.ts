import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ABroker } from '../../testing/a-broker.ts';
import type { BrokerEvent } from '../index.ts';

const minute = 60_000;
const declare = (queue: string, args: object = {}) => ({
  type: 'queue.declare',
  channel: 'a',
  queue,
  arguments: args,
});
const publish = (routingKey: string) => ({
  type: 'basic.publish',
  channel: 'a',
  exchange: '',
  routingKey,
  body: 'x',
});
const consume = (queue: string, more: object = {}) => ({
  type: 'basic.consume',
  channel: 'c',
  queue,
  ...more,
});
const ack = (deliveryTag: number) => ({ type: 'basic.ack', channel: 'c', deliveryTag });
const timeout = (value: unknown) => ({ 'x-consumer-timeout': value });

/** Whose consumer has a channel `c`, the second of its connection. */
function aBroker(profile: '3.10' | '4.0' = '4.0'): ABroker {
  const broker = new ABroker(profile);
  broker.connect('consumers', 'b');
  broker.ask({ type: 'channel.open', connection: 'consumers', channel: 'c' });
  return broker;
}

const isOpen = ({ broker }: ABroker): boolean => broker.channels.has('c' as never);
const closings = (events: readonly BrokerEvent[]) =>
  events.filter(({ type }) => type === 'channel.close');

describe('the acknowledgement timeout', () => {
  it('closes the channel after half an hour, at the next whole minute, and requeues', () => {
    const broker = aBroker();
    for (const command of [declare('q'), consume('q'), publish('q')]) broker.ask(command);
    expect(broker.wait(30 * minute)).toEqual([]);
    const events = broker.wait(minute);
    expect(closings(events)).toMatchObject([
      {
        channel: 'c',
        replyCode: 406,
        replyText:
          'PRECONDITION_FAILED - delivery acknowledgement on channel 2 timed out. ' +
          'Timeout value used: 1800000 ms. This timeout value can be configured, ' +
          'see consumers doc guide to learn more',
        classId: 0,
        methodId: 0,
      },
    ]);
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'acknowledgement.timed-out',
        queue: 'q',
        channel: 'c',
        deliveryTag: 1,
        timeoutMs: 30 * minute,
      }),
    );
    expect(broker.queue('q')).toMatchObject({ readyCount: 1, unackedCount: 0 });
  });

  it('holds for basic.get, too', () => {
    const broker = aBroker();
    for (const command of [declare('q'), publish('q')]) broker.ask(command);
    broker.ask({ type: 'basic.get', channel: 'c', queue: 'q' });
    broker.wait(31 * minute);
    expect(isOpen(broker)).toBe(false);
  });

  it('does not concern a channel that acknowledges in time, or has to acknowledge nothing', () => {
    const broker = aBroker();
    for (const command of [declare('q'), declare('free'), consume('q')]) broker.ask(command);
    broker.ask(consume('free', { noAck: true }));
    broker.ask(publish('free'));
    for (let tag = 2; tag <= 10; tag++) {
      broker.ask(publish('q'));
      broker.wait(20 * minute);
      broker.ask(ack(tag));
    }
    broker.wait(100 * minute);
    expect(isOpen(broker)).toBe(true);
  });

  it('is that of the queue where it has one', () => {
    const broker = aBroker();
    const commands = [declare('q', timeout(2 * minute)), consume('q'), publish('q')];
    for (const command of commands) broker.ask(command);
    broker.wait(2 * minute);
    expect(isOpen(broker)).toBe(true);
    expect(closings(broker.wait(minute))).toMatchObject([
      { replyText: expect.stringContaining('Timeout value used: 120000 ms.') },
    ]);
  });

  it.each(['3.10', '4.0'] as const)('of a queue is not known everywhere: in %s', (profile) => {
    const broker = aBroker(profile);
    const commands = [declare('q', timeout(minute)), consume('q'), publish('q')];
    for (const command of commands) broker.ask(command);
    broker.wait(3 * minute);
    expect(isOpen(broker)).toBe(profile === '3.10');
  });

  it('of a queue means nothing where it is no whole number', () => {
    const broker = aBroker();
    const commands = [declare('q', timeout('60000')), consume('q'), publish('q')];
    for (const command of commands) broker.ask(command);
    broker.wait(30 * minute);
    expect(isOpen(broker)).toBe(true);
  });

  it('of a policy counts for what waits already', () => {
    const broker = aBroker();
    for (const command of [declare('q'), consume('q'), publish('q')]) broker.ask(command);
    broker.wait(5 * minute);
    const definition = { 'consumer-timeout': 2 * minute };
    broker.ask({ type: 'policy.set', name: 'p', pattern: 'q', definition });
    broker.wait(minute);
    expect(isOpen(broker)).toBe(false);
  });

  it('is looked for at the oldest delivery only', () => {
    const broker = aBroker();
    const commands = [declare('slow'), declare('quick', timeout(minute))];
    for (const command of commands) broker.ask(command);
    for (const name of ['slow', 'quick']) {
      broker.ask(consume(name));
      broker.ask(publish(name));
    }
    broker.wait(10 * minute);
    expect(isOpen(broker)).toBe(true);
    broker.ask(ack(1));
    broker.wait(minute);
    expect(isOpen(broker)).toBe(false);
  });

  it('costs a channel one deadline, however many deliveries it has', () => {
    const broker = aBroker();
    for (const command of [declare('q'), consume('q')]) broker.ask(command);
    for (let tag = 1; tag <= 50; tag++) {
      broker.ask(publish('q'));
      if (tag % 2 === 0) broker.ask(ack(tag));
    }
    expect(broker.broker.lastDeadline).toBe(1);
  });

  it('comes between the timeout and a minute more, whenever it was delivered', () => {
    fc.assert(
      fc.property(fc.nat({ max: 200_000 }), fc.nat({ max: 300_000 }), (late, own) => {
        const broker = aBroker();
        for (const command of [declare('q', timeout(own)), consume('q')]) broker.ask(command);
        broker.wait(late);
        broker.ask(publish('q'));
        broker.wait(own);
        expect(isOpen(broker)).toBe(true);
        broker.wait(minute);
        expect(isOpen(broker)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});
