/** What the scenarios about queue types, delays, policies and permissions promise. */
import { describe, expect, test } from 'vitest';
import { queueOf } from '#engine';
import type { QueueName, VhostName } from '#engine';
import {
  changeClient,
  changePermissions,
  changeQueue,
  changeTopicPermissions,
  checkScenario,
  removePolicy,
} from '#scenario';
import type { ConsumerSpec, Scenario } from '#scenario';
import { entriesOf } from '#sim';
import type { Act } from '#sim';
import { libraryScenario as load } from '../testing/library-scenario.ts';
import { watchScenario } from '../testing/watch-run.ts';

function play(scenario: Scenario, untilMs: number, acts: readonly (readonly [number, Act])[] = []) {
  expect(checkScenario(scenario)).toMatchObject({ ok: true });
  const { simulation: end, of } = watchScenario(scenario, untilMs, acts);
  /** What was sent from a queue to a client, as it was published. */
  const bodiesTo = (client: string) => {
    const bodies = new Map(
      of('message.published').map(({ message }) => [message.id, message.body]),
    );
    return of('message.delivered')
      .filter(({ channel }) => channel.startsWith(`${client}/`))
      .map(({ message }) => bodies.get(message) as string);
  };
  /** How many waited in a queue after each message that entered it. */
  const waitingIn = (queue: string) =>
    entriesOf(end.journal, { max: Infinity }).flatMap(({ event, readyCount }) =>
      event.type === 'message.enqueued' && event.queue === queue ? [readyCount ?? 0] : [],
    );
  return { of, bodiesTo, waitingIn, end };
}

const editTo = (scenario: Scenario) => ({ type: 'edit', body: scenario }) as const satisfies Act;

const withConsumer = (scenario: Scenario, client: string, change: Partial<ConsumerSpec>) =>
  changeClient(scenario, `client:${client}`, (spec) => ({
    ...spec,
    consumers: spec.consumers.map((consumer) => ({ ...consumer, ...change })),
  }));

describe('policies', () => {
  const scenario = load('policies');
  const until = 120_000;
  const readyIn = ({ end }: ReturnType<typeof play>, queue: string): number | undefined =>
    queueOf(end.broker, '/' as VhostName, queue as QueueName)?.readyCount;

  const mostIn = ({ waitingIn }: ReturnType<typeof play>, queue: string): number =>
    Math.max(...waitingIn(queue));

  test('let no more wait than the operator says, and send on what does not fit', () => {
    const run = play(scenario, until);
    const deaths = run.of('message.dead-lettered');
    expect(deaths.length).toBeGreaterThan(10);
    expect(new Set(deaths.map(({ reason }) => reason))).toEqual(new Set(['maxlen']));
    expect(mostIn(run, 'shop.mail')).toBe(5);
    expect(readyIn(run, 'overflow')).toBe(deaths.length);
  });

  test('say more where the operator says nothing', () => {
    const uncapped = removePolicy(scenario, 'operator_policies', { vhost: '/', name: 'cap' });
    expect(mostIn(play(uncapped, until), 'shop.mail')).toBe(8);
  });

  test('leave queues, messages and the cap behind when they go', () => {
    const without = removePolicy(scenario, 'policies', { vhost: '/', name: 'overflow' });
    const goes = 30_000;
    const run = play(scenario, until, [[goes, editTo(without)]]);
    const isAfter = ({ at }: { readonly at: number }): boolean => at > goes;
    expect(run.of('message.dead-lettered').length).toBeGreaterThan(0);
    expect(run.of('message.dead-lettered').filter(isAfter)).toEqual([]);
    const gone = run.of('message.discarded').filter(isAfter);
    expect(new Set(gone.map(({ reason }) => reason))).toEqual(new Set(['maxlen']));
    expect(mostIn(run, 'shop.mail')).toBe(5);
    expect(run.of('queue.deleted')).toEqual([]);
  });
});

describe('the poison message', () => {
  const scenario = load('quorum-poison');
  const toClassic = (args: Scenario['queues'][number]['arguments']) =>
    changeQueue(scenario, 'queue:images', (queue) => ({ ...queue, arguments: args }));

  test('is delivered three times and is then a dead letter', () => {
    const run = play(scenario, 120_000);
    const letters = run.of('message.dead-lettered');
    expect(letters.length).toBeGreaterThan(3);
    const delivered = run.of('message.delivered').filter(({ queue }) => queue === 'images');
    for (const { message, reason } of letters) {
      expect(reason).toBe('delivery_limit');
      expect(delivered.filter((delivery) => delivery.message === message)).toHaveLength(3);
    }
    const crashes = run.of('client.disconnected').filter(({ cause }) => cause === 'crashed');
    expect(crashes.length).toBeGreaterThanOrEqual(letters.length * 3);
  });

  test('crashes workers for ever in a classic queue', () => {
    const run = play(toClassic({ 'x-dead-letter-exchange': 'poison' }), 120_000);
    expect(run.of('message.dead-lettered')).toEqual([]);
    const crashes = run.of('client.disconnected').map(({ message }) => message);
    const most = Math.max(...crashes.map((id) => crashes.filter((one) => one === id).length));
    expect(most).toBeGreaterThan(10);
  });

  test('is dropped by the limit where there is no dead letter exchange', () => {
    const run = play(toClassic({ 'x-queue-type': 'quorum', 'x-delivery-limit': 2 }), 60_000);
    expect(run.of('message.discarded')[0]).toMatchObject({ reason: 'delivery_limit' });
  });
});

describe('the replay of a stream', () => {
  const scenario = load('stream-replay');
  const begin: readonly [number, Act] = [10_000, { type: 'client.start', client: 'projection' }];
  const cut = (client: string): readonly [number, Act] => [
    20_000,
    { type: 'connection.drop', client },
  ];
  const events = (count: number) => Array.from({ length: count }, (_, n) => `event ${n + 1}`);

  test('gives everything to who begins at the first, however late', () => {
    const run = play(scenario, 20_000, [begin]);
    const [all, fresh] = [run.bodiesTo('projection'), run.bodiesTo('dashboard')];
    expect(all.length).toBeGreaterThan(12);
    expect(all).toEqual(events(all.length));
    expect(fresh).toEqual(all);
    expect(run.of('message.discarded')).toEqual([]);
  });

  test('of one who comes back: some are missed, or all are read again', () => {
    const run = play(scenario, 40_000, [begin, cut('projection'), cut('dashboard')]);
    const [again, fresh] = [run.bodiesTo('projection'), run.bodiesTo('dashboard')];
    expect(again.filter((body) => body === 'event 1')).toHaveLength(2);
    const published = run.of('message.published').length;
    expect(new Set(again).size).toBe(published);
    expect(new Set(fresh).size).toBeLessThan(published);
    expect(fresh.filter((body) => body === 'event 1')).toHaveLength(1);
  });

  test('begins at an offset that counts from zero', () => {
    const at5 = withConsumer(scenario, 'projection', { arguments: { 'x-stream-offset': 5 } });
    expect(play(at5, 30_000, [begin]).bodiesTo('projection')[0]).toBe('event 6');
  });
});

describe('the delayed retry', () => {
  const scenario = load('delayed-retry');
  const timesIn = (run: ReturnType<typeof play>) => {
    const times = new Map<number, number[]>();
    for (const { message, at } of run.of('message.enqueued')) {
      times.set(message, [...(times.get(message) ?? []), at]);
    }
    return times;
  };

  test('comes back five seconds after the rejection, and once', () => {
    const run = play(scenario, 120_000);
    const letters = run.of('message.dead-lettered');
    expect(letters.length).toBeGreaterThan(5);
    const times = timesIn(run);
    for (const { message, at } of letters) {
      if (at + 5_000 <= 120_000) expect(times.get(message)?.[1]).toBe(at + 5_000);
      expect(times.get(message)?.length).toBeLessThanOrEqual(2);
    }
  });

  test('has no pause the second time, for the header is turned round', () => {
    const [, reject] = scenario.clients[1]?.consumers[0]?.outcomes ?? [];
    if (reject === undefined) throw new Error('The worker has two outcomes.');
    const stubborn = withConsumer(scenario, 'worker', { outcomes: [reject] });
    const run = play(stubborn, 120_000);
    const letters = run.of('message.dead-lettered');
    const second = letters.find(
      ({ message }, index) => letters.findIndex((letter) => letter.message === message) !== index,
    );
    if (second === undefined) throw new Error('No job was rejected twice.');
    expect(second.letter.properties.headers).toMatchObject({ 'x-delay': -5000 });
    expect(timesIn(run).get(second.message)).toContain(second.at);
  });

  test('needs the plugin', () => {
    const run = play({ ...scenario, plugins: [] }, 10_000);
    expect(run.of('method.refused').map(({ method }) => method)).toContain('exchange.declare');
  });
});

describe('permissions', () => {
  const scenario = load('permissions');

  test('cost the channel of who may not write, and nothing else', () => {
    const run = play(scenario, 60_000);
    const refused = run.of('method.refused');
    expect(refused.length).toBeGreaterThan(5);
    for (const { method, replyCode, replyText } of refused) {
      expect({ method, replyCode }).toEqual({ method: 'basic.publish', replyCode: 403 });
      expect(replyText).toContain("write access to exchange 'orders' in vhost '/' refused");
    }
    expect(run.of('connection.closed')).toEqual([]);
    expect(run.of('consumer.started')).toHaveLength(1);
    expect(run.of('message.acknowledged').length).toBeGreaterThan(10);
  });

  test('that are granted during the run let the notes arrive', () => {
    const granted = changePermissions(scenario, {
      user: 'auditor',
      vhost: '/',
      configure: '',
      write: '^orders$',
      read: '^audit$',
    });
    const run = play(scenario, 60_000, [[20_000, editTo(granted)]]);
    expect(run.of('method.refused').every(({ at }) => at <= 20_000)).toBe(true);
    expect(run.bodiesTo('auditor').some((body) => body.startsWith('note'))).toBe(true);
    expect(run.of('consumer.started')).toHaveLength(1);
  });

  test('for a topic look at the routing key', () => {
    const picky = changeTopicPermissions(scenario, {
      user: 'shop',
      vhost: '/',
      exchange: 'orders',
      write: '^order\\.paid$',
      read: '',
    });
    const run = play(picky, 30_000);
    const keys = run.of('message.published').map(({ message }) => message.routingKey);
    expect(new Set(keys)).toEqual(new Set(['order.paid']));
    const texts = run.of('method.refused').map(({ replyText }) => replyText);
    expect(texts).toContainEqual(expect.stringContaining("topic 'order.cancelled'"));
  });

  test('do not matter to a user whom nobody knows: the login fails', () => {
    const stranger = changeClient(scenario, 'client:shop', (spec) => ({
      ...spec,
      user: 'stranger',
    }));
    const run = play(stranger, 10_000);
    expect(run.of('message.published')).toEqual([]);
    expect(run.end.clients.get('shop')?.lastError).toContain('ACCESS_REFUSED');
  });
});
