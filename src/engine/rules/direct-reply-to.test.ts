import { describe, expect, it } from 'vitest';
import type { BrokerEvent } from '../index.ts';
import { ABroker } from '../../testing/a-broker.ts';

const consume = {
  type: 'basic.consume',
  channel: 'a',
  queue: 'amq.rabbitmq.reply-to',
  consumerTag: 'replies',
  noAck: true,
};

/** A broker with a responder on channel `b`, a request, and the address that it carries. */
function asked(): { readonly broker: ABroker; readonly address: string } {
  const broker = new ABroker();
  broker.ask({ type: 'channel.open', connection: 'main', channel: 'b' });
  broker.ask({ type: 'queue.declare', channel: 'a', queue: 'rpc' });
  broker.ask(consume);
  const properties = { replyTo: 'amq.rabbitmq.reply-to' };
  broker.ask({ ...answer('rpc'), channel: 'a', properties });
  const [got] = broker
    .ask({ type: 'basic.get', channel: 'b', queue: 'rpc', noAck: true })
    .filter((event) => event.type === 'basic.get-ok');
  return { broker, address: got?.properties.replyTo ?? '' };
}

const answer = (routingKey: string) => ({
  type: 'basic.publish',
  channel: 'b',
  exchange: '',
  routingKey,
  body: 'pong',
});

const deliveriesIn = (events: readonly BrokerEvent[]) =>
  events.filter((event) => event.type === 'basic.deliver');

describe('direct reply-to', () => {
  it('takes no delivery tag from the channel: an answer shows the next one', () => {
    const { broker, address } = asked();
    broker.ask({ type: 'queue.declare', channel: 'a', queue: 'other' });
    broker.ask({ type: 'basic.consume', channel: 'a', queue: 'other', noAck: true });
    const tags = [address, 'other', address, 'other']
      .flatMap((key) => deliveriesIn(broker.ask(answer(key))))
      .map(({ deliveryTag }) => deliveryTag);
    expect(tags).toEqual([1, 1, 2, 2]);
  });

  it('tells that the answer went straight to the channel, and not that it reached nobody', () => {
    const { broker, address } = asked();
    const types = broker.ask(answer(address)).map(({ type }) => type);
    expect(types).toEqual(['message.published', 'message.answered', 'basic.deliver']);
  });

  it('has one consumer on a channel', () => {
    const { broker } = asked();
    expect(broker.refusal({ ...consume, consumerTag: 'second' })).toBe(
      'PRECONDITION_FAILED - reply consumer already set',
    );
  });

  it('makes up another address for another consumer, and forgets the old one', () => {
    const { broker, address } = asked();
    broker.ask({ type: 'basic.cancel', channel: 'a', consumerTag: 'replies' });
    broker.ask(consume);
    expect(deliveriesIn(broker.ask(answer(address)))).toEqual([]);
    expect(broker.broker.replyAddresses.size).toBe(1);
  });

  it('ends with its channel', () => {
    const { broker, address } = asked();
    broker.ask({ type: 'channel.close', channel: 'a' });
    expect(broker.broker.replyAddresses.size).toBe(0);
    expect(broker.refusal({ ...answer(address), mandatory: true })).toBeNull();
  });

  it('does not wait for the commit of a transaction', () => {
    const { broker, address } = asked();
    broker.ask({ type: 'tx.select', channel: 'b' });
    expect(deliveriesIn(broker.ask(answer(address)))).toHaveLength(1);
    const committed = broker.ask({ type: 'tx.commit', channel: 'b' });
    expect(deliveriesIn(committed)).toEqual([]);
    expect(committed.map(({ type }) => type)).not.toContain('message.unroutable');
  });

  it('answers and reaches queues besides, where the answer has a copy for them', () => {
    const { broker, address } = asked();
    const copied = { ...answer(address), properties: { headers: { CC: ['rpc'] } } };
    expect(deliveriesIn(broker.ask(copied))).toHaveLength(1);
    expect(broker.queue('rpc')?.readyCount).toBe(1);
  });

  it('confirms an answer', () => {
    const { broker, address } = asked();
    broker.ask({ type: 'confirm.select', channel: 'b' });
    expect(broker.ask(answer(address)).map(({ type }) => type)).toContain('basic.ack');
  });

  it('works only through the default exchange', () => {
    const { broker, address } = asked();
    expect(deliveriesIn(broker.ask({ ...answer(address), exchange: 'amq.direct' }))).toEqual([]);
  });

  it('ignores a name that only begins like the pseudo-queue', () => {
    const broker = new ABroker();
    expect(
      broker.refusal({ type: 'queue.declare', channel: 'a', queue: 'amq.rabbitmq.reply-tox' }),
    ).toBe("NOT_FOUND - no queue 'amq.rabbitmq.reply-tox' in vhost '/'");
  });
});
