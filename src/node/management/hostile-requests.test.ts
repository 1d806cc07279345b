import { connect } from 'node:net';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aManagement } from '../../testing/a-management.ts';
import type { AManagement } from '../../testing/a-management.ts';
import { resources } from './resources/index.ts';

let api: AManagement;

beforeAll(async () => {
  api = await aManagement();
  await api.put('queues/%2F/q');
});
afterAll(() => api.close());

const names = fc.oneof(
  fc.constantFrom('%2F', 'q', 'amq.topic', 'amq.default', 'guest', 'e', '~', '__proto__', ''),
  fc.string({ maxLength: 8 }).map(encodeURIComponent),
);

const path = fc
  .tuple(fc.constantFrom(...resources.map((resource) => resource.path)), fc.array(names))
  .map(([pattern, given]) => {
    let index = 0;
    return pattern.replaceAll(/:\w+/g, () => given[index++] ?? '%2F');
  });

const fields = [
  'arguments',
  'definition',
  'pattern',
  'tags',
  'password_hash',
  'value',
  'users',
  'queues',
  'properties',
  'payload',
  'count',
  'configure',
  'routing_key',
  '__proto__',
];
const body = fc.oneof(
  fc.json(),
  fc.string(),
  fc.dictionary(fc.constantFrom(...fields), fc.jsonValue()).map((value) => JSON.stringify(value)),
);
const query = fc.constantFrom('', '?page=1&name=a', '?sort=a.b&columns=c.d', '?if-unused=true');

describe('a request that nobody meant', () => {
  it('is answered, and never with a mistake of ours', async () => {
    const mistakes = vi.spyOn(console, 'error').mockImplementation(() => {});
    const methods = fc.constantFrom('GET', 'PUT', 'DELETE', 'POST');
    const request = fc.tuple(methods, path, query, body);
    await fc.assert(
      fc.asyncProperty(request, async ([method, where, how, what]) => {
        // Whoever asks stays who it is, and so does where it asks.
        if (method !== 'GET' && /^(?:users|permissions|vhosts)\/.*(?:guest|%2F)/.test(where))
          return;
        const given = method === 'GET' ? undefined : Buffer.from(what);
        const { status } = await api.ask(method, `${where}${how}`, given);
        // A health check may fail.
        const known = status === 503 ? 200 : status;
        expect(known, `${method} ${where}${how} ${what}`).toBeLessThan(500);
      }),
      { numRuns: 400 },
    );
    expect(mistakes).not.toHaveBeenCalled();
    mistakes.mockRestore();
    expect(await api.get('whoami')).toMatchObject({ status: 200 });
  });

  it('nests its arguments too deeply, and is refused', async () => {
    const deep = `{"arguments":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`;
    const { status, json } = await api.ask('PUT', 'queues/%2F/deep', Buffer.from(deep));
    expect(status).toBe(400);
    expect(json).toEqual({ error: 'bad_request', reason: 'too_deep' });
    const deeper = Buffer.from('['.repeat(1_000_000));
    expect(await api.ask('POST', 'definitions', deeper)).toMatchObject({ status: 400 });
    const closed = Buffer.from(`{"value":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    expect((await api.ask('PUT', 'global-parameters/deep', closed)).status).toBe(400);
    expect((await api.get('global-parameters')).status).toBe(200);
  });

  it('ends in the middle, and the next one is answered', async () => {
    await new Promise<void>((gone) => {
      const socket = connect(api.port, '127.0.0.1', () => {
        socket.write(
          'PUT /api/queues/%2F/half HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{',
        );
        socket.destroy();
      });
      socket.on('close', () => gone());
    });
    expect(await api.get('queues/%2F/half')).toMatchObject({ status: 404 });
  });

  it.each(['//', '/api/%', '/api//queues', '/api/../api/whoami', '/api/queues/%2F/%2F%2F'])(
    'asks for %s, and hears that there is nothing',
    async (target) => {
      const answer = await new Promise<string>((heard) => {
        const socket = connect(api.port, '127.0.0.1', () =>
          socket.end(
            `GET ${target} HTTP/1.1\r\nHost: x\r\nAuthorization: Basic ${btoa('guest:guest')}\r\n` +
              'Connection: close\r\n\r\n',
          ),
        );
        let text = '';
        socket.on('data', (bytes) => (text += bytes.toString()));
        socket.on('close', () => heard(text));
      });
      expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    },
  );
});
