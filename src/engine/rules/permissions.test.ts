import { describe, expect, it } from 'vitest';
import { ABroker } from '../../testing/a-broker.ts';

/** A user with these permissions, connected on channel `u`. */
function withUser(permissions: object, profile: '3.10' | '4.0' = '4.0'): ABroker {
  const broker = new ABroker(profile);
  broker.ask({ type: 'user.set', user: 'u', password: 'pw' });
  const nothing = { configure: '', write: '', read: '' };
  broker.ask({ type: 'permissions.set', user: 'u', ...nothing, ...permissions });
  broker.connect('user', 'u', { user: 'u', password: 'pw' });
  return broker;
}

const publish = { type: 'basic.publish', channel: 'u', exchange: '', routingKey: 'q', body: 'x' };

describe('permissions', () => {
  it('keep a user out of a virtual host in which it has none', () => {
    const broker = new ABroker();
    broker.ask({ type: 'user.set', user: 'u', password: 'pw' });
    const open = { type: 'connection.open', connection: 'c', user: 'u', password: 'pw' };
    expect(broker.refusal(open)).toBe("NOT_ALLOWED - access to vhost '/' refused for user 'u'");
    expect(broker.broker.connections.has('c' as never)).toBe(false);
  });

  it('are not asked for by a passive declaration', () => {
    const broker = withUser({});
    broker.ask({ type: 'queue.declare', channel: 'a', queue: 'q' });
    const look = { type: 'queue.declare', channel: 'u', queue: 'q', passive: true };
    expect(broker.refusal(look)).toBeNull();
  });

  it('are asked for before anybody looks whether the thing is there', () => {
    for (const [type, wanting] of [
      ['basic.get', 'read'],
      ['basic.consume', 'read'],
      ['queue.purge', 'read'],
      ['queue.delete', 'configure'],
    ]) {
      const broker = withUser({});
      expect(broker.refusal({ type, channel: 'u', queue: 'none' })).toBe(
        `ACCESS_REFUSED - ${wanting} access to queue 'none' in vhost '/' refused for user 'u'`,
      );
    }
  });

  it('are asked for again when a channel has been silent for a while', () => {
    const broker = withUser({ write: '.*' });
    expect(broker.refusal(publish)).toBeNull();
    broker.ask({ type: 'permissions.set', user: 'u', configure: '', write: '', read: '' });
    for (let count = 0; count < 10; count++) {
      broker.wait(900);
      expect(broker.refusal(publish)).toBeNull();
    }
    broker.wait(1200);
    expect(broker.refusal(publish)).toBe(
      "ACCESS_REFUSED - write access to exchange 'amq.default' in vhost '/' refused for user 'u'",
    );
  });

  it('are remembered for twelve things', () => {
    const broker = withUser({ configure: '.*' });
    for (let number = 1; number <= 13; number++) {
      broker.ask({ type: 'queue.declare', channel: 'u', queue: `q${number}` });
    }
    broker.ask({ type: 'permissions.set', user: 'u', configure: '', write: '', read: '' });
    const declare = (queue: string) => ({ type: 'queue.declare', channel: 'u', queue });
    expect(broker.refusal(declare('q2'))).toBeNull();
    expect(broker.refusal(declare('q1'))).not.toBeNull();
  });

  it('of a user that is gone allow nothing, and its connections are closed', () => {
    const broker = withUser({ write: '.*' });
    const events = broker.ask({ type: 'user.delete', user: 'u' });
    const closing = events.find(({ type }) => type === 'connection.close');
    expect(closing).toMatchObject({
      replyCode: 320,
      replyText: "CONNECTION_FORCED - user 'u' is deleted",
    });
    expect(broker.broker.connections.size).toBe(1);
    expect(broker.refusal({ type: 'user.delete', user: 'u' })).toBe('Not Found');
  });

  it('that are cleared leave connections open and let no new one in', () => {
    const broker = withUser({ write: '.*' });
    broker.ask({ type: 'permissions.clear', user: 'u' });
    expect(broker.refusal(publish)).not.toBeNull();
    expect(broker.broker.connections.has('user' as never)).toBe(true);
    const open = { type: 'connection.open', connection: 'again', user: 'u' };
    expect(broker.refusal(open)).toContain("access to vhost '/' refused");
    expect(broker.refusal({ type: 'permissions.clear', user: 'u' })).toBe('Not Found');
  });

  it('must be regular expressions', () => {
    const broker = withUser({ write: '.*' });
    const wrong = { type: 'permissions.set', user: 'u', configure: '(', write: '', read: '' };
    expect(broker.refusal(wrong)).toBe('{invalid_regexp,"(",{"missing )",1}}');
    expect(broker.refusal(publish)).toBeNull();
    const nobody = { ...wrong, user: 'nobody', configure: '' };
    expect(broker.refusal(nobody)).toBe('vhost_or_user_not_found');
  });

  it('do not hang on an expression that takes for ever', () => {
    const broker = withUser({ configure: '^(a+)+$' });
    const declare = { type: 'queue.declare', channel: 'u', queue: `${'a'.repeat(200)}!` };
    expect(broker.refusal(declare)).toContain('configure access to queue');
  });

  it('of an impersonator let it sign with another name', () => {
    const broker = withUser({ write: '.*' });
    const signed = { ...publish, properties: { userId: 'guest' } };
    broker.ask({ type: 'user.set', user: 'u', tags: ['impersonator'] });
    expect(broker.refusal(signed)).toBeNull();
    broker.ask({ type: 'user.set', user: 'u', tags: ['administrator'] });
    expect(broker.refusal(signed)).toContain("user_id property set to 'guest'");
  });

  it('stay when a user is set again, with the password that it had', () => {
    const broker = withUser({ write: '.*' });
    broker.ask({ type: 'user.set', user: 'u', tags: ['monitoring'] });
    expect(broker.refusal(publish)).toBeNull();
    const open = { type: 'connection.open', connection: 'c', user: 'u' };
    expect(broker.refusal({ ...open, password: 'other' })).toContain('Login was refused');
    expect(broker.refusal({ ...open, password: 'pw' })).toBeNull();
  });
});
