/**
 * The passwords of a broker's users as RabbitMQ keeps them, hashed, with which it exports and imports
 * users. The broker itself knows them plainly, except of users that were imported with a hash: what
 * their password is shows when they first log in with it.
 *
 * https://www.rabbitmq.com/docs/passwords
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Broker, BrokerEvent, Command, UserName } from '#engine';

/** How many bytes of a hash are its salt. */
const saltLength = 4;

/** What RabbitMQ calls the hashes that it may have, and what Node calls them. */
const algorithms = {
  rabbit_password_hashing_sha256: 'sha256',
  rabbit_password_hashing_sha512: 'sha512',
  rabbit_password_hashing_md5: 'md5',
} as const;

export type HashingAlgorithm = keyof typeof algorithms;

export const isHashingAlgorithm = (name: string): name is HashingAlgorithm =>
  Object.hasOwn(algorithms, name);

export interface PasswordHash {
  /** The salt and the hash of salt and password, in base64. */
  readonly hash: string;
  readonly algorithm: HashingAlgorithm;
}

interface Known {
  readonly kept: PasswordHash;
  /** Null as long as only the hash is known. */
  readonly password: string | null;
}

interface Asked {
  readonly broker: Broker;
  ask(command: Command): readonly BrokerEvent[];
}

const noHash: PasswordHash = { hash: '', algorithm: 'rabbit_password_hashing_sha256' };

export class Passwords {
  readonly #asked: Asked;
  readonly #known = new Map<string, Known>();

  constructor(asked: Asked) {
    this.#asked = asked;
  }

  /** Nobody logs in with a blank one. */
  isRight(user: string, password: string): boolean {
    const found = this.#asked.broker.users.get(user as UserName);
    if (found === undefined || password === '') return false;
    if (found.password !== '') return found.password === password;
    const known = this.#known.get(user);
    if (known === undefined || known.kept.hash === '' || known.password !== null) return false;
    if (!isHashOf(known.kept, password)) return false;
    this.#known.set(user, { ...known, password });
    this.#asked.ask({ type: 'user.set', user: found.name, password, tags: found.tags });
    return true;
  }

  /** The same one as long as the password is the same; empty for users without any. */
  hashOf(user: string): PasswordHash {
    const password = this.#asked.broker.users.get(user as UserName)?.password;
    const known = this.#known.get(user);
    if (password === undefined) return noHash;
    if (password === '') return known?.password === null ? known.kept : noHash;
    if (known?.password === password) return known.kept;
    const kept = { ...noHash, hash: hashWith(randomBytes(saltLength), password) };
    this.#known.set(user, { kept, password });
    return kept;
  }

  /** The user, who is there, has the password that this is the hash of; and with '' none. */
  setHash(user: string, kept: PasswordHash): void {
    const found = this.#asked.broker.users.get(user as UserName);
    const password = found?.password ?? '';
    const isKnown = password !== '' && isHashOf(kept, password);
    this.#known.set(user, { kept, password: isKnown ? password : null });
    if (found !== undefined && !isKnown)
      this.#asked.ask({ type: 'user.set', user: found.name, password: '', tags: found.tags });
  }
}

function hashWith(salt: Buffer, password: string, algorithm = 'sha256'): string {
  const digest = createHash(algorithm).update(salt).update(password, 'utf8').digest();
  return Buffer.concat([salt, digest]).toString('base64');
}

function isHashOf({ hash, algorithm }: PasswordHash, password: string): boolean {
  const expected = Buffer.from(hash, 'base64');
  const salt = expected.subarray(0, saltLength);
  const given = Buffer.from(hashWith(salt, password, algorithms[algorithm]), 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
