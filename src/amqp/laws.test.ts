/**
 * What always holds of a server's side of a connection, whatever a peer sends: how the bytes are cut makes
 * no difference, nothing is thrown, and no more is kept than was sent.
 */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { encodeContent, encodeFrame, encodeMethodFrame, protocolHeader } from '#amqp';
import { aMethod, someProperties } from '../testing/a-method.ts';
import { AWireBroker, allCapabilities } from '../testing/a-wire-broker.ts';
import type { Heard } from '../testing/a-wire-broker.ts';

/** Ten for each program of the engine's laws, which `npm run laws` plays many of. */
const inputCount = 10 * Number(process.env['WARREN_PROGRAMS'] ?? 200);
const timeout = 14_400_000;

const aBytes = fc.uint8Array({ maxLength: 40 });
const channels = fc.oneof({ weight: 6, arbitrary: fc.constant(1) }, fc.nat(4), fc.nat(65_535));

/** Names that meet: queues and exchanges that are there, tags that are in use. */
const meetingNames = {
  queue: fc.constantFrom('q', 'r', ''),
  exchange: fc.constantFrom('', 'amq.topic', 'e'),
  routingKey: fc.constantFrom('q', 'r', 'a.b'),
  consumerTag: fc.constantFrom('t', ''),
  type: fc.constantFrom('topic', 'fanout', 'none'),
  deliveryTag: fc.nat(3),
};

const aMeetingMethod = aMethod
  .filter(({ name }) => !name.startsWith('connection.'))
  .chain(({ name, fields }) =>
    fc.record(meetingNames).map((names) => {
      const met = Object.entries(names).filter(([field]) => field in fields);
      const table = 'arguments' in fields ? { arguments: {} } : {};
      return { name, fields: { ...fields, ...Object.fromEntries(met), ...table } };
    }),
  );

const aPublish = fc
  .record({
    channel: channels,
    routingKey: meetingNames.routingKey,
    properties: fc.oneof(fc.constant({}), someProperties),
    body: fc.string({ maxLength: 50 }),
    frameMax: fc.integer({ min: 9, max: 60 }),
  })
  .map(({ channel, routingKey, properties, body, frameMax }) =>
    encodeContent(channel, 'basic.publish', { routingKey }, properties, body, frameMax),
  );

/** What a client may say on an open connection, mostly well put. */
const aSaying: fc.Arbitrary<Uint8Array> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(channels, aMeetingMethod)
      .map(([channel, { name, fields }]) => encodeMethodFrame(channel, name, fields)),
  },
  { weight: 4, arbitrary: aPublish },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('channel.open', 'channel.close', 'channel.close-ok')
      .chain((name) => channels.map((channel) => encodeMethodFrame(channel, name, {}))),
  },
  fc
    .tuple(channels, aMethod)
    .map(([channel, { name, fields }]) => encodeMethodFrame(channel, name, fields)),
  fc
    .record({ type: fc.constantFrom(1, 2, 3, 8, 4), channel: channels, payload: aBytes })
    .map((frame) => encodeFrame(frame)),
  fc.constant(encodeFrame({ type: 8, channel: 0, payload: new Uint8Array(0) })),
);

const greeting = [
  protocolHeader(),
  encodeMethodFrame(0, 'connection.start-ok', {
    clientProperties: { capabilities: allCapabilities },
    mechanism: 'PLAIN',
    response: '\0guest\0guest',
  }),
  encodeMethodFrame(0, 'connection.tune-ok', { channelMax: 3, frameMax: 4_096, heartbeat: 1 }),
  encodeMethodFrame(0, 'connection.open', { virtualHost: '/' }),
  encodeMethodFrame(1, 'channel.open', {}),
  encodeMethodFrame(1, 'queue.declare', { queue: 'q' }),
  encodeMethodFrame(1, 'basic.consume', { queue: 'q', consumerTag: 't' }),
  encodeMethodFrame(1, 'confirm.select', {}),
];

const aConversation = fc
  .array(aSaying, { maxLength: 12 })
  .map((sayings) => Buffer.concat([...greeting, ...sayings]));

interface Cut {
  readonly bytes: Uint8Array;
  /** In thousandths of the whole. */
  readonly places: readonly number[];
}

function partsOf({ bytes, places }: Cut): readonly Uint8Array[] {
  const at = places.map((place) => Math.floor((place * bytes.length) / 1_000));
  const ends = [...at.sort((a, b) => a - b), bytes.length];
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

/**
 * All that a client hears who says these parts one after the other. Confirms of what comes in one part may
 * go out as one, after all else: so they stand for themselves, each with the publishes that it means.
 */
function hearAfter(parts: readonly Uint8Array[]) {
  const broker = new AWireBroker('4.0');
  const client = broker.client();
  for (const part of parts) client.connection.receive(Uint8Array.from(part));
  const heard = client.take();
  const { sentBytes: _, ...info } = client.connection.info;
  const others = heard.filter(([, what]) => what !== 'basic.ack');
  return { others, confirmed: confirmedIn(heard), submitted: client.submitted, info };
}

/** Tags that were told by channel, in their order; channels that are opened again count anew. */
function confirmedIn(heard: readonly Heard[]): readonly string[] {
  const open = new Map<number, number>();
  const told: string[] = [];
  for (const [channel, what, fields] of heard) {
    if (what === 'channel.open-ok') open.set(channel, 0);
    if (what !== 'basic.ack') continue;
    const { deliveryTag, multiple } = fields as { deliveryTag: number; multiple: boolean };
    const first = multiple ? (open.get(channel) ?? 0) + 1 : deliveryTag;
    for (let tag = first; tag <= deliveryTag; tag++) told.push(`${channel}: ${tag}`);
    open.set(channel, Math.max(open.get(channel) ?? 0, deliveryTag));
  }
  return told.sort();
}

describe('laws of connections', () => {
  it(
    'the same bytes are answered alike, however they are cut',
    () => {
      fc.assert(
        fc.property(aConversation, fc.array(fc.nat(1_000), { maxLength: 20 }), (bytes, places) => {
          const whole = hearAfter([bytes]);
          expect(hearAfter(partsOf({ bytes, places }))).toEqual(whole);
        }),
        { numRuns: Math.ceil(inputCount / 10) },
      );
    },
    timeout,
  );

  it('bytes that come one by one are answered like all at once', () => {
    fc.assert(
      fc.property(aConversation, (bytes) => {
        expect(hearAfter([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(
          hearAfter([bytes]),
        );
      }),
      { numRuns: 20 },
    );
  });

  it(
    'nothing that comes is thrown back, and what is written can be read',
    () => {
      const aMutation = fc.record({ place: fc.nat(999), byte: fc.nat(255) });
      const mutated = fc
        .tuple(aConversation, fc.array(aMutation, { minLength: 1, maxLength: 4 }))
        .map(([bytes, mutations]) => {
          const copy = Uint8Array.from(bytes);
          for (const { place, byte } of mutations) {
            copy[Math.floor((place * copy.length) / 1_000)] = byte;
          }
          return copy;
        });
      const random = fc
        .tuple(fc.nat(greeting.length), fc.uint8Array({ maxLength: 200 }))
        .map(([count, bytes]) => Buffer.concat([...greeting.slice(0, count), bytes]));
      fc.assert(
        fc.property(fc.oneof(mutated, random, aConversation), (bytes) => {
          const broker = new AWireBroker();
          const client = broker.client();
          client.receive(bytes);
          client.connection.tick(0);
          client.connection.tick(60_000);
          client.connection.peerGone();
          client.take();
          expect(broker.broker.connections.size).toBe(0);
        }),
        { numRuns: inputCount },
      );
    },
    timeout,
  );
});

describe('memory', () => {
  /** Of arrays, garbage among them. */
  function bytesTakenBy(act: () => void): number {
    const before = process.memoryUsage().arrayBuffers;
    act();
    return process.memoryUsage().arrayBuffers - before;
  }

  const fields = { exchange: '', routingKey: 'q' };
  const frames = encodeContent(1, 'basic.publish', fields, {}, 'x', 131_072);
  /** All but the body, and in the header a body of a hundred megabytes. */
  const announcement = Uint8Array.from(frames.subarray(0, frames.length - 9));
  announcement.set([0, 0, 0, 0, 5, 245, 225, 0], announcement.length - 11);

  function on(channel: number, bytes: Uint8Array, starts: readonly number[]): Uint8Array {
    const moved = Uint8Array.from(bytes);
    for (const start of starts) moved.set([channel >> 8, channel & 255], start + 1);
    return moved;
  }

  it('is not taken for what is only announced', () => {
    const client = new AWireBroker().client().open();
    const headerStart = announcement.length - 22;
    const taken = bytesTakenBy(() => {
      for (let channel = 2; channel < 2_000; channel++) {
        client.connection.receive(encodeMethodFrame(channel, 'channel.open', {}));
        client.connection.receive(on(channel, announcement, [0, headerStart]));
      }
    });
    expect(client.connection.info.channels).toHaveLength(1_999);
    expect(taken).toBeLessThan(5_000_000);
  });

  it('is taken for a body by as much as has come, however it comes', () => {
    const client = new AWireBroker().client().open();
    client.connection.receive(announcement);
    const body = encodeFrame({ type: 3, channel: 1, payload: Uint8Array.of(120) });
    const taken = bytesTakenBy(() => {
      for (let count = 0; count < 100_000; count++) client.connection.receive(body);
    });
    expect(client.connection.info.state).toBe('running');
    expect(taken).toBeLessThan(2_000_000);
  });

  it('is not taken for a frame of which only the head has come', () => {
    const client = new AWireBroker().client().open();
    const taken = bytesTakenBy(() => {
      client.connection.receive(Uint8Array.of(1, 0, 1, 0, 1, 255, 0));
      for (let count = 0; count < 1_000; count++) client.connection.receive(Uint8Array.of(0));
    });
    expect(client.connection.info.state).toBe('running');
    expect(taken).toBeLessThan(300_000);
  });
});
