import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { apply, createBroker, profiles } from '#engine';
import type { BrokerEvent, Command, UserName } from '#engine';
import { Passwords } from './passwords.ts';

const ann = 'ann' as UserName;
const algorithm = 'rabbit_password_hashing_sha256';

let broker = createBroker(profiles['4.0']);
let passwords: Passwords;

const ask = (command: Command): readonly BrokerEvent[] => {
  const outcome = apply(broker, command, broker.at);
  ({ broker } = outcome);
  return outcome.events;
};

beforeEach(() => {
  broker = createBroker(profiles['4.0']);
  passwords = new Passwords({
    get broker() {
      return broker;
    },
    ask,
  });
});

const hashOf = (password: string): string => {
  const salt = Buffer.from([1, 2, 3, 4]);
  const digest = createHash('sha256').update(salt).update(password).digest();
  return Buffer.concat([salt, digest]).toString('base64');
};

describe('passwords', () => {
  it('are right when they are those of the user, and never when they are blank', () => {
    ask({ type: 'user.set', user: ann });
    expect(passwords.isRight('guest', 'guest')).toBe(true);
    expect(passwords.isRight('guest', 'Guest')).toBe(false);
    expect(passwords.isRight('nobody', 'guest')).toBe(false);
    expect(passwords.isRight('ann', '')).toBe(false);
  });

  it('have hashes as RabbitMQ makes them, the same as long as the password is', () => {
    const { hash } = passwords.hashOf('guest');
    const bytes = Buffer.from(hash, 'base64');
    const digest = createHash('sha256').update(bytes.subarray(0, 4)).update('guest').digest();
    expect(bytes.subarray(4)).toEqual(digest);
    expect(passwords.hashOf('guest')).toEqual({ hash, algorithm });
    ask({ type: 'user.set', user: 'guest' as UserName, password: 'other' });
    expect(passwords.hashOf('guest').hash).not.toBe(hash);
    expect(passwords.hashOf('nobody').hash).toBe('');
  });

  it('known by their hash are learnt when somebody logs in with them', () => {
    ask({ type: 'user.set', user: ann, tags: ['management'] });
    passwords.setHash('ann', { hash: hashOf('secret'), algorithm });
    expect(passwords.isRight('ann', 'wrong')).toBe(false);
    expect(broker.users.get(ann)?.password).toBe('');
    expect(passwords.isRight('ann', 'secret')).toBe(true);
    expect(broker.users.get(ann)).toMatchObject({ password: 'secret', tags: ['management'] });
    expect(passwords.hashOf('ann').hash).toBe(hashOf('secret'));
    expect(passwords.isRight('ann', 'wrong')).toBe(false);
  });

  it('that a live RabbitMQ has hashed are right', () => {
    ask({ type: 'user.set', user: ann });
    const hash = 'MFApMXfSdxwwZjiQzu1duSnqvf2ZAReMvL5wGVgEiGiVgthO';
    passwords.setHash('ann', { hash, algorithm });
    expect(passwords.isRight('ann', 'guest')).toBe(true);
  });

  it('are gone where a hash takes their place, unless it is theirs', () => {
    ask({ type: 'user.set', user: ann, password: 'old' });
    passwords.setHash('ann', { hash: hashOf('old'), algorithm });
    expect(broker.users.get(ann)?.password).toBe('old');
    passwords.setHash('ann', { hash: hashOf('new'), algorithm });
    expect(passwords.isRight('ann', 'old')).toBe(false);
    expect(passwords.isRight('ann', 'new')).toBe(true);
    passwords.setHash('ann', { hash: '', algorithm });
    expect(passwords.isRight('ann', 'new')).toBe(false);
  });
});
