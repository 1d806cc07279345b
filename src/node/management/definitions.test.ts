import { afterEach, describe, expect, it } from 'vitest';
import { aManagement } from '../../testing/a-management.ts';
import type { AManagement } from '../../testing/a-management.ts';
import type { Fields, Json } from './json.ts';

const started: AManagement[] = [];
afterEach(async () => {
  for (const api of started.splice(0)) await api.close();
});

async function fresh(): Promise<AManagement> {
  const api = await aManagement();
  started.push(api);
  return api;
}

/** Two virtual hosts with something of everything. */
async function furnished(): Promise<AManagement> {
  const api = await fresh();
  await api.put('users/ann', { password: 'secret', tags: 'management' });
  await api.put('vhosts/team');
  await api.put('permissions/team/ann', { configure: '^a', write: '.*', read: '.*' });
  await api.put('topic-permissions/team/ann', { exchange: 'amq.topic', write: '^a', read: '.*' });
  await api.put('policies/team/p', { pattern: '^jobs', definition: { 'max-length': 5 } });
  await api.put('operator-policies/team/o', { pattern: '.', definition: { expires: 60_000 } });
  await api.put('vhost-limits/team/max-queues', { value: 9 });
  await api.put('vhost-limits/team/max-connections', { value: 0 });
  await api.put('global-parameters/colour', { value: { warm: ['red'] } });
  await api.put('exchanges/team/in', { type: 'topic', durable: true });
  await api.put('exchanges/%2F/out', { type: 'fanout', arguments: { 'alternate-exchange': 'x' } });
  await api.put('exchanges/team/out', { type: 'headers', auto_delete: true, internal: true });
  await api.put('queues/team/jobs', { durable: true, arguments: { 'x-queue-type': 'quorum' } });
  await api.put('queues/%2F/jobs', { arguments: { 'x-message-ttl': 1_000, 'x-max-length': 3 } });
  await api.post('bindings/team/e/in/q/jobs', { routing_key: 'a.#', arguments: { n: 1 } });
  await api.post('bindings/team/e/in/e/out', { arguments: { 'x-match': 'any', a: 'b' } });
  await api.post('bindings/%2F/e/out/q/jobs');
  return api;
}

describe('definitions', () => {
  it('that are exported and imported into a fresh broker are the same when exported from it', async () => {
    const from = await furnished();
    const to = await fresh();
    const exported = (await from.get('definitions')).json as Fields;
    for (const name of ['users', 'vhosts', 'queues', 'parameters'])
      expect(exported[name], name).toHaveLength(2);
    for (const name of ['permissions', 'exchanges', 'bindings'])
      expect(exported[name], name).toHaveLength(3);
    expect(await to.post('definitions', exported)).toMatchObject({ status: 204, json: undefined });
    // A new broker's guest may do everything in the virtual hosts that it makes.
    await to.delete('permissions/team/guest');
    await from.delete('permissions/team/guest');
    const expected = (await from.get('definitions')).json;
    expect((await to.get('definitions')).json).toEqual(expected);
    // A second time changes nothing.
    expect(await to.post('definitions', exported)).toMatchObject({ status: 204 });
    await to.delete('permissions/team/guest');
    expect((await to.get('definitions')).json).toEqual(expected);
  });

  it('take passwords along as hashes, with which one logs in there', async () => {
    const from = await furnished();
    const to = await fresh();
    const { json = null } = await from.get('definitions');
    await to.post('definitions', json);
    expect(await to.get('whoami', 'ann:wrong')).toMatchObject({ status: 401 });
    expect((await to.get('whoami', 'ann:secret')).json).toEqual({
      name: 'ann',
      tags: ['management'],
    });
    expect(to.running.broker.users.get('ann' as never)?.password).toBe('secret');
  });

  it('of one virtual host go into another', async () => {
    const from = await furnished();
    const { json = null } = await from.get('definitions/team');
    await from.put('vhosts/copy');
    expect(await from.post('definitions/copy', json)).toMatchObject({ status: 204 });
    const queues = (await from.get('queues/copy?columns=name,type,policy')).json;
    expect(queues).toEqual([{ name: 'jobs', type: 'quorum', policy: 'p' }]);
    expect((await from.get('bindings/copy/e/in/q/jobs')).json).toHaveLength(1);
    expect((await from.get('vhost-limits/copy')).json).toEqual([
      { vhost: 'copy', value: { 'max-queues': 9, 'max-connections': 0 } },
    ]);
  });

  it('leave out what belongs to a connection or to every broker', async () => {
    const api = await fresh();
    const connection = 'c' as never;
    const channel = 'c/1' as never;
    api.running.ask({ type: 'connection.open', connection });
    api.running.ask({ type: 'channel.open', connection, channel });
    api.running.ask({ type: 'queue.declare', channel, queue: 'own' as never, exclusive: true });
    const { json } = await api.get('definitions');
    expect(json).toMatchObject({ queues: [], exchanges: [], bindings: [] });
  });

  it('do not let the one who imports them into places where it may not go afterwards', async () => {
    const api = await fresh();
    await api.put('vhosts/team');
    await api.delete('permissions/team/guest');
    const queues = [{ name: 'q', vhost: 'team', durable: true, auto_delete: false, arguments: {} }];
    expect(await api.post('definitions', { queues })).toMatchObject({ status: 204 });
    expect((await api.get('queues/team?columns=name')).json).toEqual([{ name: 'q' }]);
    expect((await api.get('vhosts/team/permissions')).json).toEqual([]);
  });

  it.each<[Json, Json]>([
    [[], 'failed_to_parse_json'],
    [{ queues: 5 }, 'queues should be a list'],
    [{ queues: [{ name: 'q', vhost: 'nowhere' }] }, ['no_such_vhost', 'nowhere']],
    [
      { queues: [{ name: 'q', vhost: '/', arguments: { 'x-max-length': 's' } }] },
      expect.stringMatching(/^precondition_failed: invalid arg 'x-max-length' for queue 'q'/),
    ],
    [{ users: [{ name: 'u', tags: '', password_hash: '!' }] }, ['not_base64', '!']],
  ])('such as %j are refused', async (definitions, reason) => {
    const api = await fresh();
    const { status, json } = await api.post('definitions', definitions);
    expect(status).toBe(400);
    expect(json).toEqual({ error: 'bad_request', reason });
    expect(await api.get('whoami')).toMatchObject({ status: 200 });
  });

  it('that are too large are refused, and the connection goes on', async () => {
    const api = await fresh();
    const large = Buffer.alloc(17 * 1024 * 1024, ' ');
    const { status, json } = await api.ask('POST', 'definitions', large);
    expect(status).toBe(413);
    expect(json).toEqual({
      error: 'bad_request',
      reason: 'Exceeded HTTP request body size limit',
    });
    expect(await api.get('whoami')).toMatchObject({ status: 200 });
  });

  it('can be asked for as a file', async () => {
    const api = await fresh();
    const { headers } = await api.get('definitions?download=my%0D%0Afile.json');
    expect(headers.get('content-disposition')).toBe('attachment; filename=my__file.json');
  });
});
