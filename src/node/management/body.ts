/** The JSON of a request's body, checked for what must be in it. */
import type { Call } from './call.ts';
import type { Fields, Json } from './json.ts';
import { isObject } from './json.ts';
import { badRequest } from './reply.ts';

/** Nothing at all is an empty object. */
export function readFields({ body }: Pick<Call, 'body'>, required: readonly string[] = []): Fields {
  const fields = parse(body);
  const missing = required.filter((name) => !Object.hasOwn(fields, name));
  if (missing.length > 0) throw badRequest(erlangList(missing.map(keyMissing)));
  return fields;
}

const keyMissing = (name: string): string => `{key_missing,${name}}`;

/** One below the other where they are too long for a line. */
function erlangList(items: readonly string[]): string {
  const line = `[${items.join(',')}]`;
  return line.length > 78 ? `[${items.join(',\n ')}]` : line;
}

function parse(body: string): Fields {
  if (['', 'null', 'undefined'].includes(body)) return {};
  const value = parseJson(body, 'not_json');
  if (isObject(value)) return value;
  if (typeof value === 'boolean' || value === null) return {};
  throw badRequest(
    typeof value === 'string'
      ? 'invalid payload: the request body JSON-decoded to a string. ' +
          'Is the input doubly-JSON-encoded?'
      : 'not_json',
  );
}

/** More brackets within brackets than anybody writes would be too much for whoever reads the value. */
const depthMax = 128;

export function parseJson(text: string, problem: string): Json {
  if (depthOf(text) > depthMax) throw badRequest('too_deep');
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw badRequest(problem);
  }
}

/** How many brackets are open at most; what stands in texts does not count. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isInText = false;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === quote) isInText = !isInText;
    else if (isInText) index += unit === backslash ? 1 : 0;
    else if (unit === bracket || unit === brace) deepest = Math.max(deepest, ++depth);
    else if (unit === bracket + 2 || unit === brace + 2) depth -= 1;
  }
  return deepest;
}

/** What closes either of the two is two further on. */
const [quote, backslash, bracket, brace] = [0x22, 0x5c, 0x5b, 0x7b];

/** RabbitMQ takes truth values as texts too; undefined where the field is not there. */
export function readFlag(fields: Fields, name: string): boolean | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw badRequest(['not_boolean', value]);
}

/** Whole numbers may be written as texts. */
export function readInteger(value: Json): number {
  const number = typeof value === 'string' && /^[+-]?\d+$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isSafeInteger(number)) return number;
  throw badRequest(['not_integer', value]);
}

/** Any text, or the named refusal. */
export function readText(fields: Fields, name: string, fallback?: string): string {
  const value = fields[name] ?? fallback;
  if (typeof value === 'string') return value;
  throw badRequest(`${name} should be a string`);
}
