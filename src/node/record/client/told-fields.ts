/**
 * Fields as the cases write them and the recordings tell them. What comes back is plain, but for
 * timestamps, `{"timestamp": 5}`, and decimals, `{"places": 2, "digits": 314}`.
 */
import { isPropertyName, isWireType } from '#amqp';
import type { FieldsToSend } from '#amqp';
import type { FieldTable, FieldValue, Properties, TypedValue } from '#engine';

export type Table = Readonly<Record<string, unknown>>;

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields of a method, or properties of a message: some of them are tables. */
export const tellFields = (fields: object): Table =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]: readonly [string, unknown]) => [
      name,
      isTable(value) ? tellTable(value as FieldTable) : value,
    ]),
  );

const tellTable = (table: FieldTable): Table =>
  Object.fromEntries(Object.entries(table).map(([name, value]) => [name, tellValue(value)]));

function tellValue(value: FieldValue): unknown {
  if (Array.isArray(value)) return value.map(tellValue);
  if (!isTable(value)) return value;
  return Object.hasOwn(value, '!')
    ? tellTyped(value as unknown as TypedValue)
    : tellTable(value as FieldTable);
}

function tellTyped({ '!': type, value }: TypedValue): unknown {
  if (type === 'table') return tellTable(value as FieldTable);
  if (type === 'timestamp') return { timestamp: Number(value) };
  if (type === 'decimal') return tellDecimal(String(value));
  // No integer that a case uses is beyond what a number holds exactly.
  return type === 'bytes' ? value : Number(value);
}

function tellDecimal(text: string): Table {
  const [whole = '', part = ''] = text.split('.');
  return { places: part.length, digits: Number(whole + part) };
}

/** A case that names what there is not would be recorded as if it said something else. */
export function fieldsToSend(fields: Table): FieldsToSend {
  for (const value of Object.values(fields)) checkTypes(value);
  return fields as FieldsToSend;
}

export function propertiesToSend(properties: Table): Properties {
  const unknown = Object.keys(properties).filter((name) => !isPropertyName(name));
  if (unknown.length > 0) throw new Error(`There is no property '${unknown.join("', '")}'.`);
  return fieldsToSend(properties) as Properties;
}

function checkTypes(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (isTable(value) && '!' in value && 'value' in value && !isWireType(String(value['!'])))
    throw new Error(`There is no wire type '${String(value['!'])}'.`);
  for (const item of Object.values(value)) checkTypes(item);
}
