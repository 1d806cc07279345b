/** What the sentences and notes of the library promise, held against what happens. */
import { describe, expect, test } from 'vitest';
import {
  addClient,
  changeBinding,
  changeClient,
  changeQueue,
  bindingKeyOf,
  checkScenario,
} from '#scenario';
import type { ClientSpec, ConsumerSpec, PublisherSpec, Scenario } from '#scenario';
import type { Act } from '#sim';
import { libraryScenario as load } from '../testing/library-scenario.ts';
import { watchScenario } from '../testing/watch-run.ts';
import { scenarios } from './index.ts';

function play(scenario: Scenario, untilMs: number, acts: readonly (readonly [number, Act])[] = []) {
  expect(checkScenario(scenario)).toMatchObject({ ok: true });
  const { simulation, of } = watchScenario(scenario, untilMs, acts);
  const { counters } = simulation;
  const messages = new Map(of('message.published').map(({ message }) => [message.id, message]));
  return {
    counters,
    of,
    messages,
    /** The messages that entered a queue, in the order in which they did. */
    entered: (queue: string) =>
      of('message.enqueued')
        .filter((event) => event.queue === queue)
        .map(({ message }) => message),
    /** The messages with a routing key. */
    withKey: (key: string) =>
      [...messages.values()].filter(({ routingKey }) => routingKey === key).map(({ id }) => id),
  };
}

const withConsumer = (client: string, change: Partial<ConsumerSpec>) => (scenario: Scenario) =>
  changeClient(scenario, `client:${client}`, (spec: ClientSpec) => ({
    ...spec,
    consumers: spec.consumers.map((consumer) => ({ ...consumer, ...change })),
  }));

const withPublisher = (client: string, change: Partial<PublisherSpec>) => (scenario: Scenario) =>
  changeClient(scenario, `client:${client}`, (spec: ClientSpec) => ({
    ...spec,
    publishers: spec.publishers.map((publisher) => ({ ...publisher, ...change })),
  }));

/** What programs do is told where programs run. */
const ideas = scenarios.filter(({ section }) => section === 'ideas');

describe.each(ideas)('$id', ({ load }) => {
  test('has messages on their way within a second, and in queues within three', () => {
    expect(play(load(), 1_000).counters.published).toBeGreaterThan(0);
    expect(play(load(), 3_000).counters.routed).toBeGreaterThan(1);
  });

  test('is refused nothing by the broker, but for what a user may not do', () => {
    const run = play(load(), 60_000);
    const isAboutUsers = load().users.length > 0;
    const refused = run.of('method.refused').filter(({ replyCode }) => replyCode !== 403);
    expect(isAboutUsers ? refused : run.of('method.refused')).toEqual([]);
    if (!isAboutUsers) expect(run.of('channel.close')).toEqual([]);
  });

  test('does not pile messages up where they are worked on', () => {
    const scenario = load();
    const consumed = new Set(
      scenario.clients.flatMap(({ consumers }) => consumers.map(({ queue }) => queue)),
    );
    const { broker } = watchScenario(scenario, 600_000).simulation;
    for (const [name, queue] of [...broker.vhosts.values()][0]?.queues ?? []) {
      // A stream keeps what has been read.
      if (consumed.has(name) && queue.type !== 'stream')
        expect(queue.readyCount, name).toBeLessThan(12);
    }
  });
});

describe('the opening scenario', () => {
  test('has a dead letter within ten seconds, from one of two competing consumers', () => {
    const run = play(load('opening'), 10_000);
    expect(run.of('message.dead-lettered')[0]).toMatchObject({
      queue: 'billing',
      reason: 'rejected',
    });
    const billed = run.of('message.delivered').filter(({ queue }) => queue === 'billing');
    expect(new Set(billed.map(({ consumerTag }) => consumerTag)).size).toBe(2);
    expect(run.entered('dead-letters')).not.toEqual([]);
  });

  test('gives one message to several queues, and to each once', () => {
    const run = play(load('opening'), 20_000);
    const [paid] = run.withKey('order.paid');
    for (const queue of ['audit', 'shipping', 'billing']) {
      expect(run.entered(queue).filter((message) => message === paid)).toHaveLength(1);
    }
  });
});

describe('hello world', () => {
  test('drops what is published to a name that no queue has', () => {
    const misspelt = withPublisher('sender', { routing_key: 'hallo' })(load('hello-world'));
    const { counters } = play(misspelt, 10_000);
    expect(counters).toMatchObject({ routed: 0, unroutable: 5, returned: 0 });
  });
});

describe('the work queue', () => {
  const tasksOf = (scenario: Scenario, client: string) =>
    play(scenario, 60_000)
      .of('message.delivered')
      .filter(({ consumerTag }) => consumerTag === client).length;

  test('gives the slow worker fewer tasks', () => {
    const scenario = load('work-queue');
    expect(tasksOf(scenario, 'worker-slow') * 2).toBeLessThan(tasksOf(scenario, 'worker-1'));
  });

  test('without a prefetch lets the slow one sit on them', () => {
    const greedy = withConsumer('worker-slow', { prefetch: 0 })(load('work-queue'));
    expect(tasksOf(greedy, 'worker-slow')).toBeGreaterThan(tasksOf(greedy, 'worker-1') * 0.9);
  });

  test('delivers again what a lost worker had in hand', () => {
    const drop: Act = { type: 'connection.drop', client: 'worker-slow' };
    const run = play(load('work-queue'), 10_000, [[2_500, drop]]);
    const [requeued] = run.of('message.requeued');
    const again = run
      .of('message.delivered')
      .filter(({ message }) => message === requeued?.message);
    expect(again.map(({ redelivered }) => redelivered)).toEqual([false, true]);
  });
});

describe('publish and subscribe', () => {
  test('gives every queue every message, also when a subscriber is stopped', () => {
    const stop: Act = { type: 'client.stop', client: 'archive' };
    const run = play(load('publish-subscribe'), 30_000, [[100, stop]]);
    const all = [...run.messages.keys()];
    for (const queue of ['news.web', 'news.mail', 'news.archive']) {
      expect(run.entered(queue)).toEqual(all);
    }
  });
});

describe('routing', () => {
  test('pages for errors only, logs them too, and drops debug', () => {
    const run = play(load('routing'), 60_000);
    expect(run.entered('pager')).toEqual(run.withKey('error'));
    const logged = ['error', 'warning', 'info'].flatMap(run.withKey);
    expect(new Set(run.entered('log'))).toEqual(new Set(logged));
    expect(run.of('message.unroutable').map(({ message }) => message)).toEqual(
      run.withKey('debug'),
    );
    expect(run.counters.returned).toBe(0);
  });

  test('tells of debug when the service publishes as mandatory', () => {
    const run = play(withPublisher('service', { mandatory: true })(load('routing')), 60_000);
    expect(run.withKey('debug').length).toBeGreaterThan(0);
    expect(run.counters.returned).toBe(run.withKey('debug').length);
  });
});

describe('topics', () => {
  test('go where the notes say, and nowhere twice', () => {
    const run = play(load('topics'), 60_000);
    const queuesOf = (key: string) => {
      const [message] = run.withKey(key);
      const found = run.of('message.enqueued').filter((event) => event.message === message);
      return found.map(({ queue }) => queue).toSorted();
    };
    expect(queuesOf('eu.paris.storm')).toEqual(['alerts', 'everything']);
    expect(queuesOf('asia.tokyo.rain')).toEqual(['everything']);
    expect(queuesOf('us')).toEqual(['everything', 'usa']);
    expect(queuesOf('us.miami.storm')).toEqual(['alerts', 'everything', 'usa']);
  });
});

describe('the remote procedure call', () => {
  test('answers each question once, with its correlation id', () => {
    const run = play(load('rpc'), 30_000);
    const answers = run.entered('prices.replies').map((id) => run.messages.get(id));
    expect(answers.length).toBeGreaterThan(8);
    for (const [index, answer] of answers.entries()) {
      expect(answer).toMatchObject({ exchange: '', routingKey: 'prices.replies' });
      expect(answer?.properties.correlationId).toBe(`c-${index + 1}`);
    }
  });

  test('answers again what was asked of a server that lost its connection', () => {
    const drop: Act = { type: 'connection.drop', client: 'price-server' };
    const run = play(load('rpc'), 10_000, [[1_000, drop]]);
    expect(run.of('message.requeued')).toHaveLength(1);
    expect(run.entered('prices.replies').length).toBeGreaterThan(1);
  });
});

describe('priority', () => {
  const served = (scenario: Scenario) =>
    play(scenario, 14_000)
      .of('message.delivered')
      .map(({ message }) => message as number);

  test('lets the urgent overtake what waits', () => {
    const order = served(load('priority'));
    expect(order.slice(0, 4)).toEqual([1, 7, 8, 2]);
  });

  test('means nothing where nothing waits', () => {
    const order = served(withConsumer('support', { prefetch: 0 })(load('priority')));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
  });
});

describe('the delay', () => {
  test('is as long as the queue says, and lets a short one overtake a long one', () => {
    const run = play(load('delay'), 40_000);
    const dueAt = new Map(
      run
        .of('message.enqueued')
        .flatMap(({ queue, message, at }) => (queue === 'due' ? [[message, at] as const] : [])),
    );
    for (const { queue, message, at } of run.of('message.enqueued')) {
      const waitMs = { 'wait.3s': 3_000, 'wait.8s': 8_000 }[queue as string];
      if (waitMs !== undefined && at + waitMs < 40_000)
        expect(dueAt.get(message)).toBe(at + waitMs);
    }
    const order = [...dueAt.keys()] as readonly number[];
    expect(order).not.toEqual(order.toSorted((one, other) => one - other));
  });

  test('of an impatient message is that of the patient one ahead of it', () => {
    const scenario = addClient(load('delay'), {
      name: 'impatient',
      publishers: [
        {
          exchange: 'reminders',
          routing_key: 'later',
          rate: { kind: 'bursts', size: 1, every_ms: 60_000 },
          starts_after_ms: 100,
          properties: { expiration: '1000' },
        },
      ],
    });
    const patientFirst = withPublisher('calendar', { routing_key: 'later' })(scenario);
    const [first, second] = play(patientFirst, 20_000).of('message.dead-lettered');
    expect(first).toMatchObject({ message: 1, at: 8_400, reason: 'expired' });
    expect(second).toMatchObject({ message: 2, at: 8_400, reason: 'expired' });
  });

  test('ends nowhere without a dead letter exchange', () => {
    const scenario = changeQueue(load('delay'), 'queue:wait.3s', (queue) => ({
      ...queue,
      arguments: { 'x-message-ttl': 3_000 },
    }));
    const run = play(scenario, 10_000);
    expect(run.of('message.discarded')[0]).toMatchObject({ queue: 'wait.3s', reason: 'expired' });
  });
});

describe('the retry', () => {
  test('comes after four seconds, three times at most, and then no more', () => {
    const run = play(load('retry'), 600_000);
    const triesOf = new Map<number, number[]>();
    for (const { message, queue, at } of run.of('message.enqueued')) {
      if (queue === 'jobs') triesOf.set(message, [...(triesOf.get(message) ?? []), at]);
    }
    const counts = [...triesOf.values()].map((tries) => tries.length);
    expect(Math.max(...counts)).toBe(4);
    for (const { message, queue, at, reason } of run.of('message.dead-lettered')) {
      if (queue !== 'jobs' || at + 4_000 > 600_000) continue;
      expect(reason).toBe('rejected');
      expect(triesOf.get(message)).toContain(at + 4_000);
    }
    expect(run.of('dead-letter-cycle.broken')).toEqual([]);
  });

  test('by requeueing has no pause', () => {
    const outcomes = [{ does: 'requeue', chance: 0.5, when: {} }] as const;
    const run = play(withConsumer('worker', { outcomes })(load('retry')), 20_000);
    expect(run.counters.deadLettered).toBe(0);
    expect(run.counters.requeued).toBeGreaterThan(0);
  });

  test('does not come by the expiration of the message, which dead-lettering takes away', () => {
    const untimed = changeQueue(load('retry'), 'queue:jobs.wait', (queue) => ({
      ...queue,
      arguments: { 'x-dead-letter-exchange': 'work' },
    }));
    const rejecting = withConsumer('worker', {
      outcomes: [{ does: 'reject', chance: 1, when: {} }],
    })(untimed);
    const hasty = withPublisher('job-source', {
      limit: 1,
      properties: { expiration: '4000' },
    })(rejecting);
    const run = play(hasty, 100_000);
    expect(run.of('message.dead-lettered').map(({ queue }) => queue)).toEqual(['jobs']);
  });
});

describe('headers', () => {
  const queuesOf = (scenario: Scenario, body: RegExp) => {
    const run = play(scenario, 10_000);
    const ids = new Set(
      [...run.messages.values()].filter((each) => body.test(each.body)).map(({ id }) => id),
    );
    const found = run.of('message.enqueued').filter(({ message }) => ids.has(message));
    return [...new Set(found.map(({ queue }) => queue as string))].toSorted();
  };
  const headers = load('headers');

  test('decide as the notes say', () => {
    expect(queuesOf(headers, /^report/)).toEqual(['archive', 'printer']);
    expect(queuesOf(headers, /^backup/)).toEqual(['archive']);
    expect(queuesOf(headers, /^scan/)).toEqual([]);
    const { counters, messages } = play(headers, 10_000);
    const scans = [...messages.values()].filter(({ body }) => body.startsWith('scan'));
    expect(counters.returned).toBe(scans.length);
  });

  test('decide otherwise once the binding or the message is another', () => {
    const [printer] = headers.bindings;
    if (printer === undefined) throw new Error('The scenario has bindings.');
    const anyOfThem = changeBinding(headers, bindingKeyOf(printer), (binding) => ({
      ...binding,
      arguments: { ...binding.arguments, 'x-match': 'any' },
    }));
    expect(queuesOf(anyOfThem, /^scan/)).toEqual(['printer']);
    const properties = { headers: { format: 'pdf', kind: 'report' } };
    const asReport = withPublisher('scanner', { properties })(headers);
    expect(queuesOf(asReport, /^scan/)).toEqual(['archive', 'printer']);
  });
});
