/** Users as they are listed, exported and made. */
import type { User, UserName } from '#engine';
import { isHashingAlgorithm } from '../../broker/passwords.ts';
import type { PasswordHash } from '../../broker/passwords.ts';
import type { BrokerNode } from '../broker-node.ts';
import type { Fields, Json } from '../json.ts';
import { operate } from '../operate.ts';
import { badRequest } from '../reply.ts';
import { readTags } from './tags.ts';

export function userJson({ running }: BrokerNode, { name, tags }: User): Fields {
  const { hash, algorithm } = running.passwords.hashOf(name);
  return { hashing_algorithm: algorithm, limits: {}, name, password_hash: hash, tags };
}

/** Makes a user or changes one. Without a password nobody can log in as it. */
export function putUser({ running }: BrokerNode, name: UserName, fields: Fields): void {
  const tags = tagsIn(fields);
  if (fields['password'] !== undefined && fields['password_hash'] !== undefined)
    throw badRequest('both_password_and_password_hash_are_provided');
  const hash = hashIn(fields);
  const password = passwordIn(fields);
  const isNew = !running.broker.users.has(name);
  // One that is known by its hash only may turn out to have the password that it has.
  const kept = hash === null || isNew ? { password: password ?? '' } : {};
  operate(running, { type: 'user.set', user: name, tags, ...kept });
  if (hash !== null) running.passwords.setHash(name, hash);
  // An earlier hash is not right any more either.
  else if (kept.password === '') running.passwords.setHash(name, { hash: '', algorithm: usual });
}

const usual = 'rabbit_password_hashing_sha256';

function tagsIn(fields: Fields): readonly string[] {
  const { tags, administrator } = fields;
  if (tags !== undefined) return readTags(tags);
  if (administrator === undefined) throw badRequest('tags_not_present');
  return administrator === true || administrator === 'true' ? ['administrator'] : [];
}

function passwordIn({ password }: Fields): string | null {
  if (password === undefined) return null;
  if (typeof password !== 'string') throw badRequest('password should be a string');
  return password;
}

function hashIn({ password_hash: hash, hashing_algorithm: algorithm = usual }: Fields) {
  if (hash === undefined) return null;
  if (typeof hash !== 'string' || !isBase64(hash)) throw badRequest(['not_base64', hash]);
  return { hash, algorithm: algorithmNamed(algorithm) };
}

function algorithmNamed(name: Json): PasswordHash['algorithm'] {
  if (typeof name === 'string' && isHashingAlgorithm(name)) return name;
  throw badRequest(['unknown_hashing_algorithm', name]);
}

export const isBase64 = (text: string): boolean =>
  /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text);
