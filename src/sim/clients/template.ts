/** Templates: texts with holes such as `{n}`, which each message fills with something of its own. */
import type { FieldTable, FieldValue, Properties } from '#engine';
import type { MessagePropertiesSpec } from '#scenario';

/** What there is to fill in. A hole of any other name stays as it is written. */
export interface Filling {
  /** The number of the message, from 1. */
  readonly n: number;
  readonly key?: string;
  readonly body?: string;
}

/** A message that is made of another, which is made of another, must not grow without end. */
const textMax = 100_000;
/** AMQP's short strings. */
const shortTextMax = 255;

const hole = /\{(n|key|body)\}/g;

export function fill(template: string, filling: Filling): string {
  if (!template.includes('{')) return template;
  return template
    .replace(hole, (whole, name: keyof Filling) => String(filling[name] ?? whole))
    .slice(0, textMax);
}

export const fillShort = (template: string, filling: Filling): string =>
  fill(template, filling).slice(0, shortTextMax);

const noProperties: Properties = {};

/** The document's properties in the engine's words. */
export function fillProperties(spec: MessagePropertiesSpec, filling: Filling): Properties {
  const properties: { -readonly [Key in keyof Properties]: Properties[Key] } = {};
  let isEmpty = true;
  for (const [name, value] of Object.entries(spec)) {
    if (value === undefined) continue;
    isEmpty = false;
    Object.assign(properties, { [camelCase(name)]: fillProperty(name, value, filling) });
  }
  return isEmpty ? noProperties : properties;
}

function fillProperty(name: string, value: unknown, filling: Filling): unknown {
  if (typeof value === 'string') return fillShort(value, filling);
  if (name === 'headers') return fillTable(value as FieldTable, filling);
  return value;
}

/** Texts in a table are templates as well, however deep they are. */
function fillTable(table: FieldTable, filling: Filling): FieldTable {
  return Object.fromEntries(
    Object.entries(table).map(([name, value]) => [name, fillValue(value, filling)]),
  );
}

function fillValue(value: FieldValue, filling: Filling): FieldValue {
  if (typeof value === 'string') return fill(value, filling);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: FieldValue) => fillValue(item, filling));
  return fillTable(value as FieldTable, filling);
}

const camelCase = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
