/** How Erlang prints what it read from JSON; RabbitMQ's complaints to operators contain such terms. */
import type { FieldValue } from './field-table.ts';
import { byteLength } from './rules/body-size.ts';

export function erlangTerm(value: FieldValue): string {
  if (typeof value === 'string') return erlangBinary(value);
  if (Array.isArray(value)) return `[${value.map(erlangTerm).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value as Readonly<Record<string, FieldValue>>);
    return `#{${entries.map(([name, item]) => `${erlangBinary(name)} => ${erlangTerm(item)}`).join(',')}}`;
  }
  return String(value);
}

function erlangBinary(text: string): string {
  if (text === '') return '<<>>';
  const isAscii = byteLength(text) === text.length;
  return `<<${erlangString(text)}${isAscii ? '' : '/utf8'}>>`;
}

/** In quotes. */
export const erlangString = (text: string): string =>
  `"${text.replaceAll(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}"`;

/** An atom that is more than one word has quotes of its own: `direct`, `'x-consistent-hash'`. */
export const erlangAtom = (name: string): string =>
  /^[a-z][\w@]*$/.test(name) ? name : `'${name}'`;
