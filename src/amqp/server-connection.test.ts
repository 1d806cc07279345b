/** What the recorded conversations do not ask: other clients, late answers, operators, numbers of methods. */
import { describe, expect, it } from 'vitest';
import type { UserName } from '#engine';
import { encodeContent, encodeFrame, encodeMethodFrame, frameTypes, protocolHeader } from '#amqp';
import { allCapabilities, AWireBroker } from '../testing/a-wire-broker.ts';
import type { Heard } from '../testing/a-wire-broker.ts';

const start = {
  clientProperties: { capabilities: allCapabilities, product: 'test' },
  mechanism: 'PLAIN',
  response: '\0guest\0guest',
  locale: 'en_US',
};

const namesOf = (heard: readonly Heard[]): readonly unknown[] => heard.map(([, what]) => what);

describe('a login', () => {
  it('is that of a client like amqplib: properties, sizes, a virtual host', () => {
    const client = new AWireBroker('4.0').client({ heartbeatSeconds: 30 });
    const [hello] = client.receive(protocolHeader());
    expect(hello).toMatchObject([
      0,
      'connection.start',
      {
        versionMajor: 0,
        versionMinor: 9,
        mechanisms: 'ANONYMOUS PLAIN AMQPLAIN',
        locales: 'en_US',
        serverProperties: { product: 'RabbitMQ', version: '4.0.5', cluster_name: 'rabbit@warren' },
      },
    ]);
    expect(client.say(0, 'connection.start-ok', start)).toEqual([
      [0, 'connection.tune', { channelMax: 2047, frameMax: 131_072, heartbeat: 30 }],
    ]);
    expect(client.connection.info.state).toBe('tuning');
    expect(
      client.say(0, 'connection.tune-ok', { channelMax: 9, frameMax: 8_192, heartbeat: 5 }),
    ).toEqual([]);
    expect(namesOf(client.say(0, 'connection.open', { virtualHost: '/' }))).toEqual([
      'connection.open-ok',
    ]);
    expect(client.connection.info).toMatchObject({
      state: 'running',
      user: 'guest',
      mechanism: 'PLAIN',
      vhost: '/',
      clientProperties: { product: 'test' },
      channels: [],
      channelMax: 9,
      frameMax: 8_192,
      heartbeatSeconds: 5,
    });
  });

  it('is not for guest from elsewhere, whatever the password', () => {
    const broker = new AWireBroker();
    broker.ask({ type: 'user.set', user: 'rabbit' as UserName, password: 'carrot' });
    const client = broker.client({ isLoopback: false });
    client.receive(protocolHeader());
    expect(client.say(0, 'connection.start-ok', start)).toMatchObject([
      [0, 'connection.close', { replyCode: 403 }],
    ]);
    const other = broker.client({ isLoopback: false });
    other.receive(protocolHeader());
    const response = '\0rabbit\0carrot';
    expect(namesOf(other.say(0, 'connection.start-ok', { ...start, response }))).toEqual([
      'connection.tune',
    ]);
  });

  it('that fails without a word ends after three seconds, at once where no time passes', () => {
    const silent = { ...start, response: '\0guest\0wrong', clientProperties: {} };
    const timed = new AWireBroker().client();
    timed.connection.tick(0);
    timed.receive(protocolHeader());
    expect(timed.say(0, 'connection.start-ok', silent)).toEqual([]);
    timed.connection.tick(2_999);
    expect(timed.isEnded).toBe(false);
    timed.connection.tick(3_000);
    expect(timed.isEnded).toBe(true);

    const timeless = new AWireBroker().client({ heartbeatSeconds: 0 });
    timeless.receive(protocolHeader());
    timeless.say(0, 'connection.start-ok', silent);
    expect(timeless.isEnded).toBe(true);
  });

  it('that is refused ends at the first word that says so, or cannot be read', () => {
    const noFrame = Uint8Array.of(1, 0, 0, 255, 0, 0, 0);
    for (const clientProperties of [{}, start.clientProperties]) {
      for (const last of [noFrame, encodeMethodFrame(0, 'connection.close-ok', {})]) {
        const client = new AWireBroker().client();
        client.receive(protocolHeader());
        client.say(0, 'connection.start-ok', { ...start, clientProperties, response: '\0a\0b' });
        expect(namesOf(client.say(0, 'connection.close'))).toEqual(['connection.close-ok']);
        expect(client.isEnded).toBe(false);
        client.receive(last);
        expect(client.isEnded).toBe(true);
      }
    }
  });

  it('may take ten seconds', () => {
    const client = new AWireBroker().client();
    client.receive(protocolHeader());
    for (const now of [100, 10_099]) client.connection.tick(now);
    expect(client.isEnded).toBe(false);
    client.connection.tick(10_100);
    expect(client.isEnded).toBe(true);
  });
});

describe('two connections', () => {
  it('share the messages of a queue, and neither hears what the other does', () => {
    const broker = new AWireBroker();
    const [one, other] = [broker.client().open(), broker.client().open({ channel: 5 })];
    one.say(1, 'queue.declare', { queue: 'work' });
    one.say(1, 'basic.consume', { queue: 'work', consumerTag: 'a' });
    other.say(5, 'basic.consume', { queue: 'work', consumerTag: 'b' });
    other.say(5, 'confirm.select');
    const heardByPublisher = ['m1', 'm2', 'm3', 'm4'].map((body) => other.publish(5, 'work', body));
    expect(heardByPublisher.map((heard) => heard.map(([, what, text]) => [what, text]))).toEqual([
      [['basic.ack', { deliveryTag: 1, multiple: false }]],
      [
        ['basic.deliver', expect.objectContaining({ consumerTag: 'b', deliveryTag: 1 })],
        ['header', { bodySize: 2, properties: {} }],
        ['body', 'm2'],
        ['basic.ack', { deliveryTag: 2, multiple: false }],
      ],
      [['basic.ack', { deliveryTag: 3, multiple: false }]],
      [
        ['basic.deliver', expect.objectContaining({ consumerTag: 'b', deliveryTag: 2 })],
        ['header', { bodySize: 2, properties: {} }],
        ['body', 'm4'],
        ['basic.ack', { deliveryTag: 4, multiple: false }],
      ],
    ]);
    expect(one.take().filter(([, what]) => what === 'body')).toEqual([
      [1, 'body', 'm1'],
      [1, 'body', 'm3'],
    ]);
    one.connection.peerGone();
    expect(other.take().filter(([, what]) => what === 'body')).toEqual([
      [5, 'body', 'm1'],
      [5, 'body', 'm3'],
    ]);
    expect(broker.broker.connections.size).toBe(1);
  });
});

describe('what is written', () => {
  it('is one write for all that one receive brings about', () => {
    const client = new AWireBroker().client().open();
    const before = client.written.length;
    const heard = client.receive(
      encodeMethodFrame(1, 'queue.declare', { queue: 'q' }),
      encodeMethodFrame(1, 'basic.qos', { prefetchCount: 3 }),
      encodeMethodFrame(2, 'channel.open', {}),
    );
    expect(client.written.length).toBe(before + 1);
    expect(namesOf(heard)).toEqual(['queue.declare-ok', 'basic.qos-ok', 'channel.open-ok']);
  });

  it('of a body of five megabytes is cut as agreed on', () => {
    const client = new AWireBroker().client().open();
    client.say(1, 'queue.declare', { queue: 'q' });
    const body = 'Rammler '.repeat(655_360);
    client.publish(1, 'q', body);
    const [got, header, ...bodies] = client.say(1, 'basic.get', { queue: 'q', noAck: true });
    expect(got?.[1]).toBe('basic.get-ok');
    expect(header?.[2]).toEqual({ bodySize: 5_242_880, properties: {} });
    const texts = bodies.map(([, , text]) => text as string);
    expect(texts.map(({ length }) => length)).toEqual([...Array(40).fill(131_064), 320]);
    expect(texts.join('') === body).toBe(true);
  });
});

describe('confirms', () => {
  const publish = (routingKey: string, more: object = {}) =>
    encodeContent(1, 'basic.publish', { routingKey, ...more }, {}, 'm', 131_072);

  it('of publishes that come in one go are one, after what the publishes brought about', () => {
    const client = new AWireBroker().client().open();
    client.say(1, 'confirm.select');
    const returned = publish('nowhere', { mandatory: true });
    expect(client.receive(publish('q'), returned, publish('q'))).toEqual([
      [1, 'basic.return', expect.objectContaining({ replyCode: 312, replyText: 'NO_ROUTE' })],
      [1, 'header', { bodySize: 1, properties: {} }],
      [1, 'body', 'm'],
      [1, 'basic.ack', { deliveryTag: 3, multiple: true }],
    ]);
    expect(client.receive(publish('q'))).toEqual([
      [1, 'basic.ack', { deliveryTag: 4, multiple: false }],
    ]);
  });

  it('come before the end that a later method of the same go brings about', () => {
    const two = [publish('q'), publish('q')];
    const ends = [
      [encodeMethodFrame(1, 'queue.purge', { queue: 'none' }), 'channel.close'],
      [encodeMethodFrame(1, 'channel.close', {}), 'channel.close-ok'],
      [encodeMethodFrame(1, 'channel.flow', { active: false }), 'connection.close'],
      [encodeMethodFrame(0, 'connection.open', {}), 'connection.close'],
      [encodeMethodFrame(0, 'connection.close', {}), 'connection.close-ok'],
    ] as const;
    for (const [end, said] of ends) {
      const client = new AWireBroker().client().open();
      client.say(1, 'confirm.select');
      const heard = client.receive(...two, end);
      expect(namesOf(heard)).toEqual(['basic.ack', said]);
      expect(heard[0]?.[2]).toEqual({ deliveryTag: 2, multiple: true });
    }
  });

  it('count anew on a channel that is opened again', () => {
    const client = new AWireBroker().client().open();
    const select = encodeMethodFrame(1, 'confirm.select', {});
    client.receive(select, publish('q'), publish('q'));
    client.receive(encodeMethodFrame(1, 'channel.close', {}));
    const again = encodeMethodFrame(1, 'channel.open', {});
    expect(client.receive(again, select, publish('q'), publish('q'))).toEqual([
      [1, 'channel.open-ok', { channelId: '' }],
      [1, 'confirm.select-ok', {}],
      [1, 'basic.ack', { deliveryTag: 2, multiple: true }],
    ]);
  });
});

describe('capabilities', () => {
  it('let a client hear that its consumer is cancelled', () => {
    for (const capabilities of [allCapabilities, {}]) {
      const broker = new AWireBroker();
      const client = broker.client().open({ capabilities: capabilities as typeof allCapabilities });
      client.say(1, 'queue.declare', { queue: 'q' });
      client.say(1, 'basic.consume', { queue: 'q', consumerTag: 't' });
      const other = broker.client().open();
      other.say(1, 'queue.delete', { queue: 'q' });
      expect(client.take()).toEqual(
        capabilities === allCapabilities
          ? [[1, 'basic.cancel', { consumerTag: 't', nowait: true }]]
          : [],
      );
    }
  });

  it('let a client hear that it is blocked, and that it is not any more', () => {
    for (const capabilities of [allCapabilities, {}]) {
      const broker = new AWireBroker();
      const client = broker.client().open({ capabilities: capabilities as typeof allCapabilities });
      client.say(1, 'confirm.select');
      broker.ask({ type: 'alarm.set', alarm: 'memory' });
      const isTold = capabilities === allCapabilities;
      expect(client.publish(1, 'q', 'held')).toEqual(
        isTold ? [[0, 'connection.blocked', { reason: 'low on memory' }]] : [],
      );
      broker.ask({ type: 'alarm.clear', alarm: 'memory' });
      expect(namesOf(client.take())).toEqual(
        isTold ? ['connection.unblocked', 'basic.ack'] : ['basic.ack'],
      );
    }
  });
});

describe('a message that is too long', () => {
  const tooLong = 16_777_217;

  function sayIt(profile: '3.10' | '4.0') {
    const client = new AWireBroker(profile).client().open();
    client.say(1, 'queue.declare', { queue: 'q' });
    const fields = { exchange: '', routingKey: 'q' };
    const said = client.receive(
      encodeContent(1, 'basic.publish', fields, {}, 'x'.repeat(tooLong), 131_072),
      encodeMethodFrame(1, 'basic.get', { queue: 'q', noAck: true }),
    );
    return { client, said };
  }

  it('closes its channel and not the connection', () => {
    const { client, said } = sayIt('4.0');
    expect(said).toEqual([
      [
        1,
        'channel.close',
        {
          replyCode: 406,
          replyText:
            'PRECONDITION_FAILED - message size 16777217 is larger than configured max size 16777216',
          classId: 60,
          methodId: 40,
        },
      ],
    ]);
    expect(namesOf(client.say(1, 'channel.close-ok'))).toEqual([]);
    expect(namesOf(client.say(1, 'channel.open'))).toEqual(['channel.open-ok']);
    expect(client.say(1, 'queue.declare', { queue: 'q', passive: true })).toEqual([
      [1, 'queue.declare-ok', { queue: 'q', messageCount: 0, consumerCount: 0 }],
    ]);
  });

  it('is not too long for the older version', () => {
    const [got] = sayIt('3.10').said;
    expect(got?.[1]).toBe('basic.get-ok');
  });
});

describe('properties that make no sense', () => {
  it('are noticed only when a message is accepted', () => {
    const broken = (exchange: string): Uint8Array => {
      const bytes = encodeContent(1, 'basic.publish', { exchange }, { type: 'tt' }, '', 131_072);
      // A text that is longer than all that follows.
      bytes[bytes.length - 4] = 200;
      return bytes;
    };
    const client = new AWireBroker().client().open();
    expect(client.receive(broken('none'))).toMatchObject([
      [1, 'channel.close', { replyCode: 404 }],
    ]);
    client.say(1, 'channel.close-ok');
    client.say(1, 'channel.open');
    expect(client.receive(broken(''))).toEqual([
      [
        0,
        'connection.close',
        { replyCode: 541, replyText: 'INTERNAL_ERROR', classId: 0, methodId: 0 },
      ],
    ]);
  });
});

describe('answers that come late', () => {
  it('are those to what was asked, in its order, and none where none is wanted', () => {
    const broker = new AWireBroker();
    const client = broker.client().open();
    broker.isLate = true;
    for (const [queue, nowait] of [
      ['a', false],
      ['b', true],
      ['c', false],
      ['d', true],
    ] as const)
      expect(client.say(1, 'queue.declare', { queue, nowait })).toEqual([]);
    broker.carryOut();
    expect(client.take().map(([, , fields]) => fields)).toMatchObject([
      { queue: 'a' },
      { queue: 'c' },
    ]);
  });

  it('leave a channel usable that was closed and opened again before the first answer', () => {
    const broker = new AWireBroker();
    const client = broker.client().open();
    broker.isLate = true;
    client.say(1, 'channel.close');
    client.say(1, 'channel.open');
    client.say(1, 'queue.declare', { queue: 'q' });
    broker.carryOut();
    expect(namesOf(client.take())).toEqual([
      'channel.close-ok',
      'channel.open-ok',
      'queue.declare-ok',
    ]);
  });

  it('confirm a close that has crossed one of the broker', () => {
    const broker = new AWireBroker();
    const client = broker.client().open();
    broker.isLate = true;
    client.say(1, 'queue.declare', { queue: 'none', passive: true });
    client.say(1, 'channel.close');
    broker.carryOut();
    expect(namesOf(client.take())).toEqual(['channel.close', 'channel.close-ok']);
    broker.isLate = false;
    client.say(1, 'channel.close-ok');
    expect(namesOf(client.say(1, 'channel.open'))).toEqual(['channel.open-ok']);
  });

  it('are not heard by a client that is gone', () => {
    const broker = new AWireBroker();
    const client = broker.client().open();
    broker.isLate = true;
    client.say(1, 'queue.declare', { queue: 'q' });
    client.connection.peerGone();
    broker.carryOut();
    expect(client.take()).toEqual([]);
    expect(broker.broker.connections.size).toBe(0);
  });

  it('leave nobody behind who goes before the virtual host is open', () => {
    const broker = new AWireBroker();
    broker.isLate = true;
    const client = broker.client().open({ channel: 0 });
    client.connection.peerGone();
    broker.carryOut();
    expect(broker.broker.connections.size).toBe(0);
  });
});

describe('the end', () => {
  it('that an operator makes has his words', () => {
    const client = new AWireBroker().client().open();
    client.connection.closeByOperator('Closed via management plugin');
    expect(client.take()).toEqual([
      [
        0,
        'connection.close',
        {
          replyCode: 320,
          replyText: 'CONNECTION_FORCED - Closed via management plugin',
          classId: 0,
          methodId: 0,
        },
      ],
    ]);
    expect(client.isEnded).toBe(false);
    client.say(1, 'queue.declare', { queue: 'too late' });
    client.say(0, 'connection.close-ok');
    expect(client.isEnded).toBe(true);
  });

  it('takes the connection from the broker at once, whoever makes it', () => {
    for (const end of [
      (client: ReturnType<AWireBroker['client']>) => client.connection.peerGone(),
      (client: ReturnType<AWireBroker['client']>) => client.connection.closeByOperator('x'),
      (client: ReturnType<AWireBroker['client']>) => client.say(0, 'connection.close'),
      (client: ReturnType<AWireBroker['client']>) => client.say(0, 'channel.open'),
    ]) {
      const broker = new AWireBroker();
      const client = broker.client().open();
      expect(broker.broker.connections.size).toBe(1);
      end(client);
      expect(broker.broker.connections.size).toBe(0);
    }
  });

  it('that the client makes is over when it goes, says so, or waits too long', () => {
    for (const isSaid of [true, false]) {
      const client = new AWireBroker().client().open();
      client.connection.tick(0);
      expect(namesOf(client.say(0, 'connection.close'))).toEqual(['connection.close-ok']);
      expect(namesOf(client.say(0, 'connection.close'))).toEqual(['connection.close-ok']);
      expect(client.isEnded).toBe(false);
      if (isSaid) client.say(0, 'connection.close-ok');
      else client.connection.tick(30_000);
      expect(client.isEnded).toBe(true);
    }
  });

  it('comes without a word for a peer of whom nothing is heard', () => {
    const broker = new AWireBroker();
    const client = broker.client().open({ heartbeat: 1 });
    for (let now = 0; now < 3_000; now += 100) client.connection.tick(now);
    expect(client.isEnded).toBe(false);
    client.connection.tick(3_000);
    expect(client.isEnded).toBe(true);
    expect(new Set(namesOf(client.take()))).toEqual(new Set(['heartbeat']));
    expect(broker.broker.connections.size).toBe(0);
  });

  it('does not come while heartbeats do', () => {
    const client = new AWireBroker().client().open({ heartbeat: 1 });
    const heartbeat = encodeFrame({ type: frameTypes.heartbeat, channel: 0, payload: Buffer.of() });
    for (let now = 0; now < 60_000; now += 500) {
      client.receive(heartbeat);
      client.connection.tick(now);
    }
    expect(client.isEnded).toBe(false);
  });

  it('is waited for thirty seconds when the client does not answer', () => {
    const client = new AWireBroker().client().open();
    client.connection.tick(1_000);
    client.connection.closeByOperator('shutdown');
    client.connection.tick(30_999);
    expect(client.isEnded).toBe(false);
    client.connection.tick(31_000);
    expect(client.isEnded).toBe(true);
  });
});

describe('channels', () => {
  it('that are not open know no queue that was declared last', () => {
    const client = new AWireBroker().client().open();
    expect(client.say(2, 'basic.consume', { queue: '' })).toEqual([
      [
        2,
        'channel.close',
        {
          replyCode: 404,
          replyText: 'NOT_FOUND - no previously declared queue',
          classId: 60,
          methodId: 20,
        },
      ],
    ]);
    client.say(2, 'channel.close-ok');
    expect(client.say(2, 'basic.consume', { queue: 'q' })).toMatchObject([
      [0, 'connection.close', { replyCode: 504 }],
    ]);
  });

  it('have the number that the client gives them', () => {
    const broker = new AWireBroker();
    const client = broker.client().open({ channel: 700 });
    expect(client.connection.info.channels).toEqual([700]);
    expect([...broker.broker.channels.values()].map(({ id, number }) => [id, number])).toEqual([
      ['c1/700', 700],
    ]);
  });

  it('are as many as was agreed on, those that are closed not among them', () => {
    const client = new AWireBroker().client().open({ channel: 9, channelMax: 2 });
    for (let round = 0; round < 5; round++) {
      expect(namesOf(client.say(8, 'channel.open'))).toEqual(['channel.open-ok']);
      expect(namesOf(client.say(8, 'channel.close'))).toEqual(['channel.close-ok']);
    }
    client.say(8, 'channel.open');
    expect(client.say(1, 'channel.open')).toMatchObject([
      [0, 'connection.close', { replyCode: 530, classId: 0, methodId: 0 }],
    ]);
  });
});

describe('methods', () => {
  it('are numbered as they come, and content has the number of its method', () => {
    const client = new AWireBroker().client().open();
    const known = client.submitted.length;
    const heartbeat = encodeFrame({ type: frameTypes.heartbeat, channel: 0, payload: Buffer.of() });
    const heard = client.receive(
      heartbeat,
      encodeContent(1, 'basic.publish', { routingKey: 'q' }, {}, 'body', 131_072),
      encodeMethodFrame(0, 'connection.update-secret', { newSecret: 's', reason: 'r' }),
      encodeMethodFrame(1, 'basic.qos', {}),
    );
    // Before these: start-ok, tune-ok, open, channel.open.
    expect(
      client.submitted.slice(known).map(({ command: { type }, number }) => [type, number]),
    ).toEqual([
      ['basic.publish', 4],
      ['basic.qos', 6],
    ]);
    expect(client.connection.currentMethodIndex).toBe(6);
    expect(namesOf(heard)).toEqual(['connection.update-secret-ok', 'basic.qos-ok']);
  });
});
