/** Methods between names and fields, as the cases write them, and the payload of a method frame. */
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { readTable, writeTable } from './field-table.ts';
import type { Table } from './field-table.ts';
import { methodShapes } from './method-table.ts';
import type { FieldType } from './method-table.ts';

export interface Method {
  readonly name: string;
  readonly fields: Table;
}

const shapesByName = new Map(methodShapes.map((shape) => [shape.name, shape]));
const keyOf = (classId: number, methodId: number): string => `${classId}.${methodId}`;
const shapesByKey = new Map(
  methodShapes.map((shape) => [keyOf(shape.classId, shape.methodId), shape]),
);

export const isMethodName = (name: string): boolean => shapesByName.has(name);

/** Whether a step of a case may have such a field. */
export const hasField = (name: string, field: string): boolean =>
  field !== '-' && (shapesByName.get(name)?.fields.some(([known]) => known === field) ?? false);

/** Fields that are left out are zero. */
export function encodeMethod({ name, fields }: Method): Buffer {
  const shape = shapesByName.get(name);
  if (shape === undefined) throw new Error(`There is no method '${name}'.`);
  const to = new ByteWriter();
  to.short(shape.classId);
  to.short(shape.methodId);
  let bits: boolean[] = [];
  const flush = (): void => {
    if (bits.length > 0) to.octet(bits.reduce((octet, bit, at) => octet | (Number(bit) << at), 0));
    bits = [];
  };
  for (const [field, type] of shape.fields) {
    if (type === 'bit') {
      bits.push(fields[field] === true);
      continue;
    }
    flush();
    writeField(to, type, fields[field]);
  }
  flush();
  return to.toBuffer();
}

function writeField(to: ByteWriter, type: Exclude<FieldType, 'bit'>, value: unknown): void {
  if (type === 'table') writeTable(to, (value ?? {}) as Table);
  else if (type === 'shortstr' || type === 'longstr') to[type](String(value ?? ''));
  else to[type](Number(value ?? 0));
}

export function decodeMethod(payload: Buffer): Method {
  const from = new ByteReader(payload);
  const key = keyOf(from.short(), from.short());
  const shape = shapesByKey.get(key);
  if (shape === undefined) throw new Error(`The broker sent a method of the number ${key}.`);
  const fields: [string, unknown][] = [];
  let octet = 0;
  let bitsRead = 0;
  for (const [field, type] of shape.fields) {
    if (type === 'bit') {
      if (bitsRead % 8 === 0) octet = from.octet();
      fields.push([field, ((octet >> (bitsRead % 8)) & 1) === 1]);
      bitsRead++;
      continue;
    }
    bitsRead = 0;
    fields.push([field, type === 'table' ? readTable(from) : from[type]()]);
  }
  return { name: shape.name, fields: Object.fromEntries(fields.filter(([name]) => name !== '-')) };
}
