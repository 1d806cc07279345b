/** node:assert. */
import { inspect } from './inspect.ts';
import { isDeepStrictEqual } from './node-util.ts';

type Told = string | Error | undefined;

class AssertionError extends Error {
  readonly code = 'ERR_ASSERTION';
  readonly actual: unknown;
  readonly expected: unknown;
  readonly operator: string;

  constructor(what: {
    message?: string;
    actual?: unknown;
    expected?: unknown;
    operator?: string;
  }) {
    super(what.message ?? 'Failed');
    this.name = 'AssertionError';
    this.actual = what.actual;
    this.expected = what.expected;
    this.operator = what.operator ?? 'fail';
  }
}

function check(
  holds: boolean,
  told: Told,
  usual: string,
  compared: readonly unknown[],
  operator: string,
) {
  if (holds) return;
  if (told instanceof Error) throw told;
  const [actual, expected] = compared;
  throw new AssertionError({ message: told ?? usual, actual, expected, operator });
}

const compare =
  (operator: string, holds: (one: unknown, two: unknown) => boolean) =>
  (actual: unknown, expected: unknown, told?: Told): void =>
    check(
      holds(actual, expected),
      told,
      `${inspect(actual)} ${operator} ${inspect(expected)}`,
      [actual, expected],
      operator,
    );

const ok = (value?: unknown, told?: Told): void =>
  check(Boolean(value), told, 'The expression evaluated to a falsy value', [value, true], '==');

function throws(work: () => unknown, expected?: unknown, told?: string): void {
  try {
    work();
  } catch (error) {
    if (expected instanceof RegExp && !expected.test(String(error))) throw error;
    return;
  }
  check(false, told, 'Missing expected exception.', [], 'throws');
}

async function rejects(work: Promise<unknown> | (() => Promise<unknown>), expected?: unknown) {
  try {
    await (typeof work === 'function' ? work() : work);
  } catch (error) {
    if (expected instanceof RegExp && !expected.test(String(error))) throw error;
    return;
  }
  check(false, undefined, 'Missing expected rejection.', [], 'rejects');
}

// biome-ignore lint/suspicious/noDoubleEquals: what assert.equal means
const loosely = (one: unknown, two: unknown): boolean => one == two;

const checks = {
  ok,
  equal: compare('==', loosely),
  notEqual: compare('!=', (one, two) => !loosely(one, two)),
  strictEqual: compare('===', Object.is),
  notStrictEqual: compare('!==', (one, two) => !Object.is(one, two)),
  deepEqual: compare('deepEqual', isDeepStrictEqual),
  deepStrictEqual: compare('deepStrictEqual', isDeepStrictEqual),
  notDeepStrictEqual: compare('notDeepStrictEqual', (one, two) => !isDeepStrictEqual(one, two)),
  match: (text: string, pattern: RegExp, told?: Told): void =>
    check(pattern.test(text), told, `${inspect(text)} does not match ${pattern}`, [text], 'match'),
  fail: (told?: Told): never => {
    throw told instanceof Error ? told : new AssertionError({ message: told ?? 'Failed' });
  },
  throws,
  rejects,
  AssertionError,
};

const plain = (value?: unknown, told?: Told): void => ok(value, told);
export const assert = Object.assign(plain, checks, { strict: Object.assign(ok, checks) });
