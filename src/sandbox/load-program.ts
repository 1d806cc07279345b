/** Starts a program's text: as CommonJS if it reads as that, otherwise as an ES module, as Node does. */
import { isFail, type QuickJSHandle } from 'quickjs-emscripten-core';
import type { Escaped, Machine } from './machine.ts';
import { type ProgramText, programName } from './program-text.ts';
import type { SourcePlace } from './turn.ts';

export interface LoadFailure extends Escaped {
  readonly place: SourcePlace | null;
}

const named = /module '([^']*)'/;

function readsFurther(one: SourcePlace | null, other: SourcePlace | null): boolean {
  if (one === null || other === null) return one !== null;
  return one.line > other.line || (one.line === other.line && one.column > other.column);
}

function asFunction(
  machine: Machine,
  text: ProgramText,
): { readonly body: QuickJSHandle } | LoadFailure {
  const result = machine.context.evalCode(text.asFunction(), programName, { type: 'global' });
  if (!isFail(result)) return { body: result.value };
  const failure = machine.escaped(result.error);
  return { ...failure, place: text.placeInStack(failure.stack) };
}

function asModule(machine: Machine, text: ProgramText): LoadFailure | null {
  const result = machine.context.evalCode(text.asModule(), programName, { type: 'module' });
  if (!isFail(result)) {
    result.value.dispose();
    return null;
  }
  const failure = machine.escaped(result.error);
  const module = named.exec(failure.message)?.[1];
  const quoted = module === undefined ? null : text.placeOfQuoted(module);
  return { ...failure, place: text.placeInStack(failure.stack) ?? quoted };
}

/** What keeps the text from being a program at all; null if it runs. */
export function loadProgram(machine: Machine, text: ProgramText): LoadFailure | null {
  const common = asFunction(machine, text);
  if ('body' in common) {
    const called = machine.call('runCommonJs', common.body);
    return 'escaped' in called ? { ...called.escaped, place: null } : null;
  }
  if (common.name !== 'SyntaxError') return common;
  const failure = asModule(machine, text);
  const isText = failure?.name === 'SyntaxError' && failure.place !== null;
  return isText && readsFurther(common.place, failure.place) ? common : failure;
}
