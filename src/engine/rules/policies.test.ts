import { describe, expect, it } from 'vitest';
import { ABroker } from '../../testing/a-broker.ts';

const policy = (name: string, definition: object, more: object = {}) => ({
  type: 'policy.set',
  name,
  pattern: '.*',
  definition,
  ...more,
});
const operatorPolicy = (name: string, definition: object, more: object = {}) => ({
  ...policy(name, definition, more),
  type: 'operator-policy.set',
});
const declare = (queue: string, args: object = {}, more: object = {}) => ({
  type: 'queue.declare',
  channel: 'a',
  queue,
  arguments: args,
  ...more,
});
const publish = (routingKey: string) => ({
  type: 'basic.publish',
  channel: 'a',
  exchange: '',
  routingKey,
  body: 'x',
});

function brokerWith(...commands: readonly object[]): ABroker {
  const broker = new ABroker();
  for (const command of commands) expect(broker.refusal(command)).toBeNull();
  return broker;
}

describe('a policy', () => {
  it('tells to what it applies, and when it does no longer', () => {
    const broker = brokerWith(declare('q'));
    const applied = { type: 'policy.applied', to: { kind: 'queue', name: 'q' } };
    const set = policy('p', { 'max-length': 5 }, { applyTo: 'queues' });
    expect(broker.ask(set)).toMatchObject([{ ...applied, policy: 'p', operatorPolicy: null }]);
    expect(broker.ask(set)).toEqual([]);
    const cleared = broker.ask({ type: 'policy.clear', name: 'p' });
    expect(cleared).toMatchObject([{ ...applied, policy: null }]);
    expect(broker.queue('q')?.policy).toBeNull();
    expect(broker.queue('q')?.settings.maxLength).toBeNull();
    expect(broker.refusal({ type: 'policy.clear', name: 'p' })).toBe('Not Found');
  });

  it('of the same priority as another comes first by its name', () => {
    const broker = brokerWith(
      declare('q'),
      policy('b', { 'max-length': 2 }),
      policy('a', { 'max-length': 1 }),
    );
    expect(broker.queue('q')?.policy).toBe('a');
  });

  it('does not apply at all to a queue whose type does not know one of its keys', () => {
    const broker = brokerWith(
      declare('classic'),
      declare('quorum', { 'x-queue-type': 'quorum' }, { durable: true }),
      policy('both', { 'max-length': 9 }, { priority: 1 }),
      policy('quorum', { 'delivery-limit': 3, 'max-length': 4 }, { priority: 2 }),
      policy('classic', { 'queue-mode': 'lazy', 'max-length': 5 }, { priority: 3 }),
      policy('stream', { 'max-age': '1h', 'max-length': 6 }, { priority: 4 }),
    );
    expect(broker.queue('classic')?.settings.maxLength).toBe(5);
    expect(broker.queue('quorum')?.settings).toMatchObject({ maxLength: 4, deliveryLimit: 3 });
  });

  it('begins the expiry of a queue anew', () => {
    const broker = brokerWith(declare('q', { 'x-expires': 1000 }));
    broker.wait(900);
    broker.ask(policy('p', { 'max-length': 5 }));
    broker.wait(900);
    expect(broker.queue('q')).toBeDefined();
    broker.wait(200);
    expect(broker.queue('q')).toBeUndefined();
  });

  it('trims a full queue before it forbids to', () => {
    const broker = brokerWith(declare('q'), publish('q'), publish('q'), publish('q'));
    broker.ask(policy('p', { 'max-length': 1, overflow: 'reject-publish' }));
    expect(broker.queue('q')?.readyCount).toBe(1);
  });

  it('sends what it trims to the exchange that it names', () => {
    const broker = brokerWith(declare('dead'), declare('q'), publish('q'), publish('q'));
    const definition = {
      'max-length': 0,
      'dead-letter-exchange': '',
      'dead-letter-routing-key': 'dead',
    };
    broker.ask(policy('p', definition, { pattern: '^q$' }));
    expect(broker.queue('dead')?.readyCount).toBe(2);
  });

  it('is refused with all that is wrong with it', () => {
    const broker = new ABroker();
    const wrong = policy('p', { nonsense: [1, 'x', { a: null }] }, { pattern: '[', applyTo: 'x' });
    expect(broker.refusal({ ...wrong, priority: 'high' })).toBe(
      [
        'Validation failed',
        '',
        '[{<<"nonsense">>,[1,<<"x">>,#{<<"a">> => null}]}] are not recognised policy settings',
        "apply-to 'x' unrecognised; should be one of: 'queues', 'classic_queues',  'quorum_queues', 'streams', 'exchanges', or 'all'",
        'pattern should be regular expression but is invalid: {"missing terminating ] for character class",1}',
        'priority should be a number, actually was <<"high">>',
        '',
      ].join('\n'),
    );
  });

  it('belongs to its virtual host', () => {
    const broker = brokerWith(
      { type: 'vhost.create', vhost: 'other' },
      policy('p', { 'max-length': 1 }, { vhost: 'other' }),
      declare('q'),
    );
    expect(broker.queue('q')?.policy).toBeNull();
    expect(broker.refusal(policy('p', { expires: 1 }, { vhost: 'no' }))).toBe('vhost_not_found');
  });

  it('may mirror classic queues only where the version can', () => {
    const mirror = policy('ha', { 'ha-mode': 'all' });
    expect(new ABroker('3.10').refusal(mirror)).toBeNull();
    expect(new ABroker('4.0').refusal(mirror)).toContain('not recognised');
    expect(new ABroker('3.10').refusal(policy('ha', { 'ha-params': 2 }))).toContain(
      'ha-mode must be specified',
    );
    const exactly = policy('ha', { 'ha-mode': 'exactly', 'ha-params': 'two' });
    expect(new ABroker('3.10').refusal(exactly)).toContain(
      'ha-mode="exactly" takes an integer, <<"two">> given',
    );
  });
});

describe('an operator policy', () => {
  it('lowers what a policy and an argument allow, and raises nothing', () => {
    const broker = brokerWith(
      declare('q', { 'x-max-length': 50 }),
      policy('p', { 'max-length': 10, 'max-length-bytes': 5, 'message-ttl': 7 }),
      operatorPolicy('o', { 'max-length': 20, 'max-length-bytes': 3, expires: 1000 }),
    );
    expect(broker.queue('q')?.settings).toMatchObject({
      maxLength: 10,
      maxLengthBytes: 3,
      messageTtl: 7,
      expires: 1000,
    });
    expect(broker.queue('q')).toMatchObject({ policy: 'p', operatorPolicy: 'o' });
    broker.ask({ type: 'policy.clear', name: 'p' });
    expect(broker.queue('q')?.settings.maxLength).toBe(20);
    broker.ask({ type: 'operator-policy.clear', name: 'o' });
    expect(broker.queue('q')?.settings).toMatchObject({ maxLength: 50, expires: null });
  });

  it('decides the overflow where its version may, against the policy and not the argument', () => {
    const broker = brokerWith(
      declare('q'),
      declare('own', { 'x-overflow': 'drop-head' }),
      policy('p', { overflow: 'drop-head' }),
      operatorPolicy('o', { overflow: 'reject-publish' }),
    );
    expect(broker.queue('q')?.settings.overflow).toBe('reject-publish');
    expect(broker.queue('own')?.settings.overflow).toBe('drop-head');
    const old = new ABroker('3.10');
    expect(old.refusal(operatorPolicy('o', { overflow: 'reject-publish' }))).toContain(
      'are not recognised policy settings',
    );
  });

  it('knows fewer keys than a policy', () => {
    expect(new ABroker().refusal(operatorPolicy('o', { 'dead-letter-exchange': 'x' }))).toContain(
      '[{<<"dead-letter-exchange">>,<<"x">>}] are not recognised policy settings',
    );
  });

  it('and any policy win over the arguments of a stream, and the overflow of a quorum queue', () => {
    const broker = brokerWith(
      declare('s', { 'x-queue-type': 'stream', 'x-max-age': '1h' }, { durable: true }),
      declare(
        'q',
        { 'x-queue-type': 'quorum', 'x-overflow': 'reject-publish', 'x-expires': 5 },
        { durable: true },
      ),
      policy('s', { 'max-age': '2h' }, { applyTo: 'streams' }),
      policy('q', { overflow: 'drop-head', expires: 9 }, { applyTo: 'quorum_queues' }),
    );
    expect(broker.queue('s')?.settings.maxAge).toBe(7_200_000);
    expect(broker.queue('q')?.settings).toMatchObject({ overflow: 'drop-head', expires: 9 });
  });

  it('gives way where a negative delivery limit means none', () => {
    const broker = brokerWith(
      declare('q', { 'x-queue-type': 'quorum' }, { durable: true }),
      policy('p', { 'delivery-limit': -1 }),
      operatorPolicy('o', { 'delivery-limit': 5 }),
    );
    expect(broker.queue('q')?.settings.deliveryLimit).toBe(5);
    expect(new ABroker('3.10').refusal(policy('p', { 'delivery-limit': -1 }))).toContain(
      '-1 is not a valid delivery limit',
    );
  });
});
