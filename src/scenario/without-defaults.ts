/** Leaves out of a document what its schema would fill in again. */
import * as v from 'valibot';
import { scenarioSchema } from './schema.ts';
import type { Scenario } from './schema.ts';

/** What of a valibot schema is looked at: objects, lists, choices and what may be left out. */
interface SchemaShape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, SchemaShape>>;
  readonly item?: SchemaShape;
  readonly wrapped?: SchemaShape;
  readonly options?: readonly SchemaShape[];
  readonly default?: unknown;
}

export const withoutDefaults = (scenario: Scenario): object =>
  shorten(scenarioSchema as unknown as SchemaShape, scenario) as object;

function shorten(schema: SchemaShape, value: unknown): unknown {
  if (schema.wrapped !== undefined) {
    return value === null ? null : shorten(schema.wrapped, value);
  }
  if (schema.entries !== undefined && isObject(value)) return shortenEntries(schema.entries, value);
  if (schema.item !== undefined && Array.isArray(value)) {
    const { item } = schema;
    return value.map((part) => shorten(item, part));
  }
  if (schema.type === 'union' || schema.type === 'variant') {
    const option = schema.options?.find((each) => v.is(each as unknown as v.GenericSchema, value));
    return option === undefined ? value : shorten(option, value);
  }
  return value;
}

function shortenEntries(
  entries: Readonly<Record<string, SchemaShape>>,
  value: Readonly<Record<string, unknown>>,
): object {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([name, schema]) => {
      const field = value[name];
      if (field === undefined) return [];
      // A literal such as the version has no default and stays.
      if ('default' in schema && isDefault(schema, field)) return [];
      return [[name, shorten(schema, field)]];
    }),
  );
}

/** Whether reading nothing would give this value. */
function isDefault(schema: SchemaShape, value: unknown): boolean {
  const filledIn = v.safeParse(schema as unknown as v.GenericSchema, undefined);
  return filledIn.success && isSame(filledIn.output, value);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return false;
  }
  const names = Object.keys(one);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    names.length === Object.keys(other).length &&
    names.every(
      (name) =>
        Object.hasOwn(other, name) &&
        isSame((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]),
    )
  );
}
