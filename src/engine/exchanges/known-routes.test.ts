import { describe, expect, it } from 'vitest';
import { apply } from '../apply.ts';
import type { Broker } from '../broker.ts';
import type { Command } from '../command.ts';
import { createBroker } from '../create-broker.ts';
import { runStart } from '../instant.ts';
import { profiles } from '../profile.ts';

const channel = 'ch';

function ask(broker: Broker, ...commands: readonly object[]): Broker {
  return commands.reduce<Broker>(
    (before, command) => apply(before, command as Command, runStart).broker,
    broker,
  );
}

function queuesReached(broker: Broker, exchange = 't', routingKey = 'a.b'): readonly string[] {
  const publish = { type: 'basic.publish', channel, exchange, routingKey, body: '' };
  const { events } = apply(broker, publish as unknown as Command, runStart);
  return events.flatMap((event) => (event.type === 'message.routed' ? event.queues : []));
}

const bind = (queue: string, routingKey: string): object => ({
  type: 'queue.bind',
  channel,
  queue,
  exchange: 't',
  routingKey,
});

describe('a route that was found before', () => {
  const begun = ask(
    createBroker(profiles['4.0']),
    { type: 'connection.open', connection: 'c' },
    { type: 'channel.open', connection: 'c', channel },
    { type: 'exchange.declare', channel, exchange: 't', exchangeType: 'topic' },
    { type: 'exchange.declare', channel, exchange: 'f', exchangeType: 'fanout' },
    ...['one', 'two'].map((queue) => ({ type: 'queue.declare', channel, queue })),
    bind('one', 'a.*'),
  );

  it('holds for the bindings that it was found in, and for no others', () => {
    expect(queuesReached(begun)).toEqual(['one']);
    const bound = ask(begun, bind('two', '#'));
    expect(queuesReached(bound)).toEqual(['one', 'two']);
    const unbound = ask(bound, { ...bind('one', 'a.*'), type: 'queue.unbind' });
    expect(queuesReached(unbound)).toEqual(['two']);
    expect(queuesReached(begun)).toEqual(['one']);
    expect(queuesReached(ask(bound, { type: 'queue.delete', channel, queue: 'two' }))).toEqual([
      'one',
    ]);
  });

  it('knows that the bindings of other exchanges change too', () => {
    const through = ask(begun, {
      type: 'exchange.bind',
      channel,
      source: 't',
      destination: 'f',
      routingKey: 'x',
    });
    expect(queuesReached(through, 't', 'x')).toEqual([]);
    const toTwo = { type: 'queue.bind', channel, queue: 'two', exchange: 'f', routingKey: '' };
    expect(queuesReached(ask(through, toTwo), 't', 'x')).toEqual(['two']);
    expect(queuesReached(through, 't', 'x')).toEqual([]);
  });

  it('is as good as one that is found anew because there are too many to remember', () => {
    for (let number = 0; number < 20_000; number++) {
      expect(queuesReached(begun, 't', `a.${number}`)).toEqual(['one']);
    }
    expect(queuesReached(begun, 't', 'b.0')).toEqual([]);
  });
});
