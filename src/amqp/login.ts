/**
 * Who logs in, as each of RabbitMQ's mechanisms has it. Null is an answer that RabbitMQ does not
 * understand, which it takes worse than a wrong password.
 *
 * https://www.rabbitmq.com/docs/access-control#mechanisms
 */
import { bytesOf } from '#base';
import { guest } from '#engine';
import type { BrokerProfile, FieldTable } from '#engine';
import { ByteReader } from './codec/byte-reader.ts';
import { readTable } from './codec/field-table.ts';
import { WireError } from './codec/wire-error.ts';

export interface Login {
  readonly user: string;
  readonly password: string;
}

type Knowledge = Pick<BrokerProfile, 'knowsAnonymousLogin'>;

export function readLogin(
  mechanism: string,
  response: string,
  { knowsAnonymousLogin }: Knowledge,
): Login | null {
  if (mechanism === 'PLAIN') return readPlain(response);
  if (mechanism === 'AMQPLAIN') return readAmqplain(response);
  return mechanism === 'ANONYMOUS' && knowsAnonymousLogin ? nobody : null;
}

/** Unless RabbitMQ is configured otherwise. */
const nobody: Login = { user: guest, password: 'guest' };

/** Nobody in whose name, then the user, then the password, each after a zero. */
function readPlain(response: string): Login | null {
  const [authorized, user, password, ...rest] = response.split('\0');
  if (authorized !== '' || user === undefined || password === undefined) return null;
  return rest.length > 0 ? null : { user, password };
}

/** The entries of a field table, without its length before them. */
function readAmqplain(response: string): Login | null {
  const { LOGIN: user, PASSWORD: password } = entriesOf(response);
  if (typeof user !== 'string' || typeof password !== 'string') return null;
  return { user, password };
}

function entriesOf(response: string): FieldTable {
  const entries = bytesOf(response);
  const table = new Uint8Array(entries.length + 4);
  new DataView(table.buffer).setUint32(0, entries.length);
  table.set(entries, 4);
  try {
    return readTable(new ByteReader(table));
  } catch (error) {
    if (error instanceof WireError) return {};
    throw error;
  }
}
