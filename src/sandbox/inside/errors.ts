/**
 * Errors whose stack begins with what they say, as in Node. The machine's stacks are the lines alone;
 * so are those of the errors that it throws itself.
 */
const ofSandbox = /\bprelude\.js\b|\(native\)/;

/** The one that programs get makes use of this one. */
const PlainError = Error;

/** The names of a constructor and of those that it extends: their lines are left out, as in Node. */
function namesOf(constructor: Function | undefined): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at: unknown = constructor; typeof at === 'function'; at = Object.getPrototypeOf(at)) {
    if (at.name !== '') names.add(at.name);
  }
  return names;
}

function linesOf(stack: string, leftOut: ReadonlySet<string>): readonly string[] {
  const lines = stack.split('\n').filter(Boolean);
  const first = lines.findIndex((line) => {
    const name = /^\s*at (\S+) \(/.exec(line)?.[1] ?? '';
    return !ofSandbox.test(line) && !leftOut.has(name);
  });
  return first < 0 ? [] : lines.slice(first);
}

const giveStack = (target: object, title: string, lines: readonly string[]): void =>
  void Object.defineProperty(target, 'stack', {
    value: [title, ...lines].join('\n'),
    writable: true,
    configurable: true,
  });

function made(target: ErrorConstructor, given: unknown[], newTarget: Function): Error {
  const error = Reflect.construct(target, given, newTarget) as Error;
  const title = Error.prototype.toString.call(error);
  giveStack(error, title, linesOf(String(error.stack), namesOf(newTarget)));
  return error;
}

const titled = {
  construct: made,
  apply: (target: ErrorConstructor, _self: unknown, given: unknown[]): Error =>
    made(target, given, target),
};

function captureStackTrace(target: object, from?: Function): void {
  const title = target instanceof Error ? Error.prototype.toString.call(target) : 'Error';
  giveStack(target, title, linesOf(String(new PlainError().stack), namesOf(from)));
}

const kinds = [Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError];

/** What stands in the place of the language's own constructors of errors. */
export function errorGlobals(): Readonly<Record<string, unknown>> {
  Object.defineProperty(Error, 'captureStackTrace', {
    value: captureStackTrace,
    writable: true,
    configurable: true,
  });
  return Object.fromEntries(
    kinds.map((kind) => {
      const constructor = new Proxy(kind as ErrorConstructor, titled);
      Object.defineProperty(kind.prototype, 'constructor', {
        value: constructor,
        writable: true,
        configurable: true,
      });
      return [kind.name, constructor];
    }),
  );
}
