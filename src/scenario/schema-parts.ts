/** The small parts that the document's schemas are made of. */
import * as v from 'valibot';

/** Adds the sentence that the editor shows for a field. */
export const described = <Schema extends v.GenericSchema>(schema: Schema, sentence: string) =>
  v.pipe(schema, v.description(sentence));

export const flag = (fallback: boolean, sentence: string) =>
  described(v.optional(v.boolean(), fallback), sentence);

/** At most 255 bytes, as AMQP's short strings; the characters are for the editor, which counts them. */
export const shortText = v.pipe(v.string(), v.maxLength(255), v.maxBytes(255));
export const name = v.pipe(v.string(), v.minLength(1), v.maxLength(255), v.maxBytes(255));

export const wholeMs = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(315_360_000_000));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000));

export type ArgumentValue =
  | string
  | number
  | boolean
  | null
  | readonly ArgumentValue[]
  | ArgumentTable;

export interface ArgumentTable {
  readonly [key: string]: ArgumentValue;
}

/** A type refers to itself by a function; the schema behind it is made once, not for every value. */
const argumentValue: v.GenericSchema<ArgumentValue> = v.lazy(() => anyArgumentValue);

const anyArgumentValue: v.GenericSchema<ArgumentValue> = v.union([
  v.pipe(v.string(), v.maxLength(10_000)),
  // JSON reads 1e999 as infinity, which it cannot write.
  v.pipe(v.number(), v.finite()),
  v.boolean(),
  v.null(),
  v.array(argumentValue),
  v.record(v.string(), argumentValue),
]);

/** Arguments and headers. */
export const argumentTable: v.GenericSchema<ArgumentTable> = v.record(shortText, argumentValue);

const noArguments: ArgumentTable = {};

/** Arguments that may be left out. */
export const argumentsField = (sentence: string) =>
  described(v.optional(argumentTable, noArguments), sentence);
