/** What happens to an error that nobody caught: the program hears of it if it asked to, or the world. */
import type { Host } from './host.ts';
import { inspect } from './inspect.ts';
import { presentable } from './places.ts';

/** Thrown to leave the program when it has called process.exit. */
export const leaving: unique symbol = Symbol('leaving');

type Ask = (event: string, error: unknown, detail: unknown) => boolean;

let hearer: Ask = () => false;
export const onFailure = (ask: Ask): void => {
  hearer = ask;
};

const textOf = (value: unknown, fallback: string): string => {
  try {
    return typeof value === 'string' ? value : fallback;
  } catch {
    return fallback;
  }
};

export function makeFailures(host: Host) {
  const report = (error: unknown): void => {
    if (error !== null && typeof error === 'object' && 'stack' in error) {
      const { name, message, stack } = error as Error;
      const title = `${textOf(name, 'Error')}: ${textOf(message, '')}`;
      const lines = presentable(textOf(stack, ''));
      const body = lines.startsWith(title) ? lines : `${title}\n${lines}`;
      host.fail(textOf(name, 'Error'), textOf(message, ''), body);
    } else {
      host.fail('Uncaught', inspect(error), `Uncaught ${inspect(error)}`);
    }
  };
  const uncaught = (error: unknown): void => {
    if (error === leaving) return;
    try {
      if (!hearer('uncaughtException', error, 'uncaughtException')) report(error);
    } catch (another) {
      if (another !== leaving) report(another);
    }
  };
  const unhandled = (reason: unknown, promise: unknown): void => {
    if (reason === leaving) return;
    try {
      if (!hearer('unhandledRejection', reason, promise)) uncaught(reason);
    } catch (another) {
      if (another !== leaving) report(another);
    }
  };
  return { uncaught, unhandled };
}

export type Failures = ReturnType<typeof makeFailures>;
