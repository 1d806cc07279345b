import { describe, expect, it } from 'vitest';
import { completeScenario } from './complete-scenario.ts';
import { checkScenario, parseScenario } from './parse-scenario.ts';
import { limits } from './schema.ts';
import { writeScenario } from './write-scenario.ts';

/** The problems of a document, as the editor lists them. */
function problemsOf(document: object): readonly string[] {
  const result = checkScenario({ version: 1, ...document });
  return result.ok ? [] : result.problems.map(({ path, message }) => `${path}: ${message}`);
}

const clientWith = (publisher: object) => ({ clients: [{ name: 'c', publishers: [publisher] }] });

describe('a problem is told to the person who wrote the document', () => {
  it.each([
    [{ queues: [{}] }, 'queues.0.name: This is missing.'],
    [{ queues: [{ name: '' }] }, 'queues.0.name: This may not be empty.'],
    [
      { queues: [{ name: 'é'.repeat(200) }] },
      'queues.0.name: This text is too long: AMQP allows 255 bytes.',
    ],
    [
      { queues: [{ name: 'q', durabel: true }] },
      "queues.0.durabel: There is no field 'durabel' here.",
    ],
    [{ queues: {} }, 'queues: Expected a list, got an object.'],
    [{ title: 7 }, 'title: Expected text, got 7.'],
    [{ latency_ms: 0.5 }, 'latency_ms: This is a whole number.'],
    [{ latency_ms: 60_001 }, 'latency_ms: This is at most 60000.'],
    [{ seed: -1 }, 'seed: This is at least 0.'],
    [{ profile: '3.9' }, "profile: Expected '3.10' or '4.0', got '3.9'."],
    [
      clientWith({ routing_key: 7 }),
      'clients.0.publishers.0.routing_key: Expected text or a list, got 7.',
    ],
    [
      clientWith({ routing_key: [{ key: 7 }] }),
      'clients.0.publishers.0.routing_key.0.key: Expected text, got 7.',
    ],
    [clientWith({ routing_key: [] }), 'clients.0.publishers.0.routing_key: This may not be empty.'],
    [
      clientWith({ rate: { kind: 'steady' } }),
      'clients.0.publishers.0.rate.per_second: This is missing.',
    ],
    [
      clientWith({ rate: { kind: 'fast' } }),
      "clients.0.publishers.0.rate.kind: Expected 'steady', 'poisson', 'bursts' or 'by_hand', got 'fast'.",
    ],
  ])('%j', (document, problem) => {
    expect(problemsOf(document)).toEqual([problem]);
  });
});

describe('names', () => {
  it('may be the same in different virtual hosts', () => {
    const vhosts = [{ name: '/' }, { name: 'v' }];
    expect(problemsOf({ vhosts, queues: [{ name: 'q' }, { name: 'q', vhost: 'v' }] })).toEqual([]);
  });

  it('are given once in a virtual host', () => {
    expect(problemsOf({ exchanges: [{ name: 'e' }, { name: 'e' }] })).toEqual([
      "exchanges.1.name: There is already an exchange named 'e'.",
    ]);
    expect(problemsOf({ clients: [{ name: 'c' }, { name: 'c' }] })).toEqual([
      "clients.1.name: There is already a client named 'c'.",
    ]);
  });

  it('of virtual hosts must be there', () => {
    expect(problemsOf({ queues: [{ name: 'q', vhost: 'v' }] })).toEqual([
      "queues.0.vhost: No virtual host is named 'v'.",
    ]);
  });

  it('of what RabbitMQ answers for itself need not be there', () => {
    const document = {
      exchanges: [{ name: 'e', arguments: { 'alternate-exchange': 'nowhere' } }],
      queues: [{ name: 'q', arguments: { 'x-dead-letter-exchange': 'nowhere' } }],
      ...clientWith({ exchange: 'nowhere' }),
    };
    expect(problemsOf(document)).toEqual([]);
  });

  it('of RabbitMQ’s own exchanges are always there', () => {
    const queues = [{ name: 'q' }];
    const bindings = [{ source: 'amq.topic', destination: 'q' }];
    expect(problemsOf({ queues, bindings })).toEqual([]);
    expect(problemsOf({ queues, bindings: [...bindings, ...bindings] })).toEqual([
      'bindings.1: This is the same binding as bindings.0.',
    ]);
    expect(problemsOf({ queues, bindings: [{ source: 'amq.other', destination: 'q' }] })).toEqual([
      "bindings.0.source: No exchange is named 'amq.other'.",
    ]);
  });
});

describe('a hostile document', () => {
  it('is refused before it is read when it is too long', () => {
    const result = parseScenario(`"${'x'.repeat(2_000_001)}`);
    expect(result.ok ? '' : result.problems[0]?.message).toMatch(
      /^This text has 2000002 characters/,
    );
  });

  it('is refused when it is nested too deeply', () => {
    const deep = `{"version": 1, "queues": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const result = parseScenario(deep);
    expect(result.ok ? '' : result.problems[0]?.message).toMatch(/^It is nested more than 40/);
  });

  it('is refused for its size before its mistakes are looked for', () => {
    const queues = `[${'{},'.repeat(300_000)}{}]`;
    const result = parseScenario(`{"version": 1, "queues": ${queues}}`);
    expect(result.ok ? [] : result.problems).toEqual([
      { path: 'queues', message: 'There are 300001 of these; 2000 are the most.' },
    ]);
    const tables = Array.from({ length: 90_000 }, (_, index) => [`p${index}`, [[[1]]]]);
    expect(problemsOf({ positions: Object.fromEntries(tables) })).toEqual([
      ': This holds more than a scenario can be.',
    ]);
  });

  it('is not told all of its mistakes', () => {
    const queues = Array.from({ length: 2_000 }, () => ({}));
    expect(problemsOf({ queues })).toHaveLength(100);
    const bindings = Array.from({ length: 2_000 }, (_, index) => ({
      source: `e${index}`,
      destination: 'q',
    }));
    expect(problemsOf({ bindings })).toHaveLength(100);
  });

  it('may be as large as its limits allow', () => {
    const names = (prefix: string, length: number = limits.things) =>
      Array.from({ length }, (_, index) => ({ name: `${prefix}${index}` }));
    const table = {
      'x-message-ttl': 1_000,
      'x-dead-letter-exchange': 'e1',
      'x-max-length': 9,
    };
    const document = completeScenario({
      version: 1,
      exchanges: names('e'),
      queues: names('q').map((queue) => ({ ...queue, arguments: table })),
      bindings: names('q').map(({ name }) => ({ source: 'e1', destination: name })),
      clients: names('c', limits.clients).map((client) => ({
        ...client,
        publishers: [{ exchange: 'e1', routing_key: [{ key: 'a' }, { key: 'b' }] }, {}],
        consumers: [{ queue: 'q1', outcomes: [{ does: 'reject' }] }, { queue: 'q2' }],
      })),
      positions: Object.fromEntries(names('queue:q').map(({ name }) => [name, [1, 2] as const])),
    });
    expect(checkScenario(document)).toEqual({ ok: true, scenario: document });
    expect(parseScenario(writeScenario(document))).toEqual({ ok: true, scenario: document });
  });

  it('does not reach the prototype of anything', () => {
    const result = parseScenario(
      '{"version": 1, "__proto__": {"polluted": 1}, "queues": [{"name": "q", "arguments":' +
        ' {"__proto__": {"polluted": 1}, "x-max-length": 1}}], "positions": {"__proto__": [1, 2]}}',
    );
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    if (!result.ok) return;
    expect(Reflect.get(result.scenario.queues[0]?.arguments ?? {}, 'polluted')).toBeUndefined();
    expect(Object.getPrototypeOf(result.scenario.positions)).toBe(Object.prototype);
  });

  it('holds no number that cannot be written again', () => {
    const text = '{"version": 1, "queues": [{"name": "q", "arguments": {"x-max-length": 1e999}}]}';
    const result = parseScenario(text);
    expect(result.ok ? [] : result.problems).toMatchObject([
      { path: 'queues.0.arguments.x-max-length', message: 'This number is too large.' },
    ]);
  });

  it.each([null, undefined, 7, 'text', [], { version: '1' }, { version: 1.5 }, { version: 0 }])(
    '%j is no scenario',
    (json) => {
      expect(checkScenario(json).ok).toBe(false);
    },
  );
});

describe('what operators set up', () => {
  const anna = { users: [{ name: 'anna' }] };
  const may = { user: 'anna', configure: '', write: '', read: '' };
  const policy = { name: 'p', pattern: '', definition: {} };

  it.each([
    [{ permissions: [may] }, "permissions.0.user: No user is named 'anna'."],
    [
      { topic_permissions: [{ user: 'ben', exchange: 'x', write: '', read: '' }] },
      "topic_permissions.0.user: No user is named 'ben'.",
    ],
    [
      { ...anna, permissions: [{ ...may, vhost: 'v' }] },
      "permissions.0.vhost: No virtual host is named 'v'.",
    ],
    [{ policies: [{ ...policy, vhost: 'v' }] }, "policies.0.vhost: No virtual host is named 'v'."],
    [
      { ...anna, permissions: [{ ...may, write: '(' }] },
      'permissions.0.write: This is not a regular expression: a parenthesis is not closed.',
    ],
    [
      { operator_policies: [{ ...policy, pattern: '[' }] },
      'operator_policies.0.pattern: This is not a regular expression: a bracket is not closed.',
    ],
    [{ users: [{ name: 'a' }, { name: 'a' }] }, "users.1.name: There is already a user named 'a'."],
    [{ policies: [policy, policy] }, "policies.1.name: There is already a policy named 'p'."],
    [
      { vhosts: [{ name: '/', limits: { 'max-queue': 1 } }] },
      "vhosts.0.limits.max-queue: There is no field 'max-queue' here.",
    ],
    [
      { policies: [{ ...policy, 'apply-to': 'queue' }] },
      "policies.0.apply-to: Expected 'all', 'queues', 'classic_queues', 'quorum_queues', 'streams' or 'exchanges', got 'queue'.",
    ],
  ])('%j', (document, problem) => {
    expect(problemsOf(document)).toEqual([problem]);
  });

  it('knows guest without a word, and takes clients of users that nobody has made', () => {
    const permissions = [{ ...may, user: 'guest' }];
    expect(problemsOf({ permissions, clients: [{ name: 'c', user: 'nobody' }] })).toEqual([]);
  });

  it('is written as short as it may be, and reads as it was', () => {
    const scenario = completeScenario({
      version: 1,
      ...anna,
      permissions: [may],
      policies: [policy],
    });
    const text = writeScenario(scenario);
    expect(text).not.toMatch(/apply-to|priority|tags|vhost|plugins|limits/);
    expect(parseScenario(text)).toEqual({ ok: true, scenario });
  });
});
