/** Methods between names with fields and the bytes of a method frame. */
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { readTable, writeLong, writeTable } from './field-table.ts';
import { endMark, frameTypes } from './frame-types.ts';
import { decodeHotMethod } from './hot-methods.ts';
import type { FieldsToSend, Method, MethodField } from './method.ts';
import { methodShapes } from './method-table.ts';
import type { FieldType, MethodShape } from './method-table.ts';
import {
  brokenTable,
  cannotDecode,
  cannotEncode,
  unknownFrame,
  unknownMethod,
  WireError,
} from './wire-error.ts';

const idsLength = 4;
const keyOf = (classId: number, methodId: number): number => (classId << 16) | methodId;
const shapesByKey = new Map(
  methodShapes.map((shape) => [keyOf(shape.classId, shape.methodId), shape]),
);
const shapesByName = new Map(methodShapes.map((shape) => [shape.name, shape]));

export const isMethodName = (name: string): boolean => shapesByName.has(name);

/** Whether a method of the name has such a field. */
export const hasField = (name: string, field: string): boolean =>
  field !== '-' && (shapesByName.get(name)?.fields.some(([known]) => known === field) ?? false);

/** Of the payload of a method frame. */
export function decodeMethod(payload: Uint8Array): Method {
  const hot = decodeHotMethod(payload);
  if (hot !== null) return hot;
  if (payload.length < idsLength) throw unknownFrame({ type: frameTypes.method, payload });
  const from = new ByteReader(payload);
  const classId = from.short();
  const methodId = from.short();
  const shape = shapesByKey.get(keyOf(classId, methodId));
  if (shape === undefined) throw unknownMethod(classId, methodId);
  try {
    const fields = readFields(from, shape);
    if (from.at === payload.length) return { name: shape.name, classId, methodId, fields };
  } catch (error) {
    if (hasShape(payload, shape)) {
      throw error instanceof WireError && error.replyCode !== 541
        ? error
        : brokenTable(classId, methodId);
    }
  }
  throw cannotDecode(payload.subarray(idsLength), shape);
}

function readFields(from: ByteReader, { fields, isUtf8 }: MethodShape): Method['fields'] {
  const values: Record<string, MethodField> = {};
  let octet = 0;
  let bitsRead = 0;
  for (const [name, type] of fields) {
    let value: MethodField;
    if (type === 'bit') {
      if ((bitsRead & 7) === 0) octet = from.octet();
      value = ((octet >> (bitsRead & 7)) & 1) === 1;
      bitsRead++;
    } else {
      bitsRead = 0;
      value = readField(from, type, isUtf8);
    }
    if (name !== '-') values[name] = value;
  }
  return values;
}

function readField(
  from: ByteReader,
  type: Exclude<FieldType, 'bit'>,
  isUtf8: boolean,
): MethodField {
  if (type === 'shortstr') return from.shortstr(isUtf8);
  if (type === 'table') return readTable(from);
  return type === 'longlong' ? from.uint64() : from[type]();
}

/** Lengths alone: RabbitMQ takes the arguments apart before it looks into texts and tables. */
function hasShape(payload: Uint8Array, { fields }: MethodShape): boolean {
  const from = new ByteReader(payload, idsLength);
  let bitsRead = 0;
  try {
    for (const [, type] of fields) {
      if (type === 'bit') {
        if ((bitsRead & 7) === 0) from.octet();
        bitsRead++;
        continue;
      }
      bitsRead = 0;
      if (type === 'shortstr') from.skip(from.octet());
      else if (type === 'longstr' || type === 'table') from.skip(from.long());
      else from[type]();
    }
  } catch {
    return false;
  }
  return from.at === payload.length;
}

const writer = new ByteWriter();

/** The whole frame, in an array of its own. */
export function encodeMethodFrame(
  channel: number,
  name: string,
  fields: FieldsToSend,
): Uint8Array<ArrayBuffer> {
  writer.clear();
  writeMethodFrame(writer, channel, name, fields);
  return writer.take();
}

export function writeMethodFrame(
  to: ByteWriter,
  channel: number,
  name: string,
  fields: FieldsToSend,
): void {
  const shape = shapesByName.get(name);
  if (shape === undefined) throw cannotEncode('no method', name);
  to.octet(frameTypes.method);
  to.short(channel);
  const length = to.beginSized();
  to.short(shape.classId);
  to.short(shape.methodId);
  writeFields(to, shape, fields);
  to.endSized(length);
  to.octet(endMark);
}

function writeFields(to: ByteWriter, shape: MethodShape, fields: FieldsToSend): void {
  let octet = 0;
  let bits = 0;
  for (const [name, type] of shape.fields) {
    if (type === 'bit') {
      if (fields[name] === true) octet |= 1 << bits;
      bits++;
      continue;
    }
    if (bits > 0) to.octet(octet);
    octet = 0;
    bits = 0;
    writeField(to, type, fields[name]);
  }
  if (bits > 0) to.octet(octet);
}

function writeField(
  to: ByteWriter,
  type: Exclude<FieldType, 'bit'>,
  value: MethodField | undefined,
): void {
  if (type === 'table') writeTable(to, typeof value === 'object' ? value : {});
  else if (type === 'shortstr' || type === 'longstr') {
    to[type](typeof value === 'string' ? value : '');
  } else if (type === 'longlong' && typeof value === 'string') writeLong(to, value);
  else to[type](typeof value === 'number' ? value : 0);
}
