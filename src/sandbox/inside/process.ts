/** `process`: what programs and libraries ask of it, with virtual time and nothing of the machine. */
import EventEmitter from 'events/';
import { leaving, onFailure } from './failures.ts';
import { machine } from './machine.ts';
import { here } from './places.ts';

const version = 'v20.19.0';

function makeHrtime() {
  const parts = (): readonly [number, number] => {
    const { now } = machine().agenda;
    return [Math.floor(now / 1000), (now % 1000) * 1e6];
  };
  const hrtime = (before?: readonly [number, number]): readonly [number, number] => {
    const [seconds, rest] = parts();
    if (before === undefined) return [seconds, rest];
    const passed = (seconds - before[0]) * 1e9 + rest - before[1];
    return [Math.floor(passed / 1e9), passed % 1e9];
  };
  return Object.assign(hrtime, { bigint: () => BigInt(machine().agenda.now) * 1_000_000n });
}

function makeOut(level: 'log' | 'error') {
  let line = '';
  return {
    isTTY: false,
    columns: 80,
    write: (text: unknown): boolean => {
      const lines = (line + String(text)).split('\n');
      line = lines.pop() ?? '';
      for (const whole of lines) machine().host.say(level, whole, '');
      return true;
    },
    on: () => {},
    once: () => {},
    end: () => {},
  };
}

const notInput = {
  isTTY: false,
  on: () => notInput,
  once: () => notInput,
  resume: () => notInput,
  pause: () => notInput,
  setEncoding: () => notInput,
};

export function makeProcess(args: readonly string[]) {
  const emitter = new EventEmitter();
  const process = Object.assign(emitter, {
    title: 'node',
    version,
    versions: { node: version.slice(1) },
    release: { name: 'node' },
    platform: 'linux',
    arch: 'x64',
    pid: 1,
    ppid: 0,
    env: {} as Record<string, string>,
    argv: ['node', 'program.js', ...args],
    execArgv: [],
    execPath: 'node',
    exitCode: undefined as number | undefined,
    stdin: notInput,
    stdout: makeOut('log'),
    stderr: makeOut('error'),
    hrtime: makeHrtime(),
    nextTick: (work: unknown, ...given: readonly unknown[]): void =>
      machine().agenda.tick(work, given),
    cwd: () => '/',
    uptime: () => (machine().agenda.now - machine().host.at) / 1000,
    memoryUsage: () => ({ rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 }),
    emitWarning: (warning: unknown): void =>
      machine().host.say('warn', `Warning: ${String(warning)}`, ''),
    exit: (code?: unknown): never => {
      const status = Number(code ?? process.exitCode ?? 0) & 255;
      emitter.emit('exit', status);
      machine().host.exit(status, here());
      throw leaving;
    },
    abort: (): never => process.exit(134),
  });
  onFailure((event, error, detail) => emitter.emit(event, error, detail));
  return process;
}
