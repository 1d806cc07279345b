import { describe, expect, it } from 'vitest';
import { ABroker } from '../../testing/a-broker.ts';
import { allowedKeys, allowedNames } from './allowed-names.ts';

function aBroker(): ABroker {
  const broker = new ABroker();
  for (const queue of ['orders', 'orders.retry', 'billing'])
    broker.ask({ type: 'queue.declare', channel: 'a', queue });
  return broker;
}

describe('allowedNames', () => {
  it('finds an expression anywhere in a name', () => {
    expect(allowedNames(aBroker(), '/', 'orders')).toEqual({
      problem: null,
      queues: ['orders', 'orders.retry'],
      exchanges: [],
    });
    expect(allowedNames(aBroker(), '/', '^orders$').queues).toEqual(['orders']);
  });

  it('knows the default exchange as amq.default, and nothing by an empty expression', () => {
    expect(allowedNames(aBroker(), '/', 'default').exchanges).toEqual(['amq.default']);
    expect(allowedNames(aBroker(), '/', '')).toEqual({ problem: null, queues: [], exchanges: [] });
  });

  it('says what the broker says of an expression that it cannot read', () => {
    const broker = aBroker();
    const { problem, queues } = allowedNames(broker, '/', 'orders(');
    expect(queues).toEqual([]);
    const refusal = broker.refusal({
      type: 'permissions.set',
      user: 'guest',
      configure: 'orders(',
      write: '',
      read: '',
    });
    expect(refusal).toMatch(/invalid_regexp/);
    expect(problem).toBe(refusal);
  });
});

describe('allowedKeys', () => {
  it('puts the names of the user and the virtual host in', () => {
    const keys = ['shop.created', 'clerk.created'];
    const who = { user: 'shop', vhost: '/' };
    expect(allowedKeys('^{username}\\.', keys, who)).toEqual(['shop.created']);
    expect(allowedKeys('(', keys, who)).toBeNull();
  });
});
