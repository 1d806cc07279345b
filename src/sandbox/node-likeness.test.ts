/** What a program sees is what Node would show it: the same expressions, here and there. */
import { Buffer } from 'node:buffer';
import { createRequire } from 'node:module';
import { format } from 'node:util';
import { createContext, runInContext } from 'node:vm';
import { expect, it } from 'vitest';
import { inTheSandbox } from '../testing/in-the-sandbox.ts';

const require = createRequire(import.meta.url);

const expressions = [
  `'text'`,
  `['text', 1, -0, 1n, null, undefined, true, Symbol('s')]`,
  `{ a: 1, 'b-c': 'it\\'s', d: { e: { f: { g: 1 } } }, h: [[[[1]]]] }`,
  `new Map([['a', { b: 1 }]]), new Set([1, 'x'])`,
  `[function named() {}, () => {}, class A {}, class B extends Array {}]`,
  `new (class Point { x = 1; y = 2; })()`,
  `Object.create(null), Object.assign(Object.create(null), { a: 1 })`,
  `new Date(0), /a+/g, new Uint8Array([1, 2]), new ArrayBuffer(2)`,
  `Buffer.from('Hello World!'), { body: Buffer.from([0, 255]) }`,
  `'%s is %d years and %i, %j %o%%', 'Bob', 42.5, 42.5, { a: 1 }, 'x', 'more', { b: 2 }`,
  `'%s', { a: { b: { c: 1 } } }, '100%'`,
  `Array.from({ length: 130 }, (_, i) => i * 7)`,
  `Array.from({ length: 20 }, (_, i) => 'item ' + i), 'abcdefghij'.split('')`,
  `{ a: [1, 2, { b: [3, { c: 4 }] }], d: new Map([['key', { e: { f: 1 } }]]) }`,
  `(() => { const a = { name: 'a' }; a.self = a; a.list = [a, { b: a }]; return a; })()`,
  `{ fields: { consumerTag: 'amq.ctag-x', deliveryTag: 1, redelivered: false, exchange: '', routingKey: 'hello' }, properties: { contentType: undefined, headers: {}, deliveryMode: 2 }, content: Buffer.from('Hi') }`,
  `async () => {}, function* g() {}, Object.assign(() => {}, { a: 1 }), Math.max`,
  `[[]], {}, [{}], [[], []], new Map(), new (class Empty {})()`,
  `[,1,,2]`,
  `{ get a() { return 1; }, set b(value) {} }`,
  `(() => { const a = { name: 'a' }; return { list: [a, a] }; })()`,
  `Array.from({ length: 3 }), ['long'.repeat(10), 'longer'.repeat(10)]`,
  `{ first: 'a'.repeat(40), second: 'b'.repeat(40) }`,
  `[new Number(1), new String('a'), new Boolean(false)]`,
  `Buffer.from('héllo').toString('base64'), Buffer.from('aGk=', 'base64').toString(), Buffer.byteLength('é')`,
  `Buffer.concat([Buffer.from('a'), Buffer.alloc(2)]).toJSON()`,
  `[...new TextEncoder().encode('é€😀')], new TextDecoder().decode(new Uint8Array([226, 130, 172, 255]))`,
  `btoa('Hello'), atob('SGVsbG8=')`,
  `new URL('amqp://us%40er:pa%2Fss@host:5673/%2Fv?heartbeat=5&x=a%20b#h').href`,
  `(({ protocol, username, password, hostname, port, pathname, search, hash }) => [protocol, username, password, hostname, port, pathname, search, hash])(new URL('amqp://u:p@localhost/%2f?frameMax=0'))`,
  `(({ host, pathname, origin, port }) => [host, pathname, origin, port])(new URL('HTTP://Example.org:80'))`,
  `(({ hostname, pathname }) => [hostname, pathname])(new URL('amqp://localhost'))`,
  `new URL('amqp://[::1]:5672').hostname, new URL('../c?d', 'http://a.b/x/y').href`,
  `[...new URLSearchParams('a=1&b=two+words&a=%C3%A9')], new URLSearchParams({ q: 'a b&c' }).toString()`,
  `require('querystring').parse('a=1&b=2&a=3&c'), require('querystring').stringify({ a: [1, 2], b: 'x y' })`,
  `require('util').format('%s', 'a'), require('util').inspect({ a: { b: { c: { d: 1 } } } }, { depth: 0 })`,
  `require('util').isDeepStrictEqual({ a: [1, new Map([[1, 2]])] }, { a: [1, new Map([[1, 2]])] })`,
  `(() => { try { require('assert').strictEqual(1, 1); require('assert')(0); } catch (e) { return [e.name, e.code]; } })()`,
  `structuredClone({ a: new Date(0), b: new Map([[1, new Set([2])]]), c: new Uint8Array([3]) })`,
  `typeof setTimeout, typeof queueMicrotask, typeof structuredClone, typeof performance.now()`,
  `require('path').join('/a', 'b', 'c.js'), require('path').extname('x.tar.gz'), require('path').basename('/a/b.js', '.js')`,
  `process.platform, process.argv.length, typeof process.pid, process.exitCode`,
  `(() => { const e = new (require('events'))(); const got = []; e.once('a', (x) => got.push(x)); e.emit('a', 1); e.emit('a', 2); return [got, e.listenerCount('a')]; })()`,
  `['b', 'a'].toSorted(), [1, 2].at(-1), 'a-b'.replaceAll('-', '+')`,
  `(() => { const { PassThrough } = require('stream'); const p = new PassThrough({ objectMode: true, highWaterMark: 4 }); return Array.from({ length: 12 }, (_, i) => p.write({ i })); })()`,
  `(() => { const { PassThrough } = require('stream'); const p = new PassThrough({ highWaterMark: 8 }); const wrote = [p.write('abcd'), p.write('efgh'), p.write('ijkl')]; return [wrote, p.read(), p.readableLength, p.read(), p.read()]; })()`,
  `(() => { const { Duplex } = require('stream'); const d = new Duplex({ read() {}, write(chunk, encoding, done) { done(); } }); return [d.write('a'), d.writableLength, d.push('b'), String(d.read()), d.read(), d instanceof require('events')]; })()`,
  `JSON.stringify({ date: new Date(0), buffer: Buffer.from('a') })`,
  `[1.5, NaN, Infinity, 1e21, 0.1 + 0.2].map(String), (255).toString(16), (1234.5678).toFixed(2)`,
  `(() => { class Mine extends Error { constructor(m) { super(m); this.name = 'Mine'; } } const e = new Mine('no'); return [e instanceof Mine, e instanceof Error, String(e), e.constructor.name]; })()`,
  `[Error('a'), TypeError('b'), new RangeError('c', { cause: 1 })].map((e) => [e.stack.split('\\n')[0], e.cause, e.constructor === Error, e instanceof Error])`,
  `(() => { const o = {}; Error.captureStackTrace(o); return [typeof o.stack, Object.keys(o)]; })()`,
  `(() => { try { null.x; } catch (e) { return [e.name, e instanceof TypeError, e.constructor === TypeError]; } })()`,
  `new Error('no').message, String(new TypeError('no')), Object.keys(new Error('x'))`,
];

/** In a world of its own, but with this Node's console behind it. */
const node = createContext({
  require,
  Buffer,
  URL,
  URLSearchParams,
  TextEncoder,
  TextDecoder,
  structuredClone,
  performance,
  queueMicrotask,
  setTimeout,
  atob,
  btoa,
  process: { platform: 'linux', argv: ['node', 'program.js'], pid: 1, exitCode: undefined },
});
const inNode = (expression: string): string =>
  format(...(runInContext(`[${expression}]`, node) as unknown[]));

it.each(expressions)('shows %s as Node does', async (expression) => {
  const { lines, outputs } = await inTheSandbox(`console.log(${expression});`);
  expect(outputs).toHaveLength(1);
  expect(lines).toEqual([inNode(expression)]);
});
