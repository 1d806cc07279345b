/** What always holds of a broker, whatever is done to it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aProgram } from '../testing/random-program.ts';
import { makeSense } from '../testing/make-sense.ts';
import type { Timed } from '../testing/random-program.ts';
import { apply, createBroker, explainRoute, explainWait, nextDeadline, profiles } from './index.ts';
import type { Broker, BrokerEvent, Command, Instant, ProfileName, QueuedMessage } from './index.ts';
import { route } from './exchanges/route.ts';
import { eachMessage } from './queue-types/contents.ts';
import type { StreamState } from './queue-types/stream/stream-state.ts';

/** More by `npm run laws`. */
const runCount = Number(process.env['WARREN_PROGRAMS'] ?? 60);
const length = 200;

/** A second channel.open would be an error of the program's and close its connection. */
const isNeeded = (broker: Broker, command: Command): boolean =>
  command.type !== 'channel.open' || !broker.channels.has(command.channel);

interface Run {
  readonly broker: Broker;
  readonly events: readonly BrokerEvent[];
}

interface Played {
  readonly profile: ProfileName;
  readonly program: readonly Timed[];
}

const aPlay: fc.Arbitrary<Played> = fc.record({
  profile: fc.constantFrom<ProfileName>('3.10', '4.0'),
  program: aProgram({ length }),
});

function play(
  { profile, program }: Played,
  look: (broker: Broker, events: readonly BrokerEvent[]) => void = () => {},
): Run {
  let broker = createBroker(profiles[profile]);
  const events: BrokerEvent[] = [];
  for (const { at, command: drawn, chance } of program) {
    const command = makeSense(broker, drawn, chance);
    if (!isNeeded(broker, command)) continue;
    const outcome = apply(broker, command, at);
    broker = outcome.broker;
    events.push(...outcome.events);
    look(broker, outcome.events);
  }
  return { broker, events };
}

/** Every copy, as `queue position`, that the state still holds. */
function copiesIn(broker: Broker): readonly string[] {
  const copies: string[] = [];
  for (const vhost of broker.vhosts.values()) {
    for (const queue of vhost.queues.values()) {
      for (const { position } of eachMessage(queue)) copies.push(`${queue.id} ${position}`);
    }
  }
  for (const channel of broker.channels.values()) {
    const pending = channel.transaction?.settlements.flatMap(({ deliveries }) => deliveries) ?? [];
    for (const { queueId, queued, staysInQueue } of [...channel.unacked.values(), ...pending]) {
      if (staysInQueue) continue;
      copies.push(`${queueId} ${queued.position}`);
    }
  }
  return copies;
}

describe('a broker', () => {
  it('keeps account of every copy of a message', () => {
    fc.assert(
      fc.property(aPlay, (played) => {
        let enqueuedCount = 0;
        let goneCount = 0;
        play(played, (broker, events) => {
          for (const event of events) {
            if (event.type === 'message.enqueued') enqueuedCount++;
            if (event.type === 'message.acknowledged' && event.staysInQueue !== true) goneCount++;
            // What a full queue refused had never entered it.
            if (event.type === 'message.discarded' && event.position > 0) goneCount++;
            if (event.type === 'message.dead-lettered' && event.position > 0) goneCount++;
            if (event.type === 'message.delivered' && event.noAck) goneCount++;
          }
          const copies = copiesIn(broker);
          expect(new Set(copies).size).toBe(copies.length);
          expect(copies.length).toBe(enqueuedCount - goneCount);
        });
      }),
      { numRuns: runCount },
    );
  });

  it('counts what its queues hold', () => {
    fc.assert(
      fc.property(aPlay, (played) => {
        play(played, (broker) => {
          for (const queue of broker.vhosts.get('/' as never)?.queues.values() ?? []) {
            const ready = [...eachMessage(queue)];
            const bytes = ready.reduce((sum, { message }) => sum + message.bodySize, 0);
            expect([queue.readyCount, queue.readyBytes]).toEqual([ready.length, bytes]);
            expect(queue.unackedCount).toBe(queue.unacked.size);
            for (const consumer of queue.consumers.values()) {
              // A stream's consumer has the room that answers for its namesake gave back, too.
              if (consumer.prefetchCount > 0 && queue.type !== 'stream') {
                expect(consumer.unackedCount).toBeLessThanOrEqual(consumer.prefetchCount);
              }
            }
          }
        });
      }),
      { numRuns: runCount },
    );
  });

  it('leaves nobody idle who could take a message that waits', () => {
    fc.assert(
      fc.property(aPlay, (played) => {
        play(played, (broker) => {
          for (const queue of broker.vhosts.get('/' as never)?.queues.values() ?? []) {
            if (queue.stream !== null) expectAllRead(queue.stream);
            if (queue.readyCount === 0 || queue.settings.singleActiveConsumer) continue;
            if (queue.type === 'stream') continue;
            for (const consumer of queue.consumers.values()) {
              expect(consumer.isBlocked).toBe(true);
            }
            const why = explainWait(broker, queue.vhost, queue.name);
            expect(why?.consumers.filter(({ canTake }) => canTake)).toEqual([]);
          }
        });
      }),
      { numRuns: runCount },
    );
  });

  it('comes to the same, however far one advances at a time', () => {
    fc.assert(
      fc.property(aPlay, (played) => {
        const { profile, program } = played;
        const end = ((program.at(-1)?.at ?? 0) + 1_000) as Instant;
        const pass = { at: end, command: { type: 'time.pass' }, chance: 0 } as const;
        const long = [...program, pass];
        const inOne = play({ profile, program: long });
        expect(tell(play({ profile, program: inManySteps(long) }))).toEqual(tell(inOne));
      }),
      { numRuns: runCount },
    );
  });

  it('gives the same again, and leaves the broker it was given as it was', () => {
    fc.assert(
      fc.property(aPlay, (played) => {
        let broker = createBroker(profiles[played.profile]);
        for (const { at, command: drawn, chance } of played.program) {
          const command = makeSense(broker, drawn, chance);
          if (!isNeeded(broker, command)) continue;
          const before = [...copiesIn(broker)];
          const first = apply(broker, command, at);
          const second = apply(broker, command, at);
          expect(second.events).toEqual(first.events);
          expect(copiesIn(second.broker)).toEqual(copiesIn(first.broker));
          expect(copiesIn(broker)).toEqual(before);
          broker = first.broker;
        }
      }),
      { numRuns: Math.ceil(runCount / 3) },
    );
  });

  it('explains the way that messages take', () => {
    fc.assert(
      fc.property(aPlay, (played) => {
        const { broker } = play(played);
        const vhost = broker.vhosts.get('/' as never);
        if (vhost === undefined) return;
        for (const { command } of played.program) {
          if (command.type !== 'basic.publish') continue;
          const exchange = vhost.exchanges.get(command.exchange);
          if (exchange === undefined) continue;
          const { routingKey, properties = {} } = command;
          const message = { id: 7, routingKeys: [routingKey], properties };
          const { queues } = route(vhost, exchange, message, broker.profile);
          const why = explainRoute(broker, vhost.name, exchange.name, { ...message, routingKey });
          expect(why?.queues).toEqual(queues);
        }
      }),
      { numRuns: runCount },
    );
  });
});

/** Whoever has room has read all but what its filter leaves out. */
function expectAllRead({ log, readers }: StreamState): void {
  for (const { credit, nextOffset, filter } of readers) {
    if (credit < 1) continue;
    for (let offset = nextOffset; offset < log.nextOffset; offset++) {
      const { message } = log.messages.get(offset) as QueuedMessage;
      const value = String(message.properties.headers?.['x-stream-filter-value'] ?? '');
      expect(filter?.has(value)).toBe(false);
    }
  }
}

/** With a look at the clock at every 10 ms between the commands. */
function inManySteps(program: readonly Timed[]): readonly Timed[] {
  let last = 0;
  return program.flatMap((step) => {
    const looks: Timed[] = [];
    for (let at = last + 10; at < step.at; at += 10) {
      looks.push({ at: at as Instant, command: { type: 'time.pass' }, chance: 0 });
    }
    last = step.at;
    return [...looks, step];
  });
}

const tell = ({ broker, events }: Run): unknown => ({
  events,
  copies: copiesIn(broker),
  deadline: nextDeadline(broker),
});
