import { connect } from 'amqplib';
import type { Channel, ChannelModel } from 'amqplib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startBroker } from '../broker/start-broker.ts';
import type { StartedBroker } from '../broker/start-broker.ts';
import type { Fields } from './json.ts';

let started: StartedBroker;
let client: ChannelModel;
let channel: Channel;

beforeEach(async () => {
  started = await startBroker({ host: '127.0.0.1', port: 0, managementPort: 0 });
  const url = `amqp://guest:guest@127.0.0.1:${started.port}`;
  client = await connect(url, { clientProperties: { connection_name: 'tests' } });
  // What is done to it is what the tests are about.
  client.on('error', () => {});
  channel = await client.createChannel();
});
afterEach(async () => {
  await client.close().catch(() => {});
  await started.close();
});

const ask = (method: string, path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${started.managementPort}/api/${path}`, {
    method,
    headers: { authorization: `Basic ${btoa('guest:guest')}`, ...headers },
  });
const get = async (path: string): Promise<unknown> => (await ask('GET', path)).json();
const list = async (path: string): Promise<readonly Fields[]> =>
  (await get(path)) as readonly Fields[];

describe('a client that is connected', () => {
  it('is listed with its name, its user and what it says of itself', async () => {
    const [connection] = await list('connections');
    const name = String(connection?.['name']);
    expect(name).toMatch(new RegExp(`^127\\.0\\.0\\.1:\\d+ -> 127\\.0\\.0\\.1:${started.port}$`));
    expect(connection).toMatchObject({
      user: 'guest',
      vhost: '/',
      state: 'running',
      channels: 1,
      protocol: 'AMQP 0-9-1',
      auth_mechanism: 'PLAIN',
      type: 'network',
      user_provided_name: 'tests',
      client_properties: { connection_name: 'tests', product: 'amqplib' },
    });
    const one = `connections/${encodeURIComponent(name)}`;
    expect(await get(one)).toMatchObject({ name });
    expect(await get(`${one}/channels`)).toMatchObject([{ name: `${name} (1)`, number: 1 }]);
    expect(await get('vhosts/%2F/connections')).toMatchObject([{ name }]);
    expect(await get('connections/username/guest')).toMatchObject([{ name, user: 'guest' }]);
  });

  it('has channels and consumers, and its queues say who consumes', async () => {
    await channel.assertQueue('q', { exclusive: true });
    await channel.prefetch(3);
    await channel.consume('q', () => {}, { consumerTag: 'me' });
    channel.sendToQueue('q', Buffer.from('hello'));
    await channel.checkQueue('q');
    const [listed] = await list('channels');
    expect(listed).toMatchObject({
      number: 1,
      user: 'guest',
      vhost: '/',
      consumer_count: 1,
      messages_unacknowledged: 1,
      prefetch_count: 3,
      confirm: false,
      transactional: false,
    });
    const [consumer] = await list('consumers');
    expect(consumer).toMatchObject({
      consumer_tag: 'me',
      queue: { name: 'q', vhost: '/' },
      ack_required: true,
      prefetch_count: 3,
      active: true,
      channel_details: { name: listed?.['name'], number: 1, user: 'guest' },
    });
    expect(await get('queues/%2F/q')).toMatchObject({
      consumers: 1,
      exclusive: true,
      messages: 1,
      messages_ready: 0,
      messages_unacknowledged: 1,
      message_bytes_unacknowledged: 5,
      consumer_details: [consumer],
      message_stats: { publish: 1, deliver: 1 },
    });
    const one = await get(`channels/${encodeURIComponent(String(listed?.['name']))}`);
    expect(one).toMatchObject({ consumer_details: [consumer] });
  });

  it('is sent away with the reason that is given', async () => {
    const gone = new Promise<Error>((heard) => {
      client.on('close', heard);
    });
    const [connection] = await list('connections');
    const path = `connections/${encodeURIComponent(String(connection?.['name']))}`;
    const { status } = await ask('DELETE', path, { 'x-reason': 'enough' });
    expect(status).toBe(204);
    expect((await gone).message).toMatch(/CONNECTION[_-]FORCED.*enough/);
    expect(await list('connections')).toEqual([]);
    expect((await ask('DELETE', path)).status).toBe(404);
  });

  it('is sent away with all others of its user', async () => {
    const gone = new Promise<Error>((heard) => {
      client.on('close', heard);
    });
    expect((await ask('DELETE', 'connections/username/guest')).status).toBe(204);
    expect((await gone).message).toMatch(/Closed via management plugin/);
  });

  it('gets what is published over HTTP', async () => {
    await channel.assertQueue('q', { exclusive: true });
    const heard = new Promise<string>((got) => {
      void channel.consume('q', (message) => got(String(message?.content)), { noAck: true });
    });
    const response = await fetch(
      `http://127.0.0.1:${started.managementPort}/api/exchanges/%2F/amq.default/publish`,
      {
        method: 'POST',
        headers: { authorization: `Basic ${btoa('guest:guest')}` },
        body: JSON.stringify({
          routing_key: 'q',
          properties: {},
          payload: 'hello',
          payload_encoding: 'string',
        }),
      },
    );
    expect(await response.json()).toEqual({ routed: true });
    expect(await heard).toBe('hello');
  });

  it('logs in as a user that was imported with the hash of its password', async () => {
    const user = {
      name: 'ann',
      tags: '',
      // A RabbitMQ made it of the word guest.
      password_hash: 'MFApMXfSdxwwZjiQzu1duSnqvf2ZAReMvL5wGVgEiGiVgthO',
    };
    const permissions = { user: 'ann', vhost: '/', configure: '', write: '', read: '' };
    await fetch(`http://127.0.0.1:${started.managementPort}/api/definitions`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('guest:guest')}` },
      body: JSON.stringify({ users: [user], permissions: [permissions] }),
    });
    const as = (password: string) => connect(`amqp://ann:${password}@127.0.0.1:${started.port}`);
    await expect(as('wrong')).rejects.toThrow(/ACCESS_REFUSED/);
    const ann = await as('guest');
    expect(await list('connections?columns=user&sort=user')).toEqual([
      { user: 'ann' },
      { user: 'guest' },
    ]);
    await ann.close();
  });
});
