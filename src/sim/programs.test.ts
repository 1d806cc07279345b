import { describe, expect, it } from 'vitest';
import type { ChannelId, ConnectionId, ExchangeName, Instant, QueueName, VhostName } from '#engine';
import { queueOf } from '#engine';
import { aScenario } from '../testing/a-scenario.ts';
import { sameCollections } from '../testing/same-collections.ts';
import { programConnectionId } from './clients/client-state.ts';
import { describeEntry } from './describe-entry.ts';
import { flightsIn } from './flights.ts';
import { beginHistory, intervene, seek, stepBack, stepForward, withLongerTape } from './history.ts';
import type { History } from './history.ts';
import { newestFirst } from './journal.ts';
import { emptyTape } from './programs.ts';
import type { Deed, DeedBody, Tape } from './programs.ts';
import { programPlayer } from './programs/program-player.ts';
import type { Run } from './run.ts';
import type { Simulation } from './simulation-state.ts';

expect.addEqualityTesters([sameCollections]);

const at = (ms: number): Instant => ms as Instant;
const connection = programConnectionId('sender', 1, 1) satisfies ConnectionId;
const channel = `${connection}/1` as ChannelId;
const queue = 'letters' as QueueName;

/** Where the program asked for it is the number of its line. */
const asks = (ms: number, line: number, method: Extract<DeedBody, { type: 'asks' }>['method']) =>
  ({
    type: 'asks',
    method,
    at: at(ms),
    client: 'sender',
    after: 0,
    place: { line, column: 1 },
  }) as const satisfies Deed;

const publish = (ms: number, body: string): Deed =>
  asks(ms, 5, {
    type: 'basic.publish',
    channel,
    exchange: '' as ExchangeName,
    routingKey: queue,
    body,
  });

const deeds: readonly Deed[] = [
  asks(1, 1, { type: 'connection.open', connection }),
  asks(201, 2, { type: 'channel.open', connection, channel }),
  asks(401, 3, { type: 'queue.declare', channel, queue }),
  asks(601, 4, { type: 'confirm.select', channel }),
  asks(801, 4, { type: 'basic.consume', channel, queue }),
  publish(1_001, 'one'),
  publish(1_001, 'two'),
  {
    type: 'says',
    level: 'log',
    text: 'sent',
    at: at(1_001),
    client: 'sender',
    after: 0,
    place: null,
  },
];

const tape = (until: number): Tape => {
  const known = deeds.filter((deed) => deed.at <= until);
  return { deeds: known, count: known.length, until: at(until) };
};

const run: Run = {
  scenario: aScenario({
    latency_ms: 100,
    queues: [{ name: 'known' }],
    exchanges: [],
    bindings: [],
    clients: [{ name: 'sender', program: { source: 'import amqp from "amqplib";' } }],
  }),
  seed: 1,
  interventions: [],
  programs: { player: programPlayer, tape: emptyTape },
};

const begin = (until: number): History =>
  withLongerTape(beginHistory(run, { stepsPerCheckpoint: 3 }), tape(until));

const stateOf = ({ latest: _latest, ...state }: Simulation) => state;

const messagesIn = ({ present }: History): number =>
  queueOf(present.broker, '/' as VhostName, queue)?.readyCount ?? 0;

describe('programs in a simulation', () => {
  it('are played from their tape: what they ask arrives, and what they get they hold', () => {
    const { present } = seek(begin(2_000), at(2_000));
    const client = present.clients.get('sender');
    expect(client?.status).toBe('running');
    expect(client?.spec.publishers.map(({ routing_key }) => routing_key)).toEqual(['letters']);
    expect(client?.consumers[0]?.held.map(({ frame }) => frame.body)).toEqual(['one', 'two']);
    expect(client?.publishers[0]?.unconfirmed).toEqual([]);
    expect(client?.program?.place).toEqual({ line: 5, column: 1 });
  });

  it('are never played past the end of their tape', () => {
    const { present } = seek(begin(350), at(2_000));
    expect(present.now).toBe(350);
    expect(present.broker.channels.has(channel)).toBe(true);
  });

  it('come to the same state however one gets there', () => {
    const straight = seek(begin(2_000), at(1_150));
    const there = seek(seek(seek(begin(900), at(900)), at(50)), at(900));
    const back = seek(withLongerTape(there, tape(2_000)), at(1_150));
    expect(stateOf(back.present)).toEqual(stateOf(straight.present));
    let steps = begin(2_000);
    while (steps.present.now < 1_150) {
      const next = stepForward(steps);
      if (next === steps || next.present.now > 1_150) break;
      steps = next;
    }
    expect(stateOf(seek(steps, at(1_150)).present)).toEqual(stateOf(straight.present));
    expect(stepBack(straight).present.now).toBeLessThan(1_150);
  });

  it('show what they have declared beside the document, and never twice', () => {
    const history = seek(begin(2_000), at(600));
    const found = history.present.programs?.found;
    expect(found?.queues.map(({ name }) => name)).toEqual(['letters']);
    expect(history.present.body).toBe(history.run.scenario);
    const later = seek(history, at(1_990)).present.programs?.found;
    expect(later?.queues[0]).toBe(found?.queues[0]);
    expect(later?.clients[0]?.consumers.map((spec) => spec.queue)).toEqual(['letters']);
  });

  it('send what is seen on its way', () => {
    const { present } = seek(begin(2_000), at(1_050));
    const flights = flightsIn(present, 1_050).map(({ kind, from, to }) => [kind, from, to]);
    expect(flights).toEqual([
      ['publish', 'client:sender', 'queue:letters'],
      ['publish', 'client:sender', 'queue:letters'],
    ]);
  });

  it('tell the journal what they do, with the line', () => {
    const { present } = seek(begin(2_000), at(2_000));
    const told = [...newestFirst(present.journal)].map(describeEntry);
    expect(told).toContain('sender, line 3: queue.declare letters');
    expect(told).toContain('sender writes: sent');
  });

  it('are cut off from their future by what a person does', () => {
    const cut = intervene(seek(begin(2_000), at(900)), {
      type: 'connection.drop',
      client: 'sender',
    });
    expect(cut.run.programs?.tape).toMatchObject({ count: 5, until: 900 });
    const later = seek(cut, at(2_000));
    expect(later.present.now).toBe(900);
    expect(later.present.clients.get('sender')?.program?.connections).toEqual([]);
    expect(later.present.programs?.heard).toMatchObject([{ type: 'cut', client: 'sender' }]);
    expect(messagesIn(later)).toBe(0);
  });

  it('are shown with the latest of what they publish to, however much that is', () => {
    const keys = Array.from({ length: 50 }, (_, index) => `address ${index}`);
    const more = keys.map((routingKey, index) =>
      asks(1_100 + index, 9, {
        type: 'basic.publish',
        channel,
        exchange: '' as ExchangeName,
        routingKey,
        body: '',
      }),
    );
    const all = [...deeds, ...more];
    const long: Tape = { deeds: all, count: all.length, until: at(3_000) };
    const { present } = seek(withLongerTape(beginHistory(run), long), at(3_000));
    const client = present.clients.get('sender');
    expect(client?.publishers).toHaveLength(20);
    expect(client?.spec.publishers.map(({ routing_key }) => routing_key)).toEqual(keys.slice(-20));
  });

  it('lose what they have with their stop, and begin again at their first line', () => {
    const stop = intervene(seek(begin(2_000), at(1_900)), {
      type: 'client.stop',
      client: 'sender',
    });
    expect(stop.present.clients.get('sender')?.status).toBe('stopped');
    expect(messagesIn(stop)).toBe(2);
    const again = intervene(stop, { type: 'client.start', client: 'sender' });
    expect(again.present.clients.get('sender')).toMatchObject({ status: 'running', session: 2 });
  });
});
