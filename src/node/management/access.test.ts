import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aManagement } from '../../testing/a-management.ts';
import type { AManagement } from '../../testing/a-management.ts';

let api: AManagement;
const everything = { configure: '.*', write: '.*', read: '.*' };

beforeAll(async () => {
  api = await aManagement();
  await api.put('vhosts/other');
  for (const tag of ['management', 'policymaker', 'monitoring', 'administrator', '']) {
    const name = tag === '' ? 'nobody' : tag;
    await api.put(`users/${name}`, { password: 'secret', tags: tag });
    await api.put(`permissions/%2F/${name}`, everything);
  }
});
afterAll(() => api.close());

const statusOf = async (tag: string, method: string, path: string, body?: object) => {
  const user = `${tag}:secret`;
  const { status } = await api.ask(method, path, body as never, { user });
  return status;
};

describe('a request to the management API', () => {
  it('without a login is told to log in, and nothing else', async () => {
    const { status, json, headers } = await api.ask('GET', 'overview', undefined, { user: null });
    expect(status).toBe(401);
    expect(json).toBeUndefined();
    expect(headers.get('www-authenticate')).toBe('Basic realm="RabbitMQ Management"');
  });

  it.each(['guest:wrong', 'unknown:guest', 'guest:', ':', 'guest'])(
    'as %s is refused',
    async (user) => {
      const { status } = await api.get('overview', user);
      expect(status).toBe(401);
    },
  );

  it('with a wrong password hears that the login failed', async () => {
    const { json, headers } = await api.get('whoami', 'guest:wrong');
    expect(json).toEqual({ error: 'not_authorized', reason: 'Login failed' });
    expect(headers.get('www-authenticate')).toBe('Basic realm="RabbitMQ Management"');
  });

  it('of a user without a management tag is refused, whatever its permissions', async () => {
    const { status, json } = await api.get('whoami', 'nobody:secret');
    expect(status).toBe(401);
    expect(json).toEqual({ error: 'not_authorised', reason: 'Not management user' });
  });

  it('tells who one is', async () => {
    const { json } = await api.get('whoami', 'monitoring:secret');
    expect(json).toEqual({ name: 'monitoring', tags: ['monitoring'] });
  });

  it.each([
    ['management', 'nodes', 401],
    ['policymaker', 'nodes', 401],
    ['monitoring', 'nodes', 200],
    ['administrator', 'nodes', 200],
    ['monitoring', 'users', 401],
    ['administrator', 'users', 200],
    ['management', 'queues/%2F', 200],
    ['management', 'queues/other', 401],
    ['monitoring', 'queues/other', 401],
    ['administrator', 'queues/other', 200],
    ['management', 'parameters', 401],
    ['policymaker', 'parameters', 200],
    ['management', 'global-parameters', 401],
    ['policymaker', 'global-parameters', 200],
    ['management', 'policies/%2F', 200],
    ['policymaker', 'definitions', 401],
    ['administrator', 'definitions', 200],
  ])('by %s for %s is answered with %i', async (tag, path, status) => {
    expect(await statusOf(tag, 'GET', path)).toBe(status);
  });

  it('to set a policy takes a policymaker of the virtual host, for operators an administrator', async () => {
    const policy = { pattern: '^none$', definition: { 'max-length': 1 } };
    expect(await statusOf('management', 'PUT', 'policies/%2F/p', policy)).toBe(401);
    expect(await statusOf('policymaker', 'PUT', 'policies/other/p', policy)).toBe(401);
    expect(await statusOf('policymaker', 'PUT', 'policies/%2F/p', policy)).toBe(201);
    expect(await statusOf('policymaker', 'PUT', 'operator-policies/%2F/p', policy)).toBe(401);
    expect(await statusOf('administrator', 'PUT', 'operator-policies/%2F/p', policy)).toBe(201);
  });

  it('declares only what the permissions of its user let it', async () => {
    await api.put('users/limited', { password: 'secret', tags: 'management' });
    await api.put('permissions/%2F/limited', { configure: '^mine', write: '', read: '' });
    expect(await statusOf('limited', 'PUT', 'queues/%2F/mine', {})).toBe(201);
    const user = 'limited:secret';
    const { status, json } = await api.ask('PUT', 'queues/%2F/yours', {}, { user });
    expect(status).toBe(401);
    expect(json).toEqual({ error: 'not_authorised', reason: 'Access refused.' });
    expect(await statusOf('limited', 'DELETE', 'queues/%2F/mine')).toBe(204);
  });

  it('of an administrator who may not enter a virtual host looks but does not touch', async () => {
    expect(await statusOf('administrator', 'GET', 'exchanges/other')).toBe(200);
    expect(await statusOf('administrator', 'PUT', 'exchanges/other/x', { type: 'fanout' })).toBe(
      401,
    );
  });

  it('lists only the virtual hosts and their contents that its user may see', async () => {
    await api.put('queues/other/hidden');
    const vhosts = async (user: string) => (await api.get('vhosts?columns=name', user)).json;
    expect(await vhosts('management:secret')).toEqual([{ name: '/' }]);
    expect(await vhosts('monitoring:secret')).toEqual([{ name: '/' }, { name: 'other' }]);
    expect((await api.get('queues?columns=name', 'management:secret')).json).toEqual([]);
    expect((await api.get('queues?columns=name')).json).toEqual([{ name: 'hidden' }]);
  });
});
