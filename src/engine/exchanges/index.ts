/**
 * Exchange types. One file holds one type; this table is the list of them.
 *
 * To add a type: write its file and add its row.
 */
import type { Exchange } from '../broker.ts';
import type { BrokerProfile } from '../profile.ts';
import { consistentHash } from './consistent-hash.ts';
import { direct } from './direct.ts';
import type { ExchangeType } from './exchange-type.ts';
import { fanout } from './fanout.ts';
import { headers } from './headers.ts';
import { random } from './random.ts';
import { topic } from './topic.ts';

export type { BindingIndex } from './exchange-type.ts';

/** An index is only ever handed to the type that made it, so its type may be forgotten here. */
const erased = <Index>(type: ExchangeType<Index>): ExchangeType => type as unknown as ExchangeType;

export const exchangeTypes = {
  direct: erased(direct),
  fanout: erased(fanout),
  topic: erased(topic),
  headers: erased(headers),
  'x-consistent-hash': erased(consistentHash),
  'x-random': erased(random),
  'x-local-random': erased(random),
} as const;

export type ExchangeTypeName = keyof typeof exchangeTypes;

/** Undefined where this broker knows no such type. */
export function findExchangeType(name: string, profile: BrokerProfile): ExchangeType | undefined {
  if (name === 'x-local-random' && !profile.knowsLocalRandomExchange) return undefined;
  return Object.hasOwn(exchangeTypes, name) ? exchangeTypes[name as ExchangeTypeName] : undefined;
}

/** The type of an exchange that was declared, and so is known. */
export const typeOf = ({ type }: Exchange): ExchangeType => exchangeTypes[type as ExchangeTypeName];
