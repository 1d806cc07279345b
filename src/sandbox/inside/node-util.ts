/** node:util, as far as clients of AMQP and programs about them use it. */
import { format } from './format.ts';
import { inspect } from './inspect.ts';
import { TextDecoder, TextEncoder } from './text-coding.ts';

type Callback = (error: unknown, value?: unknown) => void;
type Plain = (...given: readonly unknown[]) => unknown;

const promisified = Symbol.for('nodejs.util.promisify.custom');

function promisify(work: Plain & { readonly [promisified]?: Plain }): Plain {
  if (typeof work !== 'function') {
    throw new TypeError('The "original" argument must be of type function.');
  }
  const own = work[promisified];
  if (own !== undefined) return own;
  return function (this: unknown, ...given) {
    return new Promise((resolve, reject) => {
      const heard: Callback = (error, value) => (error ? reject(error) : resolve(value));
      work.call(this, ...given, heard);
    });
  };
}

function callbackify(work: (...given: readonly unknown[]) => Promise<unknown>): Plain {
  return function (this: unknown, ...given) {
    const heard = given[given.length - 1] as Callback;
    work.apply(this, given.slice(0, -1)).then(
      (value) => heard(null, value),
      (error: unknown) => heard(error),
    );
  };
}

function inherits(child: { prototype: object }, parent: { readonly prototype: object }): void {
  Object.defineProperty(child, 'super_', { value: parent, writable: true, configurable: true });
  Object.setPrototypeOf(child.prototype, parent.prototype);
}

const sameKeys = (one: object, two: object): boolean => {
  const keys = Object.keys(one);
  return keys.length === Object.keys(two).length && keys.every((key) => key in two);
};

export function isDeepStrictEqual(one: unknown, two: unknown): boolean {
  if (Object.is(one, two)) return true;
  if (typeof one !== 'object' || typeof two !== 'object' || one === null || two === null)
    return false;
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(two)) return false;
  if (one instanceof Date && two instanceof Date) return one.getTime() === two.getTime();
  if (one instanceof Error && two instanceof Error && one.message !== two.message) return false;
  if (one instanceof Map || one instanceof Set) {
    return isDeepStrictEqual([...one], [...(two as Iterable<unknown>)]);
  }
  const [left, right] = [one as Record<string, unknown>, two as Record<string, unknown>];
  return (
    sameKeys(one, two) && Object.keys(one).every((key) => isDeepStrictEqual(left[key], right[key]))
  );
}

export const util = {
  promisify: Object.assign(promisify, { custom: promisified }),
  callbackify,
  inherits,
  format,
  inspect: Object.assign(inspect, { custom: Symbol.for('nodejs.util.inspect.custom') }),
  isDeepStrictEqual,
  deprecate: <Work>(work: Work): Work => work,
  debuglog: () => () => {},
  isArray: Array.isArray,
  types: {
    isDate: (value: unknown): boolean => value instanceof Date,
    isPromise: (value: unknown): boolean => value instanceof Promise,
    isRegExp: (value: unknown): boolean => value instanceof RegExp,
    isUint8Array: (value: unknown): boolean => value instanceof Uint8Array,
    isNativeError: (value: unknown): boolean => value instanceof Error,
  },
  TextEncoder,
  TextDecoder,
};
