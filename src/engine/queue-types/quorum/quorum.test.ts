import { describe, expect, it } from 'vitest';
import { AQuorumQueue, deliveriesIn } from '../../../testing/a-quorum-queue.ts';
import { ABroker } from '../../../testing/a-broker.ts';
import { consumerCountOf, readyMessages } from '#engine';
import type { DeliveryTag } from '#engine';

const bodiesReady = (queue: AQuorumQueue): readonly string[] =>
  readyMessages(queue.state, 100).map(({ message }) => message.body);

describe('a quorum queue', () => {
  it('tells the order in which it will serve as it then serves, with priorities', () => {
    const queue = new AQuorumQueue('4.0');
    for (let number = 1; number <= 4; number++) queue.publish(`n${number}`, { priority: 1 });
    for (let number = 1; number <= 7; number++) queue.publish(`h${number}`, { priority: 9 });
    queue.reject(queue.get()?.tag as DeliveryTag, true);
    const foretold = bodiesReady(queue);
    const got = foretold.map(() => queue.get()?.body);
    expect(got).toEqual(foretold);
    expect(foretold.slice(0, 4)).toEqual(['h1', 'h2', 'n1', 'h3']);
  });

  it('serves what came back first, in the order in which it did', () => {
    const queue = new AQuorumQueue('4.0');
    for (const body of ['m1', 'm2', 'm3']) queue.publish(body);
    const [first, second] = [queue.get(), queue.get()];
    queue.reject(second?.tag as DeliveryTag, true);
    queue.reject(first?.tag as DeliveryTag, true);
    expect(bodiesReady(queue)).toEqual(['m2', 'm1', 'm3']);
  });

  it('gives up on a message that was returned too often', () => {
    const queue = new AQuorumQueue('4.0', {
      'x-delivery-limit': 1,
      'x-dead-letter-exchange': '',
      'x-dead-letter-routing-key': 'dead',
    });
    queue.declare('dead');
    queue.publish('m');
    queue.reject(queue.get()?.tag as DeliveryTag, true);
    const again = queue.get();
    expect(again).toMatchObject({ body: 'm', count: 1 });
    queue.reject(again?.tag as DeliveryTag, true);
    expect(queue.get()).toBeNull();
    expect(queue.get('dead')?.body).toBe('m');
  });

  it('counts a message as returned by a channel that closes with it', () => {
    const queue = new AQuorumQueue('4.0');
    queue.publish('m');
    queue.connect('other', 'b');
    queue.consume('c', { channel: 'b' });
    queue.ask({ type: 'connection.drop', connection: 'other' });
    expect(queue.get()).toMatchObject({ body: 'm', count: 1 });
  });

  it('counts consumers that are gone as long as their deliveries wait for an answer', () => {
    const queue = new AQuorumQueue('4.0');
    queue.publish('m1');
    queue.publish('m2');
    queue.consume('c', { prefetchCount: 1 });
    const got = queue.get();
    queue.ask({ type: 'basic.cancel', channel: 'a', consumerTag: 'c' });
    expect(consumerCountOf(queue.state)).toBe(2);
    queue.ack(1);
    expect(consumerCountOf(queue.state)).toBe(1);
    queue.ack(got?.tag as number);
    expect(consumerCountOf(queue.state)).toBe(0);
  });

  it('gives a consumer without prefetch two thousand messages and no more', () => {
    const queue = new AQuorumQueue('4.0');
    for (let number = 0; number < 2001; number++) queue.publish('m');
    expect(deliveriesIn(queue.consume('c'))).toHaveLength(2000);
    expect(deliveriesIn(queue.ack(1))).toHaveLength(1);
  });

  it('refuses a consumer whose channel shares a prefetch', () => {
    const queue = new AQuorumQueue('4.0');
    queue.ask({ type: 'basic.qos', channel: 'a', prefetchCount: 5, global: true });
    const consume = { type: 'basic.consume', channel: 'a', queue: 'k', consumerTag: 'c' };
    expect(queue.refusal(consume)).toBe(
      "NOT_IMPLEMENTED - queue 'k' in vhost '/' does not support global qos",
    );
  });

  it('cannot be deleted on a condition', () => {
    const queue = new AQuorumQueue('4.0');
    const refusal = queue.refusal({
      type: 'queue.delete',
      channel: 'a',
      queue: 'k',
      ifUnused: true,
    });
    expect(refusal).toMatch(/^NOT_IMPLEMENTED - cannot delete queue 'k' in vhost '\/'/);
  });
});

describe('a full quorum queue that refuses', () => {
  const args = { 'x-overflow': 'reject-publish', 'x-max-length': 5 };

  it('lets one message too many in, and is open again well below its limit', () => {
    const queue = new AQuorumQueue('4.0', args);
    const taken = Array.from({ length: 7 }, (_, at) => queue.isTaken(`m${at}`));
    expect(taken).toEqual([true, true, true, true, true, true, false]);
    queue.ack(queue.get()?.tag as number);
    expect(queue.isTaken('five are left')).toBe(false);
    queue.ack(queue.get()?.tag as number);
    queue.wait(1);
    expect(queue.isTaken('four are left')).toBe(true);
  });

  it('takes what is published in the instant in which it fills up', () => {
    const queue = new AQuorumQueue('4.0', args);
    for (let number = 0; number < 20; number++) queue.publish('m');
    queue.wait(1);
    expect(queue.state.readyCount).toBe(20);
    expect(queue.isTaken('later')).toBe(false);
  });

  it('tells a channel that begins to publish how things stand then', () => {
    const queue = new AQuorumQueue('4.0', args);
    for (let number = 0; number < 6; number++) queue.publish('m');
    queue.wait(1);
    queue.get();
    queue.connect('other', 'b');
    queue.ask({ type: 'confirm.select', channel: 'b' });
    expect(queue.isTaken('of one who was told to stop')).toBe(false);
    expect(queue.isTaken('of one who begins', 'b')).toBe(true);
  });
});

describe('the single active consumer of a quorum queue', () => {
  const args = { 'x-single-active-consumer': true };

  it('finishes what it has before one of higher priority takes over, in 4.0', () => {
    const queue = new AQuorumQueue('4.0', args);
    queue.consume('low', { priority: 1, prefetchCount: 10 });
    expect(deliveriesIn(queue.publish('m1'))).toEqual(['low: m1']);
    queue.consume('high', { priority: 2, prefetchCount: 10 });
    expect(deliveriesIn(queue.publish('m2'))).toEqual([]);
    expect(deliveriesIn(queue.ack(1))).toEqual(['high: m2']);
  });

  it('stays in 3.10', () => {
    const queue = new AQuorumQueue('3.10', args);
    queue.consume('low', { priority: 1 });
    queue.consume('high', { priority: 2 });
    expect(deliveriesIn(queue.publish('m1'))).toEqual(['low: m1']);
  });

  it('is followed by the one that has waited longest', () => {
    const queue = new AQuorumQueue('3.10', args);
    for (const tag of ['c1', 'c2', 'c3']) queue.consume(tag);
    queue.publish('m1');
    queue.ask({ type: 'basic.cancel', channel: 'a', consumerTag: 'c1' });
    expect(deliveriesIn(queue.publish('m2'))).toEqual(['c2: m2']);
  });
});

describe('dead-lettering at least once', () => {
  const args = {
    'x-dead-letter-exchange': 'later',
    'x-dead-letter-routing-key': 'dead',
    'x-dead-letter-strategy': 'at-least-once',
    'x-overflow': 'reject-publish',
  };
  const exchange = { type: 'exchange.declare', channel: 'a', exchange: 'later', durable: true };
  const bind = { type: 'queue.bind', channel: 'a', queue: 'dead', exchange: 'later' };

  it('keeps a letter until there is a way for it', () => {
    const queue = new AQuorumQueue('4.0', args);
    queue.publish('m');
    const events = queue.reject(queue.get()?.tag as DeliveryTag, false);
    expect(events.map(({ type }) => type)).toContain('dead-letter.kept');
    expect([queue.state.readyCount, queue.state.unackedCount]).toEqual([0, 0]);

    queue.ask({ ...exchange, exchangeType: 'direct' });
    queue.declare('dead');
    queue.ask({ ...bind, routingKey: 'dead' });
    queue.wait(179_999);
    expect(queue.get('dead')).toBeNull();
    queue.wait(1);
    expect(queue.get('dead')?.body).toBe('m');
    queue.wait(1_000_000);
    expect(queue.get('dead')).toBeNull();
  });

  it('sends again to the queue that refused, and to no other', () => {
    const queue = new AQuorumQueue('4.0', args);
    queue.ask({ ...exchange, exchangeType: 'fanout' });
    queue.declare('dead');
    queue.declare('full', { 'x-max-length': 0, 'x-overflow': 'reject-publish' });
    queue.ask(bind);
    queue.ask({ ...bind, queue: 'full' });
    queue.publish('m');
    queue.reject(queue.get()?.tag as DeliveryTag, false);
    queue.wait(400_000);
    expect(queue.queue('dead')?.readyCount).toBe(1);
    expect(queue.state.quorum?.keptLetters).toHaveLength(1);
  });

  it('survives a restart', () => {
    const queue = new AQuorumQueue('4.0', args);
    queue.publish('m');
    queue.reject(queue.get()?.tag as DeliveryTag, false);
    queue.ask({ type: 'broker.restart' });
    expect(queue.state.quorum?.keptLetters).toHaveLength(1);
  });

  it('is once at most where the queue drops its head', () => {
    const queue = new AQuorumQueue('4.0', { ...args, 'x-overflow': 'drop-head' });
    queue.publish('m');
    const events = queue.reject(queue.get()?.tag as DeliveryTag, false);
    expect(events.map(({ type }) => type)).toContain('message.discarded');
    expect(ABroker.refusalIn(events)).toBeNull();
  });
});
