import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBroker, profiles } from '#engine';
import type { BrokerEvent, ChannelId, Command, ConnectionId, Instant, QueueName } from '#engine';
import { checkScenario } from '#scenario';
import type { Scenario, ScenarioSpec } from '#scenario';
import { RunningBroker } from './running-broker.ts';
import { setUpFrom } from './scenario-file.ts';

const connection = 'one' as ConnectionId;
const channel = 'one/1' as ChannelId;
const queue = 'q' as QueueName;
const declare: Command = {
  type: 'queue.declare',
  channel,
  queue,
  arguments: { 'x-expires': 1_000 },
};

let running: RunningBroker;
let events: BrokerEvent[];
const types = (): readonly string[] => events.map(({ type }) => type);

function begin(startsAt = 0): void {
  const broker = createBroker(profiles['4.0']);
  const before = Date.now();
  running = new RunningBroker(
    { ...broker, at: startsAt as Instant },
    { now: () => startsAt + Date.now() - before },
  );
  events = [];
  running.onEvents((more) => events.push(...more));
}

beforeEach(() => {
  vi.useFakeTimers();
  begin();
});
afterEach(async () => {
  await running.close();
  vi.useRealTimers();
});

describe('a running broker', () => {
  it('wakes by itself at the instant at which something falls due', () => {
    running.ask({ type: 'connection.open', connection });
    running.ask({ type: 'channel.open', connection, channel });
    running.ask(declare);
    vi.advanceTimersByTime(999);
    expect(types()).not.toContain('queue.expired');
    vi.advanceTimersByTime(1);
    expect(types()).toContain('queue.expired');
    expect(running.broker.at).toBe(1_000);
  });

  it('wakes again for each next thing, sooner ones first however late they were asked for', () => {
    running.ask({ type: 'connection.open', connection });
    running.ask({ type: 'channel.open', connection, channel });
    running.ask(declare);
    const soon = { ...declare, queue: 'soon' as QueueName, arguments: { 'x-expires': 100 } };
    running.ask(soon as Command);
    const expired = (): readonly unknown[] =>
      events.flatMap((event) => (event.type === 'queue.expired' ? [event.queue] : []));
    vi.advanceTimersByTime(100);
    expect(expired()).toEqual(['soon']);
    vi.advanceTimersByTime(900);
    expect(expired()).toEqual(['soon', 'q']);
  });

  it('counts deadlines from the instant at which its clock begins', () => {
    begin(60_000_000_000);
    running.ask({ type: 'connection.open', connection });
    running.ask({ type: 'channel.open', connection, channel });
    running.ask(declare);
    expect(types()).not.toContain('queue.expired');
    vi.advanceTimersByTime(1_000);
    expect(running.broker.at).toBe(60_000_001_000);
    expect(types()).toContain('queue.expired');
  });

  it('tells listeners one thing after the other, what is asked meanwhile after the rest', () => {
    const order: string[] = [];
    const stop = running.onEvents((more) => {
      if (more.some(({ type }) => type === 'connection.opened')) {
        running.ask({ type: 'channel.open', connection, channel });
      }
      order.push(...more.map(({ type }) => type));
    });
    running.ask({ type: 'connection.open', connection });
    expect(order).toEqual([
      'connection.opened',
      'connection.open-ok',
      'channel.opened',
      'channel.open-ok',
    ]);
    stop();
    running.ask({ type: 'channel.close', channel });
    expect(order).toHaveLength(4);
  });
});

describe('a scenario for a broker', () => {
  const scenarioOf = (spec: Omit<ScenarioSpec, 'version'>): Scenario => {
    const parsed = checkScenario({ version: 1, ...spec });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.scenario;
  };

  it('stands when it is set up, and the one who set it up is not there any more', () => {
    const refusals = setUpFrom(
      running,
      scenarioOf({
        vhosts: [{ name: '/' }, { name: 'v' }],
        users: [{ name: 'anna', tags: ['monitoring'] }],
        exchanges: [{ name: 'e', vhost: 'v' }],
        queues: [{ name: 'q', vhost: 'v' }],
        bindings: [{ source: 'e', destination: 'q', vhost: 'v' }],
      }),
    );
    expect(refusals).toEqual([]);
    expect([...running.broker.users.keys()].sort()).toEqual(['anna', 'guest']);
    expect(running.broker.connections.size).toBe(0);
    expect(running.broker.vhosts.get('v' as never)?.queues.has(queue)).toBe(true);
    expect(running.knowsLogin('anna', 'anna')).toBe(true);
    expect(running.knowsLogin('anna', 'guest')).toBe(false);
    expect(running.broker.users.get('anna' as never)?.tags).toEqual(['monitoring']);
  });

  it('says what the broker refuses of it', () => {
    const refusals = setUpFrom(
      running,
      scenarioOf({ exchanges: [{ name: 'e', type: 'direct' }, { name: 'amq.mine' }] }),
    );
    expect(refusals).toEqual([
      expect.stringMatching(/^exchange\.declare: ACCESS_REFUSED - exchange name 'amq\.mine'/),
    ]);
  });
});
