/** structuredClone: copies of plain data, with what refers to itself. */
function refuse(value: unknown): never {
  const what = typeof value === 'function' ? value.name || 'A function' : String(value);
  throw Object.assign(new Error(`${what} could not be cloned.`), { name: 'DataCloneError' });
}

const views = [Uint8Array, Int8Array, Uint16Array, Int16Array, Uint32Array, Int32Array];

function cloneBytes(value: object): object | null {
  if (value instanceof ArrayBuffer) return value.slice(0);
  const View = views.find((each) => value instanceof each);
  if (View !== undefined) return new View(value as Uint8Array<ArrayBuffer>);
  return value instanceof Float64Array ? new Float64Array(value) : null;
}

function clone(value: unknown, known: Map<object, object>): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') return refuse(value);
  if (value === null || typeof value !== 'object') return value;
  const before = known.get(value);
  if (before !== undefined) return before;
  const keep = <Copy extends object>(copy: Copy): Copy => {
    known.set(value, copy);
    return copy;
  };
  const bytes = cloneBytes(value);
  if (bytes !== null) return keep(bytes);
  if (value instanceof Date) return keep(new Date(value.getTime()));
  if (value instanceof RegExp) return keep(new RegExp(value.source, value.flags));
  if (value instanceof Map) {
    const copy = keep(new Map<unknown, unknown>());
    for (const [key, item] of value) copy.set(clone(key, known), clone(item, known));
    return copy;
  }
  if (value instanceof Set) {
    const copy = keep(new Set<unknown>());
    for (const item of value) copy.add(clone(item, known));
    return copy;
  }
  if (value instanceof Error) {
    return keep(Object.assign(new Error(value.message), { name: value.name, stack: value.stack }));
  }
  if (value instanceof Promise || value instanceof WeakMap) return refuse(value);
  const copy = keep(
    (Array.isArray(value) ? Array.from({ length: value.length }) : {}) as Record<string, unknown>,
  );
  for (const key of Object.keys(value)) {
    copy[key] = clone((value as Record<string, unknown>)[key], known);
  }
  return copy;
}

export const structuredClone = (value: unknown): unknown => clone(value, new Map());
