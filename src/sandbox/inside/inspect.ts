/** How console.log and util.inspect show a value: as Node does. */
import { type Layout, laidOut, type Parts } from './inspect-layout.ts';

const depthMax = 2;
const itemsMax = 100;
const bytesMax = 50;
const custom = Symbol.for('nodejs.util.inspect.custom');

interface Showing {
  readonly layout: Layout;
  readonly depth: number;
  readonly depthMax: number;
  readonly seen: readonly object[];
}

const plainKey = /^[A-Za-z_$][\w$]*$/;

export function quoted(text: string): string {
  const mark = !text.includes("'")
    ? "'"
    : !text.includes('"')
      ? '"'
      : !text.includes('`')
        ? '`'
        : "'";
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return mark + (mark === "'" ? escaped.replaceAll("'", "\\'") : escaped) + mark;
}

function nameOf(value: object): string | null {
  for (let at: object | null = value; at !== null; at = Object.getPrototypeOf(at)) {
    const own = Object.getOwnPropertyDescriptor(at, 'constructor')?.value;
    if (typeof own === 'function' && own.name !== '') return String(own.name);
  }
  return null;
}

const within = (value: object, { layout, depth, depthMax, seen }: Showing): Showing => ({
  layout,
  depth: depth + 1,
  depthMax,
  seen: [...seen, value],
});

function indented<Shown>(showing: Showing, show: () => Shown): Shown {
  showing.layout.indent += 2;
  const shown = show();
  showing.layout.indent -= 2;
  return shown;
}

function limited(items: readonly string[], count: number): readonly string[] {
  const more = count - items.length;
  return more > 0 ? [...items, `... ${more} more item${more === 1 ? '' : 's'}`] : items;
}

function showKey(key: string | symbol): string {
  if (typeof key === 'symbol') return `[${String(key)}]`;
  return plainKey.test(key) ? key : quoted(key);
}

function showProperty(value: object, key: string | symbol, inner: Showing): string {
  const property = Object.getOwnPropertyDescriptor(value, key);
  if (property?.get !== undefined)
    return property.set === undefined ? '[Getter]' : '[Getter/Setter]';
  if (property?.set !== undefined) return '[Setter]';
  return indented(inner, () => show(property?.value, inner));
}

function showProperties(value: object, inner: Showing, leaveOut: (key: string) => boolean) {
  const keys: (string | symbol)[] = Object.keys(value).filter((key) => !leaveOut(key));
  for (const symbol of Object.getOwnPropertySymbols(value)) {
    if (Object.prototype.propertyIsEnumerable.call(value, symbol)) keys.push(symbol);
  }
  return keys.map((key) => `${showKey(key)}: ${showProperty(value, key, inner)}`);
}

const none = (): boolean => false;

function titledStack(error: Error): string {
  const stack = typeof error.stack === 'string' ? error.stack.replace(/\n+$/, '') : '';
  const title = Error.prototype.toString.call(error);
  if (stack === '') return `[${title}]`;
  return stack.startsWith(title) ? stack : `${title}\n${stack}`;
}

const boxed = new Set(['[object Number]', '[object String]', '[object Boolean]']);
const isBoxed = (value: object): boolean => boxed.has(Object.prototype.toString.call(value));

type Shape = Omit<Parts, 'depth'> | string;

function listShape(value: ArrayLike<unknown> & object, open: string, inner: Showing): Shape {
  const values: unknown[] = [];
  const items: string[] = [];
  for (let at = 0; at < value.length && items.length < itemsMax; at++) {
    let holes = 0;
    while (at + holes < value.length && !(at + holes in value)) holes++;
    const item = value[at];
    values.push(item);
    if (holes === 0) items.push(indented(inner, () => show(item, inner)));
    else items.push(`<${holes} empty item${holes === 1 ? '' : 's'}>`);
    at += Math.max(0, holes - 1);
  }
  const extra = showProperties(value, inner, (key) => /^\d+$/.test(key));
  return {
    open: `${open}[`,
    items: [...limited(items, value.length), ...extra],
    close: ']',
    list: { values, isCut: value.length > itemsMax },
  };
}

function showBytes(name: string, value: Uint8Array): string {
  const shown = [...value.subarray(0, bytesMax)].map((byte) => byte.toString(16).padStart(2, '0'));
  const more = value.length - shown.length;
  const rest = more > 0 ? ` ... ${more} more byte${more === 1 ? '' : 's'}` : '';
  return `<${[name, ...shown].filter(Boolean).join(' ')}${rest}>`;
}

function collectionShape(value: object, name: string | null, inner: Showing): Shape | null {
  if (value instanceof Map) {
    const items = [...value]
      .slice(0, itemsMax)
      .map(([key, item]) => indented(inner, () => `${show(key, inner)} => ${show(item, inner)}`));
    return { open: `${name}(${value.size}) {`, items: limited(items, value.size), close: '}' };
  }
  if (value instanceof Set) {
    const items = [...value]
      .slice(0, itemsMax)
      .map((item) => indented(inner, () => show(item, inner)));
    return { open: `${name}(${value.size}) {`, items: limited(items, value.size), close: '}' };
  }
  if (Array.isArray(value)) {
    return listShape(value, name === 'Array' ? '' : `${name}(${value.length}) `, inner);
  }
  if (value instanceof Uint8Array && name === 'Buffer') return showBytes('Buffer', value);
  if (value instanceof ArrayBuffer) {
    const bytes = showBytes('', new Uint8Array(value));
    const items = [`[Uint8Contents]: ${bytes}`, `byteLength: ${value.byteLength}`];
    return { open: 'ArrayBuffer {', items, close: '}' };
  }
  if (!ArrayBuffer.isView(value) || value instanceof DataView) return null;
  const list = value as unknown as ArrayLike<unknown> & object;
  return listShape(list, `${name}(${list.length}) `, inner);
}

function shapeOf(value: object, inner: Showing): Shape {
  const name = nameOf(value);
  if (value instanceof Error) {
    const own = new Set(['stack', 'message', 'name']);
    const items = showProperties(value, inner, (key) => own.has(key));
    if (items.length === 0) return titledStack(value);
    return { open: `${titledStack(value)} {`, items, close: '}' };
  }
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof RegExp) return String(value);
  if (value instanceof Promise) return 'Promise { <unknown> }';
  if (isBoxed(value)) return `[${name}: ${show(value.valueOf(), inner)}]`;
  const collection = collectionShape(value, name, inner);
  if (collection !== null) return collection;
  const head = name === null ? '[Object: null prototype] ' : name === 'Object' ? '' : `${name} `;
  const tag = (value as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag];
  const mark = typeof tag === 'string' && tag !== name && tag !== '' ? `[${tag}] ` : '';
  return { open: `${head}${mark}{`, items: showProperties(value, inner, none), close: '}' };
}

function functionHead(value: { readonly name: string }): string {
  const text = Function.prototype.toString.call(value);
  const name = String(value.name);
  if (/^class\b/.test(text)) {
    const parent = Object.getPrototypeOf(value) as { readonly name: string } | null;
    const extended = parent?.name ? ` extends ${parent.name}` : '';
    return `[class ${name === '' ? '(anonymous)' : name}${extended}]`;
  }
  const kind = /^async\s*\*|^async function\s*\*/.test(text)
    ? 'AsyncGeneratorFunction'
    : /^async\b/.test(text)
      ? 'AsyncFunction'
      : /^function\s*\*/.test(text)
        ? 'GeneratorFunction'
        : 'Function';
  return name === '' ? `[${kind} (anonymous)]` : `[${kind}: ${name}]`;
}

function showObject(value: object, showing: Showing): string {
  const { layout, depth } = showing;
  if (showing.seen.includes(value)) {
    const number = layout.circular.get(value) ?? layout.circular.size + 1;
    layout.circular.set(value, number);
    return `[Circular *${number}]`;
  }
  const own = (value as { [custom]?: unknown })[custom];
  if (typeof own === 'function') {
    const shown: unknown = own.call(value, showing.depthMax - depth, {}, inspect);
    if (shown !== value)
      return typeof shown === 'string' ? shown : show(shown, within(value, showing));
  }
  if (depth > showing.depthMax && typeof value !== 'function') {
    const isTooDeep = !(value instanceof Date || value instanceof RegExp || value instanceof Error);
    const name = nameOf(value);
    if (Array.isArray(value)) return '[Array]';
    if (isTooDeep && name !== 'Buffer') return `[${name ?? 'Object: null prototype'}]`;
  }
  layout.depth = depth;
  const inner = within(value, showing);
  const shape = typeof value === 'function' ? functionShape(value, inner) : shapeOf(value, inner);
  const shown = typeof shape === 'string' ? shape : laidOut({ ...shape, depth }, layout);
  const number = layout.circular.get(value);
  return number === undefined ? shown : `<ref *${number}> ${shown}`;
}

function functionShape(value: object & { readonly name: string }, inner: Showing): Shape {
  const head = functionHead(value);
  const items = inner.depth > inner.depthMax + 1 ? [] : showProperties(value, inner, none);
  return items.length === 0 ? head : { open: `${head} {`, items, close: '}' };
}

function show(value: unknown, showing: Showing): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'bigint':
      return `${value}n`;
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'function':
      return showObject(value, showing);
    case 'object':
      return value === null ? 'null' : showObject(value, showing);
    default:
      return String(value);
  }
}

export interface InspectOptions {
  readonly depth?: number | null;
}

export function inspect(value: unknown, options: InspectOptions | boolean = {}): string {
  const asked = typeof options === 'object' && options !== null ? options.depth : undefined;
  const layout: Layout = { indent: 0, depth: 0, circular: new Map() };
  try {
    return show(value, {
      layout,
      depth: 0,
      depthMax: asked === null ? Number.POSITIVE_INFINITY : (asked ?? depthMax),
      seen: [],
    });
  } catch (error) {
    return `[cannot be shown: ${error instanceof Error ? error.message : 'it throws'}]`;
  }
}
