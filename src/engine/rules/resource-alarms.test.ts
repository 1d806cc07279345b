import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ABroker } from '../../testing/a-broker.ts';
import { aProgram } from '../../testing/random-program.ts';
import type { BrokerEvent } from '../index.ts';

const set = (alarm = 'memory') => ({ type: 'alarm.set', alarm });
const clear = (alarm = 'memory') => ({ type: 'alarm.clear', alarm });
const publish = (body = 'x', channel = 'a') => ({
  type: 'basic.publish',
  channel,
  exchange: '',
  routingKey: 'q',
  body,
});
const get = (channel = 'a') => ({ type: 'basic.get', channel, queue: 'q', noAck: true });

function aBroker(): ABroker {
  const broker = new ABroker();
  broker.ask({ type: 'queue.declare', channel: 'a', queue: 'q' });
  return broker;
}

const readyIn = (broker: ABroker) => broker.queue('q')?.readyCount;
const typesIn = (events: readonly BrokerEvent[]) => events.map(({ type }) => type);

describe('an alarm', () => {
  it('blocks a connection at its first publish, and tells it so', () => {
    const broker = aBroker();
    broker.ask(publish());
    expect(broker.ask(set())).toEqual([{ kind: 'fact', type: 'alarm.raised', alarm: 'memory' }]);
    expect(broker.ask(publish())).toEqual([
      {
        kind: 'frame',
        type: 'connection.blocked',
        connection: 'main',
        channel: null,
        reason: 'low on memory',
      },
      { kind: 'fact', type: 'connection.blocked', connection: 'main' },
    ]);
    expect(broker.ask(publish())).toEqual([]);
    expect(readyIn(broker)).toBe(1);
  });

  it('lets everything wait that a blocked connection sends, and then carries it out in order', () => {
    const broker = aBroker();
    broker.ask({ type: 'confirm.select', channel: 'a' });
    broker.ask(set());
    for (const body of ['one', 'two']) broker.ask(publish(body));
    expect(broker.ask(get())).toEqual([]);
    expect(broker.ask({ type: 'channel.open', connection: 'main', channel: 'b' })).toEqual([]);
    const events = broker.ask(clear());
    expect(typesIn(events.filter(({ kind }) => kind === 'frame'))).toEqual([
      'connection.unblocked',
      'basic.ack',
      'basic.ack',
      'basic.get-ok',
      'channel.open-ok',
    ]);
    expect(events).toContainEqual(expect.objectContaining({ type: 'basic.get-ok', body: 'one' }));
    expect(readyIn(broker)).toBe(1);
  });

  it('does not concern who only consumes', () => {
    const broker = aBroker();
    broker.connect('other', 'b');
    broker.ask(publish('one'));
    broker.ask(set());
    broker.ask(publish('two'));
    expect(broker.ask(get('b'))).toContainEqual(
      expect.objectContaining({ type: 'basic.get-ok', body: 'one' }),
    );
    expect(typesIn(broker.ask(publish('three', 'b')))).toContain('connection.blocked');
  });

  it('leaves deliveries to a blocked connection, which cannot acknowledge them', () => {
    const broker = aBroker();
    broker.connect('other', 'b');
    broker.ask({ type: 'queue.declare', channel: 'b', queue: 'r' });
    const toR = { ...publish(), routingKey: 'r' };
    broker.ask({ ...toR, channel: 'b' });
    broker.ask(set());
    broker.ask(publish());
    broker.ask({ type: 'basic.consume', channel: 'b', queue: 'r' });
    broker.ask(publish('x', 'b'));
    broker.ask({ type: 'basic.ack', channel: 'b', deliveryTag: 1 });
    expect(broker.queue('r')?.unackedCount).toBe(1);
    broker.ask(clear());
    expect(broker.queue('r')?.unackedCount).toBe(0);
  });

  it('is over for connections when the last one is cleared', () => {
    const broker = aBroker();
    broker.ask(set('disk'));
    broker.ask(set('memory'));
    expect(broker.ask(set('memory'))).toEqual([]);
    expect(broker.ask(publish())).toContainEqual(
      expect.objectContaining({ type: 'connection.blocked', reason: 'low on memory & disk' }),
    );
    expect(typesIn(broker.ask(clear('memory')))).toEqual(['alarm.cleared']);
    expect(broker.ask(clear('memory'))).toEqual([]);
    expect(readyIn(broker)).toBe(0);
    expect(typesIn(broker.ask(clear('disk')))).toContain('connection.unblocked');
    expect(readyIn(broker)).toBe(1);
  });

  it('says nothing to a connection that published before it and after it', () => {
    const broker = aBroker();
    broker.ask(publish());
    const events = [...broker.ask(set()), ...broker.ask(clear()), ...broker.ask(publish())];
    expect(typesIn(events)).not.toContain('connection.blocked');
    expect(typesIn(events)).not.toContain('connection.unblocked');
  });

  it('loses what waited with a connection that goes', () => {
    const broker = aBroker();
    broker.ask(set());
    broker.ask(publish());
    broker.ask({ type: 'connection.drop', connection: 'main' });
    expect(typesIn(broker.ask(clear()))).toEqual(['alarm.cleared']);
    expect(readyIn(broker)).toBe(0);
  });

  it('does not carry out what comes after an error', () => {
    const broker = aBroker();
    broker.ask(set());
    broker.ask(publish());
    broker.ask({ type: 'queue.purge', channel: 'a', queue: 'missing' });
    broker.ask(publish());
    expect(broker.ask(clear())).toContainEqual(
      expect.objectContaining({ type: 'channel.close', replyCode: 404 }),
    );
    expect(readyIn(broker)).toBe(1);
  });

  it('is still on after a restart, and a new connection is blocked as any other', () => {
    const broker = aBroker();
    broker.ask(set());
    broker.ask(publish());
    broker.ask({ type: 'broker.restart' });
    broker.connect('main', 'a');
    expect(typesIn(broker.ask(publish()))).toContain('connection.blocked');
  });

  it('cuts off a client that goes on sending without end', () => {
    const broker = aBroker();
    broker.ask(set());
    for (let number = 0; number < 10_000; number++) broker.ask(publish());
    expect(broker.broker.connections.has('main' as never)).toBe(true);
    expect(broker.ask(publish())).toContainEqual(
      expect.objectContaining({ type: 'connection.closed', cause: 'dropped' }),
    );
  });

  it('changes only when things happen: clients are told the same as by a broker that was never low', () => {
    const isOfMain = (command: object): boolean =>
      'channel' in command && command.channel !== 'c' && command.channel !== undefined;
    fc.assert(
      fc.property(aProgram({ length: 60 }), (program) => {
        const commands = program.map(({ command }) => command).filter(isOfMain);
        const sent = [publish(), ...commands.filter(({ type }) => type !== 'channel.open')];
        const [plenty, low] = [aBrokerWithTwoChannels(), aBrokerWithTwoChannels()];
        const told = sent.flatMap((command) => plenty.ask(command));
        low.ask(set());
        const [blocked, ...rest] = sent.flatMap((command) => low.ask(command));
        expect(blocked?.type).toBe('connection.blocked');
        expect(framesIn(rest)).toEqual([]);
        const [unblocked, ...later] = framesIn(low.ask(clear()));
        expect(unblocked).toMatchObject({ type: 'connection.unblocked' });
        expect(later).toEqual(framesIn(told));
      }),
      { numRuns: 200 },
    );
  });
});

function aBrokerWithTwoChannels(): ABroker {
  const broker = new ABroker();
  broker.ask({ type: 'channel.open', connection: 'main', channel: 'b' });
  return broker;
}

/** Without the numbers of messages, which go on counting for publishes that come to nothing. */
const framesIn = (events: readonly BrokerEvent[]): readonly object[] =>
  events.filter(({ kind }) => kind === 'frame').map((frame) => ({ ...frame, message: null }));
