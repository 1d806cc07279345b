import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aManagement } from '../../testing/a-management.ts';
import type { AManagement } from '../../testing/a-management.ts';
import type { Fields, Json } from './json.ts';

let api: AManagement;

beforeAll(async () => {
  api = await aManagement();
  await api.put('queues/%2F/q');
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.delete('queues/%2F/q/contents');
});

const publish = (fields: Fields, exchange = 'amq.default') =>
  api.post(`exchanges/%2F/${exchange}/publish`, {
    routing_key: 'q',
    properties: {},
    payload: 'hello',
    payload_encoding: 'string',
    ...fields,
  });

const getSome = async (fields: Fields = {}): Promise<readonly Fields[]> => {
  const wish: Json = { count: 10, ackmode: 'ack_requeue_false', encoding: 'auto', ...fields };
  return (await api.post('queues/%2F/q/get', wish)).json as readonly Fields[];
};

describe('a message over HTTP', () => {
  it('comes out of its queue as it was published', async () => {
    const properties = {
      content_type: 'text/plain',
      delivery_mode: 2,
      headers: { count: 5, list: ['a', 1.5, true], table: { a: 'b' } },
      priority: 3,
      timestamp: 1_700_000_000,
      message_id: 'm',
    };
    expect((await publish({ properties, payload: 'grüße' })).json).toEqual({ routed: true });
    await publish({});
    expect(await getSome()).toEqual([
      {
        payload: 'grüße',
        payload_bytes: 7,
        payload_encoding: 'string',
        redelivered: false,
        exchange: '',
        routing_key: 'q',
        message_count: 1,
        properties,
      },
      {
        payload: 'hello',
        payload_bytes: 5,
        payload_encoding: 'string',
        redelivered: false,
        exchange: '',
        routing_key: 'q',
        message_count: 0,
        properties: [],
      },
    ]);
    expect(await getSome()).toEqual([]);
  });

  it('may be bytes that are no text, in base64', async () => {
    const payload = Buffer.from([0xff, 0x00, 0xc3, 0xa9, 0x80]).toString('base64');
    await publish({ payload, payload_encoding: 'base64' });
    const [message] = await getSome({ ackmode: 'ack_requeue_true' });
    expect(message).toMatchObject({ payload, payload_encoding: 'base64', payload_bytes: 5 });
    const [cut] = await getSome({ truncate: 2 });
    expect(cut).toMatchObject({ payload: '/wA=', payload_encoding: 'base64', payload_bytes: 5 });
  });

  it('is told in base64 where that is asked for, text or not', async () => {
    await publish({});
    const [message] = await getSome({ encoding: 'base64' });
    expect(message).toMatchObject({ payload: 'aGVsbG8=', payload_encoding: 'base64' });
  });

  it('goes back to its queue or not, as its mode says', async () => {
    await publish({});
    const modes = ['ack_requeue_true', 'reject_requeue_true', 'reject_requeue_false'];
    const redelivered: (Json | undefined)[] = [];
    for (const ackmode of modes) {
      const [message] = await getSome({ ackmode });
      redelivered.push(message?.['redelivered']);
    }
    expect(redelivered).toEqual([false, true, true]);
    expect(await getSome()).toEqual([]);
  });

  it('that no queue takes is not routed', async () => {
    expect((await publish({ routing_key: 'nowhere' })).json).toEqual({ routed: false });
  });

  it.each<[Fields, Json]>([
    [{ payload: 5 }, 'payload_not_string'],
    [{ payload_encoding: 'hex' }, ['unsupported_encoding', 'hex']],
    [{ payload: '!', payload_encoding: 'base64' }, ['not_base64', '!']],
    [{ properties: { delivery_mode: '2' } }, ['not_int', 'delivery_mode']],
    [{ properties: { app_id: 2 } }, ['not_string', 'app_id']],
    [{ properties: { expiration: 'soon' } }, expect.stringMatching(/^406 PRECONDITION_FAILED - /)],
  ])('with %j is refused', async (fields, reason) => {
    const { status, json } = await publish(fields);
    expect(status).toBe(400);
    expect(json).toEqual({ error: 'bad_request', reason });
  });

  it('to an exchange that is not there is refused in the words of the broker', async () => {
    const { status, json } = await publish({}, 'nowhere');
    expect(status).toBe(400);
    const reason = "404 NOT_FOUND - no exchange 'nowhere' in vhost '/'";
    expect(json).toEqual({ error: 'bad_request', reason });
  });

  it('cannot be got from a queue that is not there, or in a way that nobody knows', async () => {
    const wish = { count: 1, ackmode: 'ack_requeue_false', encoding: 'auto' };
    expect(await api.post('queues/%2F/nowhere/get', wish)).toMatchObject({
      status: 404,
      json: { error: 'not_found', reason: "NOT_FOUND - no queue 'nowhere' in vhost '/'" },
    });
    for (const wrong of [{ encoding: 'hex' }, { ackmode: 'never' }, { count: 'x' }]) {
      expect(await api.post('queues/%2F/q/get', { ...wish, ...wrong })).toMatchObject({
        status: 400,
      });
    }
  });

  it('that a full queue refuses is told as rejected', async () => {
    const full = { 'x-max-length': 1, 'x-overflow': 'reject-publish' };
    await api.put('queues/%2F/full', { arguments: full });
    expect((await publish({ routing_key: 'full' })).json).toEqual({ routed: true });
    const { status, json } = await publish({ routing_key: 'full' });
    expect(status).toBe(400);
    const reason = 'rejected Unable to publish message. Check queue limits.';
    expect(json).toEqual({ error: 'bad_request', reason });
    await api.delete('queues/%2F/full');
  });

  it('is not published while the broker is short of memory, and nobody waits for it', async () => {
    api.running.ask({ type: 'alarm.set', alarm: 'memory' });
    expect(await publish({})).toMatchObject({ status: 503 });
    expect(await api.get('health/checks/alarms')).toMatchObject({
      status: 503,
      json: { status: 'failed', alarms: [{ node: 'rabbit@warren', resource: 'memory' }] },
    });
    api.running.ask({ type: 'alarm.clear', alarm: 'memory' });
    expect(await getSome()).toEqual([]);
    expect((await publish({})).json).toEqual({ routed: true });
  });

  it('is counted', async () => {
    await api.put('queues/%2F/counted');
    await publish({ routing_key: 'counted' });
    const wish = { count: 1, ackmode: 'ack_requeue_true', encoding: 'auto' };
    await api.post('queues/%2F/counted/get', wish);
    await api.post('queues/%2F/counted/get', { ...wish, ackmode: 'ack_requeue_false' });
    const { json } = await api.get('queues/%2F/counted?columns=message_stats');
    expect(json).toMatchObject({
      message_stats: { publish: 1, get: 1, get_no_ack: 1, deliver_get: 2, redeliver: 1 },
    });
  });

  it('expires although nobody has looked since', async () => {
    await publish({ properties: { expiration: '1' } });
    await new Promise((passed) => {
      setTimeout(passed, 5);
    });
    expect((await api.get('queues/%2F/q?columns=messages')).json).toEqual({ messages: 0 });
  });
});
