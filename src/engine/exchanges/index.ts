/**
 * Exchange types. One file holds one type; this table is the list of them.
 *
 * To add a type: write its file and add its row.
 */
import type { Exchange } from '../broker.ts';
import { consistentHash } from './consistent-hash.ts';
import { delayedMessage } from './delayed-message.ts';
import { direct } from './direct.ts';
import type { ExchangeType, Knowing } from './exchange-type.ts';
import { fanout } from './fanout.ts';
import { headers } from './headers.ts';
import { modulusHash } from './modulus-hash.ts';
import { localRandom, random } from './random.ts';
import { recentHistory } from './recent-history.ts';
import { topic } from './topic.ts';

export type { BindingIndex } from './exchange-type.ts';

/** An index is only ever handed to the type that made it, so its type may be forgotten here. */
const erased = <Index>(type: ExchangeType<Index>): ExchangeType => type as unknown as ExchangeType;

const typesThatRoute = {
  direct: erased(direct),
  fanout: erased(fanout),
  topic: erased(topic),
  headers: erased(headers),
  'x-consistent-hash': erased(consistentHash),
  'x-random': erased(random),
  'x-local-random': erased(localRandom),
  'x-modulus-hash': erased(modulusHash),
  'x-recent-history': erased(recentHistory),
} as const;

export const exchangeTypes = {
  ...typesThatRoute,
  'x-delayed-message': erased(delayedMessage(typesThatRoute)),
} as const;

export type ExchangeTypeName = keyof typeof exchangeTypes;

/** Undefined where this broker knows no such type. */
export function findExchangeType(name: string, broker: Knowing): ExchangeType | undefined {
  if (!Object.hasOwn(exchangeTypes, name)) return undefined;
  const type = exchangeTypes[name as ExchangeTypeName];
  return type.isKnown?.(broker) === false ? undefined : type;
}

/** The type of an exchange that was declared, and so is known. */
export const typeOf = ({ type }: Exchange): ExchangeType => exchangeTypes[type as ExchangeTypeName];
