/** console: each line goes out with the place in the program that wrote it. */
import { format } from './format.ts';
import { inspect, type InspectOptions } from './inspect.ts';
import { machine } from './machine.ts';
import { here, placeIn } from './places.ts';

type Level = 'log' | 'info' | 'warn' | 'error' | 'debug';

function makeSay() {
  const state = { indent: '' };
  const say = (level: Level, text: string): void => {
    const { indent } = state;
    const shown = indent === '' ? text : indent + text.replaceAll('\n', `\n${indent}`);
    machine().host.say(level, shown, here());
  };
  return { state, say };
}

function table(rows: unknown): string {
  if (rows === null || typeof rows !== 'object') return inspect(rows);
  return Object.entries(rows)
    .map(([key, row]) => `${key}  ${inspect(row)}`)
    .join('\n');
}

export function makeConsole() {
  const { state, say } = makeSay();
  const counts = new Map<string, number>();
  const times = new Map<string, number>();
  const level =
    (name: Level) =>
    (...given: readonly unknown[]): void =>
      say(name, format(...given));
  const passed = (label: string): string =>
    `${label}: ${machine().agenda.now - (times.get(label) ?? machine().agenda.now)}ms`;
  const group = (...given: readonly unknown[]): void => {
    if (given.length > 0) say('log', format(...given));
    state.indent += '  ';
  };
  return {
    log: level('log'),
    info: level('info'),
    warn: level('warn'),
    error: level('error'),
    debug: level('debug'),
    trace: (...given: readonly unknown[]): void => {
      const stack = String(new Error().stack);
      const lines = stack.split('\n').filter((line) => placeIn(line) !== '');
      say('error', [`Trace: ${format(...given)}`, ...lines].join('\n'));
    },
    dir: (value: unknown, options: InspectOptions = {}): void =>
      say('log', inspect(value, options)),
    table: (rows: unknown): void => say('log', table(rows)),
    assert: (holds: unknown, ...given: readonly unknown[]): void => {
      if (!holds) say('error', ['Assertion failed', format(...given)].filter(Boolean).join(': '));
    },
    count: (label = 'default'): void => {
      const count = (counts.get(label) ?? 0) + 1;
      counts.set(label, count);
      say('log', `${label}: ${count}`);
    },
    countReset: (label = 'default'): void => void counts.delete(label),
    time: (label = 'default'): void => void times.set(label, machine().agenda.now),
    timeLog: (label = 'default'): void => say('log', passed(label)),
    timeEnd: (label = 'default'): void => {
      say('log', passed(label));
      times.delete(label);
    },
    group,
    groupCollapsed: group,
    groupEnd: (): void => {
      state.indent = state.indent.slice(2);
    },
    clear: (): void => {},
  };
}
