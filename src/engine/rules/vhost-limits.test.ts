import { describe, expect, it } from 'vitest';
import { ABroker } from '../../testing/a-broker.ts';

const declare = (queue: string, args: object = {}) => ({
  type: 'queue.declare',
  channel: 'a',
  queue,
  arguments: args,
});

function withLimit(name: string, value: number, profile: '3.10' | '4.0' = '4.0'): ABroker {
  const broker = new ABroker(profile);
  expect(broker.refusal({ type: 'vhost-limit.set', name, value })).toBeNull();
  return broker;
}

describe('limits of a virtual host', () => {
  it('leave what is there, and let declare it again', () => {
    const broker = new ABroker();
    broker.ask(declare('q'));
    broker.ask({ type: 'vhost-limit.set', name: 'max-queues', value: 0 });
    expect(broker.refusal(declare('q'))).toBeNull();
    expect(broker.refusal(declare('r'))).toBe(
      "PRECONDITION_FAILED - cannot declare queue 'r': queue limit in vhost '/' (0) is reached",
    );
  });

  it('are gone when they are negative or cleared', () => {
    const broker = withLimit('max-queues', 0);
    broker.ask({ type: 'vhost-limit.set', name: 'max-queues', value: -1 });
    expect(broker.refusal(declare('q'))).toBeNull();
    broker.ask({ type: 'vhost-limit.set', name: 'max-queues', value: 0 });
    broker.ask({ type: 'vhost-limit.clear', name: 'max-queues' });
    expect(broker.refusal(declare('r'))).toBeNull();
  });

  it('stand before or behind what is wrong with the arguments', () => {
    const wrong = declare('q', { 'x-max-length': -1 });
    expect(withLimit('max-queues', 0, '3.10').refusal(wrong)).toContain('queue limit');
    expect(withLimit('max-queues', 0, '4.0').refusal(wrong)).toContain('invalid arg');
  });

  it('count the connections of their virtual host alone', () => {
    const broker = withLimit('max-connections', 1);
    broker.ask({ type: 'vhost.create', vhost: 'v' });
    const everything = { configure: '.*', write: '.*', read: '.*' };
    broker.ask({ type: 'permissions.set', user: 'guest', vhost: 'v', ...everything });
    const open = { type: 'connection.open', connection: 'c' };
    expect(broker.refusal({ ...open, vhost: 'v' })).toBeNull();
    expect(broker.refusal({ ...open, connection: 'd' })).toContain('connection limit (1)');
  });
});

describe('a virtual host', () => {
  it('begins with its exchanges and with nobody who may use it', () => {
    const broker = new ABroker();
    broker.ask({ type: 'vhost.create', vhost: 'v' });
    expect(broker.broker.vhosts.get('v' as never)?.exchanges.has('amq.topic' as never)).toBe(true);
    const open = { type: 'connection.open', connection: 'c', vhost: 'v' };
    expect(broker.refusal(open)).toBe("NOT_ALLOWED - access to vhost 'v' refused for user 'guest'");
  });

  it('takes all that is in it along when it goes', () => {
    const broker = new ABroker();
    broker.ask({ type: 'vhost.create', vhost: 'v' });
    const everything = { configure: '.*', write: '.*', read: '.*' };
    broker.ask({ type: 'permissions.set', user: 'guest', vhost: 'v', ...everything });
    broker.connect('c', 'b', { vhost: 'v' });
    broker.ask({ ...declare('q'), channel: 'b' });
    broker.ask({ type: 'basic.consume', channel: 'b', queue: 'q' });
    const events = broker.ask({ type: 'vhost.delete', vhost: 'v' });
    expect(events.find(({ type }) => type === 'connection.close')).toMatchObject({
      connection: 'c',
      replyText: "CONNECTION_FORCED - vhost 'v' is deleted",
    });
    expect(events.map(({ type }) => type)).toContain('queue.deleted');
    expect(broker.broker.connections.size).toBe(1);
    const open = { type: 'connection.open', connection: 'c', vhost: 'v' };
    expect(broker.refusal(open)).toBe('NOT_ALLOWED - vhost v not found');
    broker.ask({ type: 'vhost.create', vhost: 'v' });
    expect(broker.refusal(open)).toContain("access to vhost 'v' refused");
    expect(broker.refusal({ type: 'vhost.delete', vhost: 'w' })).toBe('Not Found');
  });
});
