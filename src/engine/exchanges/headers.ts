/**
 * Headers exchanges: a message goes where its headers agree with the arguments of a binding, all of
 * them or any. Arguments whose names begin with `x-` count only with `all-with-x` and `any-with-x`;
 * `x-match` itself never does. A void argument asks only that the header is there.
 *
 * https://www.rabbitmq.com/docs/exchanges#headers
 */
import type { Binding } from '../broker.ts';
import type { FieldTable, FieldValue } from '../field-table.ts';
import { preconditionFailed } from '../protocol-error.ts';
import { erlangText, isTyped, sameValue, wireTypeName } from '../field-value.ts';
import type { ExchangeType, Verdict } from './exchange-type.ts';

type Match = 'all' | 'any' | 'all-with-x' | 'any-with-x';
const matches: readonly string[] = ['all', 'any', 'all-with-x', 'any-with-x'];

export const headers: ExchangeType<readonly Binding[]> = {
  emptyIndex: [],
  with: (index, binding) => [...index, binding],
  without: (index, binding) => index.filter((other) => other !== binding),
  route: (index, { properties }, reach, profile) => {
    for (const binding of index) {
      if (agrees(binding, properties.headers ?? {}, profile.comparesHeadersByType)) {
        reach(binding.destination);
      }
    }
  },
  explain: (_, binding, { properties }, profile) =>
    explainHeaders(binding, properties.headers ?? {}, profile.comparesHeadersByType),
  validateBinding: ({ arguments: args }) => {
    const match = args['x-match'];
    if (match === undefined) return;
    if (typeof match !== 'string') {
      throw preconditionFailed(
        `Invalid x-match field type ${wireTypeName(match)} (value ${erlangText(match)}); ` +
          'expected longstr',
      );
    }
    if (!matches.includes(match)) {
      const text = match === '' ? '<<>>' : `<<"${match}">>`;
      throw preconditionFailed(
        `Invalid x-match field value ${text}; expected all, any, all-with-x, or any-with-x`,
      );
    }
  },
};

const matchOf = ({ arguments: args }: Binding): Match => (args['x-match'] ?? 'all') as Match;

/** The arguments that count. */
function criteriaOf(binding: Binding): readonly (readonly [string, FieldValue])[] {
  const withX = matchOf(binding).endsWith('-with-x');
  return Object.entries(binding.arguments).filter(
    ([name]) => name !== 'x-match' && (withX || !name.startsWith('x-')),
  );
}

function agrees(binding: Binding, given: FieldTable, byType: boolean): boolean {
  const holds = ([name, wanted]: readonly [string, FieldValue]): boolean =>
    isMet(name, wanted, given, byType);
  const criteria = criteriaOf(binding);
  return matchOf(binding).startsWith('all') ? criteria.every(holds) : criteria.some(holds);
}

function isMet(name: string, wanted: FieldValue, given: FieldTable, byType: boolean): boolean {
  const value = Object.hasOwn(given, name) ? given[name] : undefined;
  if (value === undefined) return false;
  return wanted === null || sameValue(wanted, byType ? inMilliseconds(value) : value, byType);
}

/** Where types are compared, the timestamp of a message counts in milliseconds, a binding's does not. */
function inMilliseconds(value: FieldValue): FieldValue {
  if (typeof value !== 'object' || value === null || !isTyped(value)) return value;
  return value['!'] === 'timestamp' ? { '!': 'int64', value: Number(value.value) * 1000 } : value;
}

function explainHeaders(binding: Binding, given: FieldTable, byType: boolean): Verdict {
  const criteria = criteriaOf(binding);
  const isAll = matchOf(binding).startsWith('all');
  const met = criteria.find(([name, wanted]) => isMet(name, wanted, given, byType));
  const unmet = criteria.find(([name, wanted]) => !isMet(name, wanted, given, byType));
  if (criteria.length === 0) {
    return isAll
      ? { matches: true, reason: 'it asks for no header, so it takes everything' }
      : { matches: false, reason: 'any of no headers is none, so it takes nothing' };
  }
  if (isAll) {
    return unmet === undefined
      ? { matches: true, reason: `all hold: ${criteria.map(([name]) => name).join(', ')}` }
      : { matches: false, reason: tellUnmet(unmet, given) };
  }
  return met === undefined
    ? { matches: false, reason: `none holds: ${criteria.map(([name]) => name).join(', ')}` }
    : { matches: true, reason: `${met[0]} is ${show(met[1])}` };
}

function tellUnmet([name, wanted]: readonly [string, FieldValue], given: FieldTable): string {
  const value = Object.hasOwn(given, name) ? given[name] : undefined;
  return value === undefined
    ? `there is no header ${name}`
    : `${name} is ${show(value)}, not ${show(wanted)}`;
}

const show = (value: FieldValue): string =>
  value === null ? 'present' : typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
