import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completeScenario } from './complete-scenario.ts';
import { bodyEntries } from './intervention-schema.ts';
import type { InterventionSpec } from './intervention-schema.ts';
import { pack } from './packing.ts';
import type { Scenario, ScenarioBody, ScenarioSpec } from './schema.ts';
import { decodeShareLink, encodeShareLink } from './share-link.ts';

const word = fc.stringMatching(/^[a-z]{1,8}$/);
const key = fc.array(fc.constantFrom('order', 'paid', '*', '#', 'ü'), { maxLength: 3 });
const keyText = key.map((words) => words.join('.'));
const coordinate = fc.integer({ min: -5_000, max: 5_000 });

const publisher = fc.record({
  routing_key: fc.oneof(
    keyText,
    fc.array(fc.record({ key: keyText, weight: fc.integer({ min: 0, max: 9 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
  ),
  rate: fc.constantFrom(
    { kind: 'by_hand' as const },
    { kind: 'poisson' as const, per_second: 2.5 },
    { kind: 'bursts' as const, size: 3, every_ms: 900 },
  ),
  mandatory: fc.boolean(),
  body: fc.string({ unit: 'grapheme', maxLength: 20 }),
});

const names = (prefix: string) =>
  fc.uniqueArray(word, { maxLength: 4 }).map((all) => all.map((one) => `${prefix}-${one}`));

const scenario: fc.Arbitrary<Scenario> = fc
  .record({
    title: fc.string({ minLength: 1, maxLength: 30 }),
    notes: fc.string({ unit: 'grapheme', maxLength: 100 }),
    seed: fc.nat(),
    latency_ms: fc.nat(5_000),
    exchanges: names('x'),
    queues: names('q'),
    producers: names('p'),
    publisher,
    ttl: fc.option(fc.nat(60_000), { nil: undefined }),
    at: fc.tuple(coordinate, coordinate),
    users: names('u'),
    plugins: fc.subarray(['rabbitmq_sharding', 'rabbitmq_random_exchange'] as const),
    limits: fc.option(fc.record({ 'max-queues': fc.nat(9) }), { nil: undefined }),
  })
  .map(({ title, notes, seed, latency_ms, exchanges, queues, producers, ...rest }) => {
    const spec: ScenarioSpec = {
      version: 1,
      title,
      notes,
      seed,
      latency_ms,
      exchanges: exchanges.map((name) => ({ name, type: 'topic' })),
      queues: queues.map((name) =>
        rest.ttl === undefined ? { name } : { name, arguments: { 'x-message-ttl': rest.ttl } },
      ),
      bindings: exchanges.flatMap((source) =>
        queues.map((destination) => ({ source, destination, routing_key: `${destination}.#` })),
      ),
      clients: [
        ...producers.map((name) => ({
          name,
          publishers: [{ ...rest.publisher, exchange: exchanges[0] ?? '' }],
        })),
        ...queues.map((queue) => ({ name: `c-${queue}`, consumers: [{ queue }] })),
      ],
      plugins: rest.plugins,
      vhosts: [{ name: '/', ...(rest.limits === undefined ? {} : { limits: rest.limits }) }],
      users: rest.users.map((name) => ({ name })),
      permissions: rest.users.map((user) => ({ user, configure: '', write: `^${user}`, read: '' })),
      topic_permissions: rest.users.map((user) => ({
        user,
        exchange: 'amq.topic',
        write: '',
        read: '^{username}',
      })),
      policies: queues.map((name, priority) => ({
        name,
        pattern: `^${name}$`,
        'apply-to': 'queues',
        definition: { 'max-length': priority },
        priority,
      })),
      operator_policies: queues.map((name) => ({ name, pattern: '', definition: {} })),
      positions: Object.fromEntries(queues.map((name) => [`queue:${name}`, rest.at])),
    };
    return completeScenario(spec);
  });

const bodyOf = (scenario: Scenario): ScenarioBody =>
  Object.fromEntries(
    Object.keys(bodyEntries).map((part) => [part, scenario[part as keyof ScenarioBody]]),
  ) as unknown as ScenarioBody;

const intervention: fc.Arbitrary<InterventionSpec> = fc.record({
  at: fc.nat(600_000),
  act: fc.oneof(
    scenario.map((one) => ({ type: 'edit' as const, body: bodyOf(one) })),
    fc.record(
      {
        type: fc.constant('publish' as const),
        client: word,
        publisher: fc.nat(3),
        routingKey: keyText,
        headers: fc.dictionary(word, fc.oneof(fc.string(), fc.integer(), fc.boolean()), {
          noNullPrototype: true,
        }),
      },
      { requiredKeys: ['type', 'client', 'publisher'] },
    ),
    fc.record({
      type: fc.constant('settle' as const),
      client: word,
      consumer: fc.nat(3),
      deliveryTag: fc.integer({ min: 1, max: 1_000 }),
      answer: fc.constantFrom('ack' as const, 'reject' as const, 'requeue' as const),
    }),
    fc.record({ type: fc.constant('client.stop' as const), client: word }),
    fc.record({ type: fc.constant('client.start' as const), client: word }),
    fc.record({ type: fc.constant('connection.drop' as const), client: word }),
    fc.constant({ type: 'queue.purge' as const, vhost: '/', queue: 'orders' }),
    fc.constant({ type: 'broker.restart' as const }),
    fc.record({
      type: fc.constant('alarm' as const),
      alarm: fc.constantFrom('memory' as const, 'disk' as const),
      isRaised: fc.boolean(),
    }),
    fc.record({ type: fc.constant('trace' as const), vhost: word, isOn: fc.boolean() }),
  ),
});

const run = fc.record({ scenario, interventions: fc.array(intervention, { maxLength: 6 }) });

const small = completeScenario({
  version: 1,
  title: 'Hello world',
  queues: [{ name: 'hello' }],
  clients: [{ name: 'receiver', consumers: [{ queue: 'hello' }] }],
});
const smallLink = encodeShareLink({ scenario: small, interventions: [] });

/** The sentence in which a link ends whose text is `content`. */
function messageFor(content: unknown): string {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return messageOf(`#${pack(text)}`);
}

function messageOf(fragment: string): string {
  const opened = decodeShareLink(fragment);
  return opened.ok ? 'it opened' : opened.message;
}

describe('share links', () => {
  test('give back the run they were made of', () => {
    fc.assert(
      fc.property(run, (shared) => {
        expect(decodeShareLink(encodeShareLink(shared))).toEqual({ ok: true, ...shared });
      }),
    );
  });

  test('say of an edit only what it changed', () => {
    const edited = { ...small, queues: [...small.queues, { ...small.queues[0]!, name: 'other' }] };
    const act = { type: 'edit', body: bodyOf(edited) } as const;
    const shared = { scenario: small, interventions: [{ at: 1_000, act }] };
    expect(encodeShareLink(shared).length).toBeLessThan(smallLink.length + 60);
  });

  test('say of an edit also that a list is empty from then on', () => {
    const act = { type: 'edit', body: { ...bodyOf(small), clients: [] } } as const;
    const again = { type: 'edit', body: { ...bodyOf(small), clients: [], latency_ms: 5 } } as const;
    const interventions = [
      { at: 1_000, act },
      { at: 2_000, act: again },
      { at: 3_000, act },
    ];
    const opened = decodeShareLink(encodeShareLink({ scenario: small, interventions }));
    expect(opened).toEqual({ ok: true, scenario: small, interventions });
  });

  test('are packed by name and need no escaping in an address', () => {
    expect(smallLink).toMatch(/^#deflate:[A-Za-z0-9_-]+$/);
  });

  test('open without the # as well', () => {
    expect(decodeShareLink(smallLink.slice(1)).ok).toBe(true);
  });

  test('open as mail programs and chats hand them on', () => {
    for (const link of [
      smallLink.replace(':', '%3A'),
      `${smallLink}.`,
      `${smallLink})`,
      `${smallLink}>,`,
      `${smallLink}%20`,
    ]) {
      expect(decodeShareLink(link)).toEqual({ ok: true, scenario: small, interventions: [] });
    }
  });

  test('that were made on the first day still open', () => {
    expect(decodeShareLink(linkOfFirstDay)).toEqual({ ok: true, ...runOfFirstDay });
  });
});

describe('a link that is not as it was made', () => {
  test('is refused wherever it is cut', () => {
    for (let length = 0; length < smallLink.length; length++) {
      expect(decodeShareLink(smallLink.slice(0, length)).ok).toBe(false);
    }
    expect(messageOf(smallLink.slice(0, -7))).toMatch(/^This link is damaged/);
  });

  test('is refused wherever a character of it is another', () => {
    const start = smallLink.indexOf(':') + 1;
    fc.assert(
      fc.property(
        fc.integer({ min: start, max: smallLink.length - 1 }),
        fc.constantFrom('A', 'z', '0', '9', '-', '_', '=', '%', ' '),
        (index, character) => {
          fc.pre(smallLink[index] !== character);
          const changed = smallLink.slice(0, index) + character + smallLink.slice(index + 1);
          expect(messageOf(changed)).toMatch(/^This link is damaged/);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('never throws, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `#deflate:${text}`),
        ),
        (text) => {
          expect(decodeShareLink(text).ok).toBe(false);
        },
      ),
    );
  });

  test('never throws, whatever was packed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.jsonValue().map(asScenario)), (text) => {
        expect(() => decodeShareLink(`#${pack(text)}`)).not.toThrow();
      }),
    );
  });
});

const asScenario = (data: unknown): string =>
  JSON.stringify({ scenario: { version: 1, clients: data }, interventions: data });

describe('a link from elsewhere', () => {
  test('is told from an address without a scenario', () => {
    expect(messageOf('#')).toBe('This address holds no scenario.');
    expect(messageOf('')).toBe('This address holds no scenario.');
    expect(messageOf('#foo')).toBe('What follows the # of this address is not a scenario.');
  });

  test('names the packing that is not known', () => {
    expect(messageOf('#zstd:AAAA')).toMatch(/^This link is packed as zstd, which this Warren does/);
  });

  test('says when its document is of a later version', () => {
    expect(messageFor({ scenario: { version: 2, world: 'new' } })).toMatch(
      /^This link was made by a newer Warren: its scenario is of version 2/,
    );
  });

  test('says when it holds no document', () => {
    const sentence = /what it holds is not a scenario/;
    for (const content of ['no json', 'null', '[]', '{}', '7', '{"scenario":[1]}', '{"foo":1}']) {
      expect(messageFor(content)).not.toBe('it opened');
    }
    expect(messageFor('no json')).toMatch(sentence);
    expect(messageFor({ foo: 1 })).toMatch(sentence);
  });

  test('says what in its document is wrong', () => {
    const message = messageFor({ scenario: { version: 1, queues: [{ name: 7 }] } });
    expect(message).toMatch(/^The scenario in this link is not valid, at .*name/);
  });

  test('says what in its record is wrong', () => {
    const scenario = { version: 1 };
    for (const interventions of [
      7,
      [{ at: -1, act: { type: 'broker.restart' } }],
      [{ at: 1, act: { type: 'broker.explode' } }],
      [{ at: 1, act: { type: 'edit', body: { positions: {} } } }],
      [{ at: 1, act: { type: 'publish', client: 'c', publisher: 0, headers: { a: [1] } } }],
      [{ at: 1, act: { type: 'edit', body: { queues: [{ name: '' }] } } }],
      [{ at: 1, act: { type: 'edit', body: { queues: [{ name: 'q' }, { name: 'q' }] } } }],
      [{ at: 1, act: { type: 'settle', client: 'c', consumer: 0, deliveryTag: 0, answer: 'ack' } }],
    ]) {
      expect(messageFor({ scenario, interventions })).toMatch(
        /^The record of what was done in this link is not valid/,
      );
    }
  });
});

describe('a hostile link', () => {
  test('does not make the page unpack without end', () => {
    expect(messageFor(' '.repeat(50_000_000))).toMatch(/^This link holds more than a scenario/);
  });

  test('may not be nested without end', () => {
    const deep = `{"scenario":${'['.repeat(500_000)}`;
    expect(messageFor(deep)).toMatch(/nested too deeply/);
    const table = `${'{"a":'.repeat(300)}1${'}'.repeat(300)}`;
    const document = `{"scenario":{"version":1,"queues":[{"name":"q","arguments":${table}}]}}`;
    expect(messageFor(document)).toMatch(/nested too deeply/);
  });

  test('may not reach for the prototype of anything', () => {
    const document = '{"scenario":{"version":1,"positions":{"__proto__":{"polluted":[1,2]}}}}';
    expect(messageFor(document)).toMatch(/__proto__/);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('may not make the record longer than anyone can do by hand', () => {
    const one = { at: 1, act: { type: 'broker.restart' } };
    const interventions = Array.from({ length: 10_001 }, () => one);
    expect(messageFor({ scenario: { version: 1 }, interventions })).toMatch(/^The record of what/);
  });

  test('may not have the page check edits without end', () => {
    const queues = Array.from({ length: 2_000 }, (_, index) => ({ name: `q${index}` }));
    const one = { at: 1, act: { type: 'edit', body: { latency_ms: 1 } } };
    const interventions = Array.from({ length: 10_000 }, () => one);
    const message = messageFor({ scenario: { version: 1, queues }, interventions });
    expect(message).toMatch(/too many edits of too much/);
  });

  test('may not keep the page busy with its mistakes', () => {
    const queues = `[${'{},'.repeat(300_000)}{}]`;
    expect(messageFor(`{"scenario":{"version":1,"queues":${queues}}}`)).toMatch(
      /not valid, at queue/,
    );
    const table = `{${Array.from({ length: 90_000 }, (_, index) => `"a${index}":[[[1]]]`).join()}}`;
    const document = `{"scenario":{"version":1,"queues":[{"name":"q","arguments":${table}}]}}`;
    expect(messageFor(document)).toMatch(/holds more than a scenario/);
  });

  test('does not put long texts of its own into the sentence', () => {
    const name = 'x'.repeat(100_000);
    const message = messageFor({ scenario: { version: 1, [name]: 1 } });
    expect(message.length).toBeLessThan(600);
  });
});

const runOfFirstDay = {
  scenario: completeScenario({
    version: 1,
    title: 'First day',
    queues: [{ name: 'hello', arguments: { 'x-max-length': 3 } }],
    clients: [
      { name: 'sender', publishers: [{ routing_key: 'hello' }] },
      { name: 'receiver', consumers: [{ queue: 'hello', acknowledgement: 'by_hand' }] },
    ],
    positions: { 'queue:hello': [300, 40] },
  }),
  interventions: [
    { at: 900, act: { type: 'publish', client: 'sender', publisher: 0, body: 'by hand' } },
    {
      at: 2_500,
      act: { type: 'settle', client: 'receiver', consumer: 0, deliveryTag: 1, answer: 'reject' },
    },
    { at: 3_000, act: { type: 'edit', body: bodyOf(small) } },
    { at: 4_000, act: { type: 'connection.drop', client: 'receiver' } },
  ],
} as const;

/** Never to be made anew: people have kept links like it. */
const linkOfFirstDay =
  '#deflate:AJW6DyNc1rtlAnOSQkoiKLFilpgZoFEebM1cRLPQGJgusZYMkO42Zk5CzTsQG1AiHtZBx5kA4K7C2TLAkkIgkQPRCoxrYFgBoxF3aAL7pkT0oDD9CO5HQfM4cAgL4hpYjwkYq0R0DrH4n1AnEdYfJLpjhiuqccQlkVECzsF4e6F4uuhwO0AFHQA';
