import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aManagement } from '../../testing/a-management.ts';
import type { AManagement } from '../../testing/a-management.ts';

let api: AManagement;

beforeAll(async () => {
  api = await aManagement();
});
afterAll(() => api.close());

const noSuchObject = { error: 'Object Not Found', reason: 'Not Found' };

describe('the management API', () => {
  it('says what it is at its root', async () => {
    const response = await fetch(`http://127.0.0.1:${api.port}/`);
    expect(await response.text()).toMatch(/^Warren simulates RabbitMQ\..*\n$/);
  });

  it('makes, shows and deletes exchanges', async () => {
    const path = 'exchanges/%2F/orders';
    const wish = { type: 'topic', durable: true, arguments: { 'alternate-exchange': 'other' } };
    expect(await api.put(path, wish)).toMatchObject({ status: 201, json: undefined });
    expect(await api.put(path, wish)).toMatchObject({ status: 204 });
    expect((await api.get(path)).json).toMatchObject({
      ...wish,
      name: 'orders',
      vhost: '/',
      auto_delete: false,
      internal: false,
    });
    const refused = await api.put(path, { ...wish, type: 'direct' });
    expect(refused).toMatchObject({
      status: 400,
      json: {
        error: 'bad_request',
        reason:
          "inequivalent arg 'type' for exchange 'orders' in vhost '/': " +
          "received 'direct' but current is 'topic'",
      },
    });
    expect((await api.get('exchanges/%2F?columns=name')).json).toContainEqual({ name: 'orders' });
    expect(await api.delete(path)).toMatchObject({ status: 204 });
    expect(await api.get(path)).toMatchObject({ status: 404, json: noSuchObject });
    expect(await api.delete(path)).toMatchObject({ status: 404, json: noSuchObject });
  });

  it('makes, shows and deletes queues, with the figures of each', async () => {
    const path = 'queues/%2F/work';
    const wish = { durable: true, arguments: { 'x-max-length': 10 } };
    expect(await api.put(path, wish)).toMatchObject({ status: 201 });
    expect(await api.put(path, wish)).toMatchObject({ status: 204 });
    await api.put('policies/%2F/short', {
      pattern: '^work',
      definition: { 'message-ttl': 60_000 },
      'apply-to': 'queues',
    });
    const payload = { properties: {}, payload: '12345', payload_encoding: 'string' };
    await api.post('exchanges/%2F/amq.default/publish', { ...payload, routing_key: 'work' });
    expect((await api.get(path)).json).toMatchObject({
      ...wish,
      name: 'work',
      vhost: '/',
      type: 'classic',
      state: 'running',
      auto_delete: false,
      exclusive: false,
      messages: 1,
      messages_ready: 1,
      messages_unacknowledged: 0,
      message_bytes: 5,
      message_bytes_ready: 5,
      consumers: 0,
      consumer_details: [],
      policy: 'short',
      operator_policy: null,
      effective_policy_definition: { 'message-ttl': 60_000 },
      message_stats: { publish: 1 },
    });
    expect(await api.delete(`${path}?if-empty=true`)).toMatchObject({
      status: 400,
      json: { error: 'bad_request', reason: "queue 'work' in vhost '/' not empty" },
    });
    expect(await api.delete(`${path}/contents`)).toMatchObject({ status: 204 });
    expect((await api.get(`${path}?columns=messages`)).json).toEqual({ messages: 0 });
    expect(await api.delete(`${path}?if-empty=true&if-unused=true`)).toMatchObject({ status: 204 });
    expect(await api.get(path)).toMatchObject({ status: 404, json: noSuchObject });
    await api.delete('policies/%2F/short');
  });

  it('refuses to declare queues with the words of the broker', async () => {
    const refused = (body: object) => api.put('queues/%2F/wrong', body as never);
    expect(await refused({ arguments: { 'x-max-length': 'many' } })).toMatchObject({
      status: 400,
      json: { reason: expect.stringContaining("invalid arg 'x-max-length' for queue 'wrong'") },
    });
    expect(await refused({ arguments: { 'x-max-length': null } })).toMatchObject({
      status: 400,
      json: { error: 'bad_request', reason: 'null_not_allowed' },
    });
    expect(await refused({ durable: 'perhaps' })).toMatchObject({
      status: 400,
      json: { error: 'bad_request', reason: ['not_boolean', 'perhaps'] },
    });
    expect(await api.put('queues/nowhere/q')).toMatchObject({
      status: 404,
      json: { error: 'not_found', reason: 'vhost_not_found' },
    });
  });

  it('takes what is not JSON, or not an object, for what it is', async () => {
    const reason = async (text: string) => {
      const { status, json } = await api.ask('PUT', 'queues/%2F/q', Buffer.from(text));
      return [status, (json as { reason: string }).reason];
    };
    expect(await reason('{')).toEqual([400, 'not_json']);
    expect(await reason('[]')).toEqual([400, 'not_json']);
    expect(await reason('"{}"')).toEqual([
      400,
      expect.stringMatching(/^invalid payload: .*encoded\?$/),
    ]);
    expect(await api.post('queues/%2F/q/get', { count: 1 })).toMatchObject({
      status: 400,
      json: { error: 'bad_request', reason: '[{key_missing,ackmode},{key_missing,encoding}]' },
    });
  });

  it('binds queues and exchanges, and finds bindings by their properties', async () => {
    await api.put('exchanges/%2F/from', { type: 'topic' });
    await api.put('exchanges/%2F/to', { type: 'fanout' });
    await api.put('queues/%2F/bound');
    const path = 'bindings/%2F/e/from/q/bound';
    const made = await api.post(path, { routing_key: 'a/b ~*', arguments: { x: 1 } });
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toMatch(/^bound\/a%252Fb%2B%257E%252A~[\w-]{6}$/);
    expect(await api.post(path, { routing_key: 'plain' })).toMatchObject({ status: 201 });
    expect(await api.post(path)).toMatchObject({ status: 201 });
    expect(await api.post('bindings/%2F/e/from/e/to', { routing_key: 'k' })).toMatchObject({
      status: 201,
    });
    const bindings = (await api.get(path)).json as {
      properties_key: string;
      routing_key: string;
    }[];
    expect(bindings.map(({ routing_key: key }) => key)).toEqual(['', 'a/b ~*', 'plain']);
    for (const { properties_key: key, routing_key: routingKey } of bindings) {
      const one = `${path}/${encodeURIComponent(key)}`;
      expect((await api.get(one)).json).toMatchObject({ routing_key: routingKey });
    }
    expect((await api.get('exchanges/%2F/from/bindings/source')).json).toHaveLength(4);
    expect((await api.get('exchanges/%2F/to/bindings/destination')).json).toHaveLength(1);
    // The fourth is that of the default exchange.
    expect((await api.get('queues/%2F/bound/bindings')).json).toHaveLength(4);
    for (const { properties_key: key } of bindings)
      expect(await api.delete(`${path}/${encodeURIComponent(key)}`)).toMatchObject({ status: 204 });
    expect((await api.get(path)).json).toEqual([]);
    expect(await api.delete(`${path}/plain`)).toMatchObject({ status: 404, json: noSuchObject });
    expect(await api.post('bindings/%2F/e/from/q/nowhere', { routing_key: 'k' })).toMatchObject({
      status: 404,
      json: { error: 'not_found', reason: "no queue 'nowhere' in vhost '/'" },
    });
  });

  it('makes, describes, traces and deletes virtual hosts', async () => {
    expect(await api.put('vhosts/team%2Fa', { description: 'A', tags: 'one, two' })).toMatchObject({
      status: 201,
    });
    expect((await api.get('vhosts/team%2Fa')).json).toMatchObject({
      name: 'team/a',
      description: 'A',
      tags: ['one', 'two'],
      tracing: false,
    });
    expect(await api.put('vhosts/team%2Fa', { tracing: true })).toMatchObject({ status: 204 });
    expect((await api.get('vhosts/team%2Fa')).json).toMatchObject({ tracing: true });
    // Whoever makes it may use it.
    expect((await api.get('vhosts/team%2Fa/permissions')).json).toEqual([
      { user: 'guest', vhost: 'team/a', configure: '.*', write: '.*', read: '.*' },
    ]);
    expect(await api.delete('vhosts/team%2Fa')).toMatchObject({ status: 204 });
    expect(await api.get('vhosts/team%2Fa')).toMatchObject({ status: 404 });
  });

  it('makes, shows and deletes users and their permissions', async () => {
    expect(await api.put('users/ann', { password: 'a', tags: ['management'] })).toMatchObject({
      status: 201,
    });
    expect(await api.put('users/bob', { tags: 'policymaker,monitoring' })).toMatchObject({
      status: 201,
    });
    expect(await api.put('users/bob')).toMatchObject({ json: { reason: 'tags_not_present' } });
    expect((await api.get('users/bob')).json).toEqual({
      name: 'bob',
      tags: ['policymaker', 'monitoring'],
      password_hash: '',
      hashing_algorithm: 'rabbit_password_hashing_sha256',
      limits: {},
    });
    expect((await api.get('users/without-permissions?columns=name')).json).toEqual([
      { name: 'ann' },
      { name: 'bob' },
    ]);
    const permissions = { configure: '^a', write: '.*', read: '' };
    expect(await api.put('permissions/%2F/ann', permissions)).toMatchObject({ status: 201 });
    expect(await api.put('permissions/%2F/ann', permissions)).toMatchObject({ status: 204 });
    expect((await api.get('permissions/%2F/ann')).json).toEqual({
      user: 'ann',
      vhost: '/',
      ...permissions,
    });
    expect(await api.put('permissions/%2F/eve', permissions)).toMatchObject({
      status: 400,
      json: { error: 'bad_request', reason: 'vhost_or_user_not_found' },
    });
    const topics = { exchange: 'amq.topic', write: '^a', read: '^b' };
    expect(await api.put('topic-permissions/%2F/ann', topics)).toMatchObject({ status: 201 });
    expect((await api.get('users/ann/topic-permissions')).json).toEqual([
      { user: 'ann', vhost: '/', ...topics },
    ]);
    expect(await api.delete('topic-permissions/%2F/ann')).toMatchObject({ status: 204 });
    expect(await api.delete('permissions/%2F/ann')).toMatchObject({ status: 204 });
    expect(await api.get('permissions/%2F/ann')).toMatchObject({ status: 404 });
    expect(await api.post('users/bulk-delete', { users: ['ann', 'bob'] })).toMatchObject({
      status: 204,
    });
    expect((await api.get('users?columns=name')).json).toEqual([{ name: 'guest' }]);
  });

  it('sets and clears policies, limits and parameters', async () => {
    const policy = {
      pattern: '^p',
      definition: { 'max-length': 3 },
      'apply-to': 'queues',
      priority: 2,
    };
    expect(await api.put('policies/%2F/p', policy)).toMatchObject({ status: 201 });
    expect((await api.get('policies/%2F/p')).json).toEqual({ vhost: '/', name: 'p', ...policy });
    expect(await api.put('policies/%2F/q', { pattern: '[', definition: { x: 1 } })).toMatchObject({
      status: 400,
      json: { error: 'bad_request', reason: expect.stringMatching(/^Validation failed\n\n/) },
    });
    expect(await api.put('operator-policies/%2F/o', policy)).toMatchObject({ status: 201 });
    expect(await api.put('vhost-limits/%2F/max-queues', { value: 7 })).toMatchObject({
      status: 204,
    });
    expect((await api.get('vhost-limits')).json).toEqual([
      { vhost: '/', value: { 'max-queues': 7 } },
    ]);
    const { pattern, definition, priority } = policy;
    expect((await api.get('parameters')).json).toEqual([
      {
        vhost: '/',
        component: 'vhost-limits',
        name: 'limits',
        value: { 'max-queues': 7 },
      },
      {
        vhost: '/',
        component: 'operator_policy',
        name: 'o',
        value: { pattern, definition, priority, 'apply-to': 'queues' },
      },
    ]);
    expect(await api.delete('vhost-limits/%2F/max-queues')).toMatchObject({ status: 204 });
    expect(await api.delete('operator-policies/%2F/o')).toMatchObject({ status: 204 });
    expect(await api.delete('policies/%2F/p')).toMatchObject({ status: 204 });
    expect(await api.delete('policies/%2F/p')).toMatchObject({ status: 404, json: noSuchObject });
    expect(await api.put('global-parameters/colour', { value: 'red' })).toMatchObject({
      status: 201,
    });
    expect((await api.get('global-parameters/colour')).json).toEqual({
      name: 'colour',
      value: 'red',
    });
    await api.delete('global-parameters/colour');
    expect(await api.put('cluster-name', { name: 'mine' })).toMatchObject({ status: 204 });
    expect((await api.get('cluster-name')).json).toEqual({ name: 'mine' });
    await api.delete('global-parameters/cluster_name');
  });

  it('answers what it does not know with 404, and a wrong method with 405', async () => {
    for (const path of ['nothing', 'queues/%2F/q/nothing', 'queues/nowhere', 'nodes/other', '']) {
      expect(await api.get(path), path).toMatchObject({ status: 404, json: noSuchObject });
    }
    const wrong = await api.post('overview');
    expect(wrong).toMatchObject({ status: 405, json: undefined });
    expect(wrong.headers.get('allow')).toBe('HEAD, GET, OPTIONS');
    expect(await api.get('queues/%ff')).toMatchObject({ status: 400 });
  });

  it('leaves no connection of its own behind', async () => {
    await api.put('queues/%2F/trace');
    await api.put('queues/%2F/trace', { durable: true });
    expect((await api.get('connections')).json).toEqual([]);
    expect((await api.get('channels')).json).toEqual([]);
    expect(api.running.broker.connections.size).toBe(0);
    expect(api.running.broker.channels.size).toBe(0);
  });

  it('tells the whole in figures', async () => {
    const { json } = await api.get('overview');
    expect(json).toMatchObject({
      rabbitmq_version: '3.10.8',
      cluster_name: 'rabbit@warren',
      node: 'rabbit@warren',
      object_totals: { connections: 0, channels: 0, consumers: 0 },
      listeners: [{ protocol: 'http', port: api.port }],
    });
  });
});
