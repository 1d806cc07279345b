import { describe, expect, it } from 'vitest';
import { ABroker } from '../../testing/a-broker.ts';
import { previewPolicy } from './preview-policy.ts';

const own = { isOperators: false, replaces: null };

function aBroker(): ABroker {
  const broker = new ABroker();
  for (const queue of ['orders', 'billing'])
    broker.ask({ type: 'queue.declare', channel: 'a', queue });
  const log = { queue: 'log', durable: true, arguments: { 'x-queue-type': 'stream' } };
  broker.ask({ type: 'queue.declare', channel: 'a', ...log });
  return broker;
}

describe('a policy that is not set yet', () => {
  it('is told to which queues it would apply, and by which it would be passed by', () => {
    const preview = previewPolicy(
      aBroker().broker,
      { name: 'p', pattern: 'o', applyTo: 'queues', definition: { 'message-ttl': 5 } },
      own,
    );
    expect(preview.matches).toEqual([
      { kind: 'queue', name: 'log', outrankedBy: null, unknownKeys: ['message-ttl'] },
      { kind: 'queue', name: 'orders', outrankedBy: null, unknownKeys: [] },
    ]);
  });

  it('stands behind one of a higher priority, unless it takes its place', () => {
    const broker = aBroker();
    const first = { name: 'first', pattern: '^orders$', definition: { expires: 9 }, priority: 3 };
    broker.ask({ type: 'policy.set', ...first });
    const parts = { name: 'p', pattern: '^orders$', definition: { 'max-length': 5 } };
    expect(previewPolicy(broker.broker, parts, own).matches).toMatchObject([
      { name: 'orders', outrankedBy: 'first' },
    ]);
    const instead = { ...own, replaces: 'first' };
    expect(previewPolicy(broker.broker, parts, instead).matches).toMatchObject([
      { name: 'orders', outrankedBy: null },
    ]);
  });

  it('reaches exchanges where it may, and what it does to them is what it then does', () => {
    const broker = aBroker();
    const parts = {
      name: 'p',
      pattern: '^amq\\.(to|di)',
      definition: { 'alternate-exchange': 'x' },
    };
    const names = previewPolicy(broker.broker, parts, own).matches.map(({ name }) => name);
    expect(names).toEqual(['amq.direct', 'amq.topic']);
    const applied = broker.ask({ type: 'policy.set', ...parts });
    expect(applied).toMatchObject(names.map((name) => ({ type: 'policy.applied', to: { name } })));
  });

  it('is told what is wrong with each of its parts, in the words of the broker', () => {
    const broker = aBroker();
    const parts = { name: 'p', pattern: '(', definition: {}, applyTo: 'nothing', priority: 'high' };
    const { problems, matches } = previewPolicy(broker.broker, parts, own);
    expect(matches).toEqual([]);
    expect(problems.pattern).toMatch(/^pattern should be regular expression but is invalid/);
    expect(problems.definition).toBe('no policy provided');
    expect(problems.applyTo).toMatch(/^apply-to 'nothing' unrecognised/);
    expect(problems.priority).toMatch(/^priority should be a number/);
  });

  it('of an operator may say less', () => {
    const parts = { name: 'p', pattern: '.*', definition: { 'dead-letter-exchange': 'x' } };
    const { broker } = aBroker();
    expect(previewPolicy(broker, parts, own).problems.definition).toBeNull();
    const operators = { ...own, isOperators: true };
    expect(previewPolicy(broker, parts, operators).problems.definition).toMatch(/not recognised/);
  });
});
