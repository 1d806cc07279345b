import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '#engine';
import { aRun } from '../testing/a-run.ts';
import { aBareScenario, aScenario } from '../testing/a-scenario.ts';
import { sameCollections } from '../testing/same-collections.ts';
import {
  beginHistory,
  intervene,
  relabel,
  replaceRun,
  seek,
  stepBack,
  stepForward,
} from './history.ts';
import type { History } from './history.ts';
import type { Act } from './run.ts';
import type { Simulation } from './simulation-state.ts';
import { advance, startSimulation } from './simulation.ts';

expect.addEqualityTesters([sameCollections]);

const at = (ms: number): Instant => ms as Instant;

/** A checkpoint every few steps, so that they often fall on the instants at which things happen. */
const begin = (run = aRun()): History => beginHistory(run, { stepsPerCheckpoint: 5 });

/** What a simulation is, but for how its last step came about. */
const stateOf = ({ latest: _latest, ...state }: Simulation) => state;

const replayed = ({ run, present }: History) => advance(startSimulation(run), present.now);

const edited = aScenario({
  queues: [{ name: 'eu', arguments: { 'x-max-length': 2 } }, { name: 'all' }, { name: 'new' }],
  bindings: [
    { source: 'orders', destination: 'eu', routing_key: '#' },
    { source: 'orders', destination: 'new', routing_key: 'odd' },
  ],
});

const act: fc.Arbitrary<Act> = fc.constantFrom<Act>(
  { type: 'publish', client: 'shop', publisher: 0, routingKey: 'order.eu.by-hand' },
  { type: 'client.stop', client: 'warehouse-1' },
  { type: 'client.start', client: 'warehouse-1' },
  { type: 'client.stop', client: 'shop' },
  { type: 'client.start', client: 'shop' },
  { type: 'connection.drop', client: 'warehouse-2' },
  { type: 'connection.drop', client: 'shop' },
  { type: 'queue.purge', vhost: '/', queue: 'all' },
  { type: 'broker.restart' },
  { type: 'settle', client: 'warehouse-2', consumer: 0, deliveryTag: 1, answer: 'requeue' },
  { type: 'edit', body: edited },
  { type: 'edit', body: aScenario() },
);

/** Multiples of 10 ms, so that visits often fall on the very instants at which things happen. */
const instant = fc.integer({ min: 0, max: 400 }).map((tens) => at(tens * 10));
const visit = fc.record({ to: instant, act: fc.option(act) });
const visits = fc.array(visit, { minLength: 1, maxLength: 7 });

/** Laws try many runs, and the machine may have other work. */
const lawTimeoutMs = 60_000;

describe('history', () => {
  it(
    'shows one and the same run, wherever the user goes and whatever they do on the way',
    () => {
      fc.assert(
        fc.property(fc.nat(), visits, (seed, path) => {
          let history = begin(aRun({ seed }));
          for (const { to, act: done } of path) {
            history = seek(history, to);
            if (done !== null) history = intervene(history, done);
            expect(stateOf(history.present)).toEqual(stateOf(replayed(history)));
          }
        }),
        { numRuns: 60 },
      );
    },
    lawTimeoutMs,
  );

  it('forgets what came after an intervention, and only that', () => {
    const purge: Act = { type: 'queue.purge', vhost: '/', queue: 'all' };
    let history = intervene(seek(begin(), at(1000)), purge);
    history = intervene(seek(history, at(2000)), { type: 'broker.restart' });
    history = intervene(seek(history, at(1500)), purge);
    expect(history.run.interventions.map(({ at: when }) => when)).toEqual([1000, 1500]);
    expect(history.reachedUntil).toBe(1500);
  });

  it(
    'goes from a run to any other version of it, keeping the playhead',
    () => {
      const intervention = fc.record({ at: instant, act });
      const list = fc.array(intervention, { maxLength: 4 });
      fc.assert(
        fc.property(fc.nat(), list, list, instant, (seed, before, after, to) => {
          const common = before.slice(0, 2);
          const history = seek(begin(aRun({ seed, interventions: before })), to);
          const replaced = replaceRun(
            history,
            aRun({ seed, interventions: [...common, ...after] }),
          );
          expect(replaced.present.now).toBe(to);
          expect(stateOf(replaced.present)).toEqual(stateOf(replayed(replaced)));
          const later = seek(replaced, at(to + 700));
          expect(stateOf(later.present)).toEqual(stateOf(replayed(later)));
        }),
        { numRuns: 40 },
      );
    },
    lawTimeoutMs,
  );

  it('plays a run anew that begins differently', () => {
    const history = seek(begin(), at(800));
    const replaced = replaceRun(history, aRun({ scenario: edited }));
    expect(stateOf(replaced.present)).toEqual(stateOf(replayed(replaced)));
    expect(replaced.present.broker.vhosts.get('/' as never)?.queues.has('new' as never)).toBe(true);
  });

  it('keeps the present when something later is taken back', () => {
    let history = intervene(seek(begin(), at(1000)), { type: 'broker.restart' });
    const { present } = seek(history, at(500));
    history = replaceRun({ ...history, present }, aRun());
    expect(history.present.broker).toBe(present.broker);
    expect(history.present.interventions).toEqual([]);
  });

  it('keeps the simulation when only title, notes or positions change', () => {
    const history = seek(begin(), at(500));
    const titled = { ...history.run, scenario: { ...history.run.scenario, title: 'Other' } };
    const relabelled = relabel(history, titled);
    expect(relabelled.present).toBe(history.present);
    expect(relabelled.run.scenario.title).toBe('Other');
  });

  it('keeps what does not change when time goes on', () => {
    const scenario = aScenario({ queues: [{ name: 'eu' }, { name: 'all' }, { name: 'quiet' }] });
    const quietIn = ({ present }: History) =>
      present.broker.vhosts.get('/' as never)?.queues.get('quiet' as never);
    let history = seek(beginHistory(aRun({ scenario })), at(0));
    const quiet = quietIn(history);
    expect(quiet).toBeDefined();
    for (let ms = 0; ms < 2000; ms += 16) history = seek(history, at(ms));
    expect(quietIn(history)).toBe(quiet);
    expect(seek(history, history.present.now)).toBe(history);
  });

  it('steps from one visible instant to the next, and back over the same', () => {
    let history = begin();
    const stops: number[] = [];
    for (let steps = 0; steps < 60; steps++) {
      history = stepForward(history);
      stops.push(history.present.now);
      expect(history.present.happenedAt).toBe(history.present.now);
    }
    expect(stops).toEqual([...new Set(stops)]);
    for (const stop of stops.slice(0, -1).reverse()) {
      history = stepBack(history);
      expect(history.present.now).toBe(stop);
    }
    expect(stepBack(stepBack(history)).present.now).toBe(0);
  });

  it('steps back to what happened last when the playhead stands after it', () => {
    const history = stepForward(stepForward(begin()));
    const { now } = history.present;
    const later = seek(history, at(now + 1));
    expect(stepBack(later).present.now).toBe(now);
  });

  it('stands still at the end of a run in which nothing is left to happen', () => {
    const history = begin(aRun({ scenario: aBareScenario() }));
    expect(stepForward(history)).toBe(history);
  });

  it('keeps a bounded number of checkpoints, close together near the playhead', () => {
    let history = beginHistory(aRun(), { stepsPerCheckpoint: 5 });
    history = seek(history, at(60_000));
    const steps = history.checkpoints.map(({ stepCount }) => stepCount);
    expect(steps.length).toBeLessThanOrEqual(256);
    expect(steps[0]).toBe(0);
    expect(steps).toEqual(steps.toSorted((one, other) => one - other));
    const gaps = steps.slice(1).map((step, index) => step - (steps[index] as number));
    expect(Math.max(...gaps)).toBeLessThan(4_000);
    expect(history.present.stepCount).toBeGreaterThan(2_000);
  });

  it('puts interventions in order that come out of order', () => {
    const publish: Act = { type: 'publish', client: 'shop', publisher: 0 };
    const interventions = [
      { at: at(900), act: publish },
      { at: at(300), act: publish },
    ];
    const history = seek(begin(aRun({ interventions })), at(1_000));
    expect(history.run.interventions.map(({ at: when }) => when)).toEqual([300, 900]);
    expect(history.present.intervenedCount).toBe(2);
  });
});
