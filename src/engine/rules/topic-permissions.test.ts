import { describe, expect, it } from 'vitest';
import { ABroker } from '../../testing/a-broker.ts';

function withTopicPermissions(more: object, profile: '3.10' | '4.0' = '4.0'): ABroker {
  const broker = new ABroker(profile);
  const set = { type: 'topic-permissions.set', user: 'guest', exchange: 'amq.topic' };
  broker.ask({ ...set, write: '.*', read: '.*', ...more });
  return broker;
}

const publish = (routingKey: string, properties: object = {}) => ({
  type: 'basic.publish',
  channel: 'a',
  exchange: 'amq.topic',
  routingKey,
  properties,
  body: 'x',
});

describe('topic permissions', () => {
  it('that are empty allow the empty key alone', () => {
    const broker = withTopicPermissions({ write: '' });
    expect(broker.refusal(publish(''))).toBeNull();
    expect(broker.refusal(publish('a'))).not.toBeNull();
  });

  it('put the names of the user and the virtual host in', () => {
    const broker = withTopicPermissions({ write: '^{username}{vhost}x$' });
    expect(broker.refusal(publish('guest/x'))).toBeNull();
    expect(broker.refusal(publish('x'))).not.toBeNull();
  });

  it('look at hidden copies too, in versions that look at copies', () => {
    const hidden = publish('a', { headers: { BCC: ['b'] } });
    expect(withTopicPermissions({ write: '^a$' }, '4.0').refusal(hidden)).toContain("topic 'b'");
    expect(withTopicPermissions({ write: '^a$' }, '3.10').refusal(hidden)).toBeNull();
  });

  it('that are taken away are missed when the channel has been silent', () => {
    const broker = withTopicPermissions({ write: '^a$' });
    expect(broker.refusal(publish('a'))).toBeNull();
    const set = { type: 'topic-permissions.set', user: 'guest', exchange: 'amq.topic' };
    broker.ask({ ...set, write: '^b$', read: '' });
    expect(broker.refusal(publish('a'))).toBeNull();
    broker.wait(1200);
    expect(broker.refusal(publish('a'))).not.toBeNull();
  });

  it('are cleared for one exchange or for all', () => {
    const broker = withTopicPermissions({ write: '^a$' });
    const clear = { type: 'topic-permissions.clear', user: 'guest' };
    expect(broker.refusal({ ...clear, exchange: 'other' })).toBe('Not Found');
    expect(broker.refusal({ ...clear, exchange: 'amq.topic' })).toBeNull();
    expect(broker.refusal(publish('b'))).toBeNull();
    expect(broker.refusal(clear)).toBe('Not Found');
  });

  it('say nothing of a routing key once their exchange is not named', () => {
    const broker = withTopicPermissions({ write: '^a$' });
    broker.ask({ type: 'exchange.declare', channel: 'a', exchange: 't', exchangeType: 'topic' });
    expect(broker.refusal({ ...publish('b'), exchange: 't' })).toBeNull();
  });
});
