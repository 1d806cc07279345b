/**
 * Field tables: the arguments of declarations and bindings, and the headers of messages.
 *
 * Plain JavaScript values stand for the wire types that clients choose for them. Where a client
 * means another type, or where reading it back must tell (`int64` and `int8` are different binding
 * arguments), the value is written with its type: `{ '!': 'int64', value: 5 }`.
 *
 * https://www.rabbitmq.com/amqp-0-9-1-errata#section_3
 */
export type WireType =
  | 'int8'
  | 'uint8'
  | 'int16'
  | 'uint16'
  | 'int32'
  | 'uint32'
  | 'int64'
  | 'float'
  | 'double'
  | 'decimal'
  | 'timestamp'
  | 'bytes'
  | 'table';

/**
 * A `decimal` is a text with all its places, `'3.10'`; so are integers and timestamps of 64 bits that no
 * number holds exactly. A `table` is written so where it has an entry named `!` itself.
 */
export interface TypedValue {
  readonly '!': WireType;
  readonly value: number | string | FieldTable;
}

export type FieldValue =
  | string
  | number
  | boolean
  | null
  | readonly FieldValue[]
  | TypedValue
  | FieldTable;

export interface FieldTable {
  readonly [name: string]: FieldValue;
}

export const emptyTable: FieldTable = {};
