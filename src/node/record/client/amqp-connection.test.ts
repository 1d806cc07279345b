import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { AmqpConnection } from './amqp-connection.ts';

describe('a connection', () => {
  it('is refused by a broker with another protocol', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.end(Buffer.from([...Buffer.from('AMQP'), 0, 1, 0, 0]));
    }).listen(0);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const login = { user: 'guest', password: 'guest', vhost: '/' };
    const listener = { arrived: () => {}, gone: () => {} };
    const connection = new AmqpConnection({ host: '127.0.0.1', port }, login, listener);
    await expect(connection.open()).rejects.toThrow('does not speak AMQP 0-9-1');
    server.close();
  });
});
