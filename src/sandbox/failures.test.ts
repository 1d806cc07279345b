/** What nobody caught is told, with the place in the program's own text. */
import { describe, expect, it } from 'vitest';
import { endOf, failuresOf, inTheSandbox } from '../testing/in-the-sandbox.ts';

describe('an error that nobody caught', () => {
  const thrown: Readonly<Record<string, string>> = {
    'at the top': '\nthrow new TypeError("no");',
    'in a function': 'const f = () => {\n  throw new TypeError("no"); };\nf();',
    'after await': 'await null;\nthrow new TypeError("no");',
    'in an async function':
      'async function main() { await 0;\n  throw new TypeError("no");\n}\nmain();',
    'in a promise': 'new Promise(() => {\n  throw new TypeError("no"); });',
    'of its own kind':
      'class Odd extends TypeError { constructor(text) { super(text); } }\nthrow new Odd("no");',
    'by rejecting': '\nPromise.reject(new TypeError("no"));',
    'in a timer': 'setTimeout(() => {\n  throw new TypeError("no"); }, 5);',
    'in an immediate': 'setImmediate(() => {\n  throw new TypeError("no"); });',
    'in a tick': 'process.nextTick(() => {\n  throw new TypeError("no"); });',
    'in a microtask': 'queueMicrotask(() => {\n  throw new TypeError("no"); });',
    'in an event': `require('net').connect(1).on('connect', () => {\n  throw new TypeError("no"); });`,
  };

  it.each(Object.entries(thrown))('is told %s', async (_, source) => {
    const run = await inTheSandbox(source, { until: 10 });
    expect(failuresOf(run)).toEqual([
      {
        type: 'failed',
        name: 'TypeError',
        message: 'no',
        place: { line: 2, column: expect.any(Number) },
        stack: expect.stringMatching(/^TypeError: no\n {4}at .*program\.js:2:\d+/),
      },
    ]);
  });

  it('lets the rest go on', async () => {
    const { lines } = await inTheSandbox(
      'setTimeout(() => console.log("on"), 5); setTimeout(() => { nope(); }, 1);',
      { until: 10 },
    );
    expect(lines).toEqual(['on']);
  });

  it('is none when it is caught in time', async () => {
    const run = await inTheSandbox(
      `const failing = async () => { throw new Error('no'); };
       const failed = failing();
       failed.catch(() => console.log('caught'));
       try { await failing(); } catch { console.log('caught'); }
       await Promise.allSettled([failing(), Promise.reject(1)]);
       await Promise.all([failing(), 1]).catch(() => console.log('caught'));`,
      { until: 10 },
    );
    expect(failuresOf(run)).toEqual([]);
    expect(run.lines).toEqual(['caught', 'caught', 'caught']);
  });

  it('can be anything', async () => {
    const run = await inTheSandbox('throw { code: 1 };');
    expect(failuresOf(run)).toMatchObject([
      { name: 'Uncaught', message: '{ code: 1 }', place: null },
    ]);
  });

  it('is first shown to those who asked for it', async () => {
    const run = await inTheSandbox(
      `process.on('uncaughtException', (error, origin) => console.log(origin, error.message));
       process.on('unhandledRejection', (reason, promise) => console.log(reason, promise instanceof Promise));
       setTimeout(() => { throw new Error('one'); });
       Promise.reject('two');`,
      { until: 10 },
    );
    expect(failuresOf(run)).toEqual([]);
    expect(run.lines).toEqual(['two true', 'uncaughtException one']);
  });
});

describe('the stack of an error', () => {
  it('begins with what the error says, and has nothing of the sandbox in it', async () => {
    const { lines } = await inTheSandbox(
      `class Odd extends RangeError {}
       const make = () => new Odd('no');
       console.log(make().stack);
       const captured = {};
       (function capture() { Error.captureStackTrace(captured); })();
       console.log(captured.stack);`,
    );
    expect(lines.map((line) => line.split('\n').slice(0, 3))).toEqual([
      [
        'RangeError: no',
        expect.stringMatching(/ at make \(program\.js:2:\d+\)$/),
        expect.stringMatching(/program\.js:3:\d+/),
      ],
      [
        'Error',
        expect.stringMatching(/ at capture \(program\.js:5:\d+\)$/),
        expect.stringMatching(/program\.js:5:\d+/),
      ],
    ]);
  });
});

describe('a text that is no program', () => {
  it.each([
    ['const x = = 1;', 11],
    ['import amqp from "amqplib"; const x = = 1;', 39],
    ['await 1; const x = = 1;', 20],
  ])('is told where it stops to be one: %s', async (source, column) => {
    const run = await inTheSandbox(source);
    expect(failuresOf(run)).toMatchObject([
      { name: 'SyntaxError', message: expect.stringContaining("'='"), place: { line: 1, column } },
    ]);
  });

  it('is told what a library does not have', async () => {
    const run = await inTheSandbox(`import { AMQPClient } from 'amqplib';`);
    expect(failuresOf(run)).toMatchObject([
      {
        name: 'SyntaxError',
        message: "Could not find export 'AMQPClient' in module 'amqplib'",
        place: { line: 1 },
      },
    ]);
  });

  it('is told which import there is not, and where', async () => {
    const run = await inTheSandbox(`import amqp from 'amqplib';\nimport fs from 'node:fs';`);
    expect(failuresOf(run)).toMatchObject([
      {
        message: expect.stringContaining("Cannot find module 'node:fs'."),
        place: { line: 2, column: 16 },
      },
    ]);
  });
});

describe('process.exit', () => {
  it('ends the program where it stands', async () => {
    const run = await inTheSandbox(
      `setTimeout(() => console.log('late'), 1);
       process.on('exit', (code) => console.log('leaving', code));
       try {
         process.exit(3);
       } finally { console.log('never'); }`,
      { until: 10 },
    );
    expect(run.lines).toEqual(['leaving 3']);
    expect(endOf(run)).toMatchObject({ type: 'exited', code: 3, place: { line: 4 } });
    expect(run.nextTimer).toBeNull();
    expect(failuresOf(run)).toEqual([]);
  });

  it('has the code that was left for it', async () => {
    const run = await inTheSandbox('process.exitCode = 2; setTimeout(() => process.exit(), 1);', {
      until: 5,
    });
    expect(endOf(run)).toMatchObject({ code: 2 });
  });

  it('ends it from within a promise too', async () => {
    const run = await inTheSandbox(
      `async function main() { await 0; process.exit(1); }
       main().catch(() => console.log('never')).then(() => console.log('never'));`,
      { until: 5 },
    );
    expect(run.lines).toEqual([]);
    expect(endOf(run)).toMatchObject({ code: 1 });
  });
});
