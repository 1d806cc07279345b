/**
 * Field values as RabbitMQ sees them: what wire type a value has, how it is written in a reply text,
 * and when two are the same.
 */
import type { FieldTable, FieldValue, TypedValue, WireType } from './field-table.ts';

/** RabbitMQ's own name for each wire type. */
const erlangNames: Readonly<Record<WireType, string>> = {
  int8: 'byte',
  uint8: 'unsignedbyte',
  int16: 'short',
  uint16: 'unsignedshort',
  int32: 'signedint',
  uint32: 'unsignedint',
  int64: 'long',
  float: 'float',
  double: 'double',
  decimal: 'decimal',
  timestamp: 'timestamp',
  bytes: 'binary',
  table: 'table',
};

const integerTypes: readonly WireType[] = [
  'int8',
  'uint8',
  'int16',
  'uint16',
  'int32',
  'uint32',
  'int64',
];

export function isTyped(value: FieldValue): value is TypedValue {
  return typeof value === 'object' && value !== null && '!' in value && 'value' in value;
}

const isList = (value: FieldValue): value is readonly FieldValue[] => Array.isArray(value);

/** The type that goes over the wire; a plain integer takes the smallest that holds it. */
export function wireTypeName(value: FieldValue): string {
  if (value === null) return 'void';
  if (typeof value === 'string') return 'longstr';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return erlangNames[numberType(value)];
  if (isList(value)) return 'array';
  return isTyped(value) ? erlangNames[value['!']] : 'table';
}

function numberType(value: number): WireType {
  if (!Number.isInteger(value)) return 'double';
  if (value >= -(2 ** 7) && value < 2 ** 7) return 'int8';
  if (value >= -(2 ** 15) && value < 2 ** 15) return 'int16';
  if (value >= -(2 ** 31) && value < 2 ** 31) return 'int32';
  return 'int64';
}

/** The value if it is a whole number of any width, or null. */
export function integerOf(value: FieldValue): number | null {
  if (typeof value === 'number') return Number.isInteger(value) ? value : null;
  if (value !== null && typeof value === 'object' && !isList(value) && isTyped(value)) {
    return integerTypes.includes(value['!']) ? Number(value.value) : null;
  }
  return null;
}

/** As RabbitMQ prints it: `'1000'`, `'true'`. */
export function plainText(value: FieldValue): string {
  if (value === null) return 'undefined';
  if (typeof value === 'object' && !isList(value) && isTyped(value)) return plainText(value.value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** As Erlang prints the term. */
export function erlangText(value: FieldValue): string {
  if (typeof value === 'string') return value === '' ? '<<>>' : `<<"${value}">>`;
  return plainText(value);
}

/**
 * Whether two values are the same. With `byType`, an integer and a double or a timestamp never are;
 * otherwise numbers are compared by value alone. Widths of integers do not matter either way.
 */
export function sameValue(one: FieldValue, other: FieldValue, byType: boolean): boolean {
  const [a, b] = [comparable(one), comparable(other)];
  if (typeof a.value === 'object' || typeof b.value === 'object') {
    return sameStructure(one, other, byType);
  }
  return a.value === b.value && (a.kind === b.kind || (!byType && a.isNumber && b.isNumber));
}

/** Types that are compared as if they were another. */
const kinds: Readonly<Record<string, string>> = { float: 'double', timestamp: 'integer' };

interface Comparable {
  readonly kind: string;
  readonly value: unknown;
  readonly isNumber: boolean;
}

function comparable(value: FieldValue): Comparable {
  if (integerOf(value) !== null) {
    return { kind: 'integer', value: integerOf(value), isNumber: true };
  }
  if (typeof value === 'number') return { kind: 'double', value, isNumber: true };
  if (value !== null && typeof value === 'object' && !isList(value) && isTyped(value)) {
    const kind = kinds[value['!']] ?? value['!'];
    return { kind, value: value.value, isNumber: typeof value.value === 'number' };
  }
  return { kind: value === null ? 'void' : typeof value, value: value ?? 'void', isNumber: false };
}

function sameStructure(first: FieldValue, second: FieldValue, byType: boolean): boolean {
  const [one, other] = [unwrapped(first), unwrapped(second)];
  if (isListOrTable(one) && isListOrTable(other)) {
    if (isList(one) !== isList(other)) return false;
    const [names, otherNames] = [Object.keys(one), Object.keys(other)];
    return (
      names.length === otherNames.length &&
      names.every(
        (name) =>
          Object.hasOwn(other, name) &&
          sameValue(
            (one as FieldTable)[name] as FieldValue,
            (other as FieldTable)[name] as FieldValue,
            byType,
          ),
      )
    );
  }
  return false;
}

/** A table with an entry named `!` is a table. */
const unwrapped = (value: FieldValue): FieldValue =>
  typeof value === 'object' &&
  value !== null &&
  !isList(value) &&
  isTyped(value) &&
  value['!'] === 'table'
    ? value.value
    : value;

const isListOrTable = (value: FieldValue): value is readonly FieldValue[] | FieldTable =>
  typeof value === 'object' && value !== null && !(!isList(value) && isTyped(value));
