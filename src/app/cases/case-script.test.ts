import { describe, expect, it } from 'vitest';
import type { ConformanceCase, ConformanceFile, PlayedStep } from '#conformance';
import { playCase, runCase } from '#conformance';
import { apply, createBroker, profiles, recordedPlugins } from '#engine';
import type { BrokerEvent, Instant, ProfileName } from '#engine';
import {
  advance,
  beginHistory,
  entriesOf,
  flightsIn,
  journeyOf,
  nextInstant,
  seek,
  startSimulation,
  step,
  stepForward,
} from '#sim';
import type { Run } from '#sim';
import { emptyScenario } from '../empty-run.ts';
import { caseScript, versionsOf } from './case-script.ts';
import { runOfCase } from './load-case.ts';
import type { CaseScript } from './case-story.ts';

const files = Object.values(
  import.meta.glob<ConformanceFile>('../../conformance/cases/*.json', {
    eager: true,
    import: 'default',
  }),
);
const caseOfId = (id: string): ConformanceCase =>
  files.flatMap(({ cases }) => cases).find((kase) => kase.id === id) as ConformanceCase;
const scriptOf = (id: string, version: ProfileName = '4.0'): CaseScript =>
  caseScript(caseOfId(id), version) as CaseScript;

const releases = { '3.10': '3.10.8', '4.0': '4.0.5' } as const;

/** What the broker did for the recorder, step by step. */
function eventsAsRecorded(played: readonly PlayedStep[], version: ProfileName): BrokerEvent[] {
  let broker = createBroker(profiles[version]);
  const events: BrokerEvent[] = [];
  for (const { at, endsAt, commands } of played) {
    for (const [command, instant] of [
      ...commands.map((one) => [one, at] as const),
      [{ type: 'time.pass' } as const, endsAt] as const,
    ]) {
      const outcome = apply(broker, command, instant);
      broker = outcome.broker;
      events.push(...outcome.events);
    }
  }
  return events;
}

/** What the broker does in the run. */
function eventsInRun(run: Run, until: Instant): readonly BrokerEvent[] {
  let simulation = startSimulation(run);
  const events = [...simulation.latest];
  for (;;) {
    const next = nextInstant(simulation);
    if (next === null || next > until) return events;
    simulation = step(simulation);
    events.push(...simulation.latest);
  }
}

/** A run's names for a script's connections tell them from those of its own clients. */
const withoutPrefix = (events: readonly BrokerEvent[]): unknown =>
  JSON.parse(JSON.stringify(events).replaceAll('"connection":"script ', '"connection":"'));

describe.each(files.map((file) => [file.area, file] as const))(
  'the cases of %s',
  (_, { cases }) => {
    it.each(['3.10', '4.0'] as const)(
      'happen in a run of %s as the recorder plays them',
      (version) => {
        for (const kase of cases) {
          const script = caseScript(kase, version);
          if (script === null) continue;
          const played = playCase(kase, releases[version]);
          const endsAt = played.at(-1)?.endsAt as Instant;
          const scenario = { ...emptyScenario, profile: version, plugins: recordedPlugins };
          const run: Run = { scenario, seed: 1, interventions: [], script };
          expect(withoutPrefix(eventsInRun(run, endsAt)), kase.id).toEqual(
            withoutPrefix(eventsAsRecorded(played, version)),
          );
        }
      },
    );
  },
);

describe('the story of a case', () => {
  it('says of each step what was recorded and whether the same was answered', () => {
    const kase = caseOfId('acking/multiple');
    const answers = runCase(kase, '4.0.5');
    const { steps, stop } = scriptOf('acking/multiple').story;
    expect(stop).toBeNull();
    expect(steps).toHaveLength(kase.steps.length);
    expect(answers).toHaveLength(kase.steps.length);
    expect(new Set(steps.map(({ verdict }) => verdict))).toEqual(new Set(['same']));
  });

  it('tells a difference by the step in which it is', () => {
    const kase = caseOfId('acking/multiple');
    const index = kase.steps.findIndex(({ op }) => op === 'queue.inspect');
    const recorded = (kase.recorded['4.0.5'] ?? []).with(index, {
      reply: { method: 'queue.inspect', exists: true, ready: 77, unacked: 0, consumers: 0 },
    });
    const changed = { ...kase, recorded: { '4.0.5': recorded } };
    const { steps } = (caseScript(changed, '4.0') as CaseScript).story;
    expect(
      steps.filter(({ verdict }) => verdict === 'differs').map(({ number }) => number),
    ).toEqual([index + 1]);
    expect(steps[index]?.wanted[0]?.detail).toContain('ready 77');
    expect(steps[index]?.got[0]?.detail).not.toContain('ready 77');
  });

  it('ends where the engine does not know what is asked', () => {
    const kase = caseOfId('acking/multiple');
    const steps = kase.steps.with(2, { op: 'moon.rise' });
    const script = caseScript({ ...kase, steps }, '4.0') as CaseScript;
    expect(script.story.stop).toBe(
      'Warren does not know moon.rise yet, so the script ends before step 3.',
    );
    expect(script.story.steps.slice(2).every(({ verdict }) => verdict === 'not-played')).toBe(true);
    expect(script.instants).toHaveLength(2 + 3);
  });

  it('has the versions of the case, the newest first', () => {
    expect(versionsOf(caseOfId('acking/multiple'))).toEqual(['4.0', '3.10']);
  });
});

describe('a run that plays a case', () => {
  const ids = ['acking/multiple', 'dead-lettering/waiting-consumer', 'fuzz/0043', 'ttl/queue-ttl'];
  const some = ids.filter((id) => caseOfId(id) !== undefined);

  it.each(some)('shows the same whichever way one comes to an instant of %s', (id) => {
    const run = runOfCase(scriptOf(id));
    const endsAt = run.script?.endsAt as Instant;
    let history = beginHistory(run, { stepsPerCheckpoint: 7 });
    for (const part of [1, 0.3, 0.9, 0, 0.5, 0.49, 1]) {
      const at = Math.floor(endsAt * part) as Instant;
      history = seek(history, at);
      // What the latest step brought about, checkpoints do not keep.
      const told = { ...history.present, latest: [] };
      expect(told).toEqual({ ...advance(startSimulation(run), at), latest: [] });
    }
  });

  it('steps from one step of the case to the next', () => {
    const script = scriptOf('acking/multiple');
    let history = beginHistory(runOfCase(script));
    for (const { at } of script.story.steps) {
      while (history.present.now < at) history = stepForward(history);
      expect(history.present.now).toBe(at);
    }
  });

  it('begins with an empty broker, and declares as it goes', () => {
    const run = runOfCase(scriptOf('acking/multiple'));
    const start = startSimulation(run);
    expect(start.body.queues).toEqual([]);
    expect(start.body.clients.map(({ name }) => name)).not.toContain('main');
    const end = advance(start, run.script?.endsAt as Instant);
    expect(end.body.queues.length).toBeGreaterThan(0);
    for (const { name } of end.body.queues)
      expect(run.scenario.positions).toHaveProperty([`queue:${name}`]);
  });

  it('has a client for each channel, which holds what it has not answered for', () => {
    const run = runOfCase(scriptOf('prefetch/per-consumer'));
    let most = 0;
    let simulation = startSimulation(run);
    const endsAt = run.script?.endsAt as Instant;
    for (
      let at = nextInstant(simulation);
      at !== null && at <= endsAt;
      at = nextInstant(simulation)
    ) {
      simulation = step(simulation);
      for (const [name, client] of simulation.clients) {
        const held = client.consumers.reduce((count, one) => count + one.held.length, 0);
        const unacked = simulation.broker.channels.get(name as never)?.unacked.size ?? 0;
        expect(held, `${name} at ${at}`).toBe(unacked);
        most = Math.max(most, held);
      }
    }
    expect(most).toBeGreaterThan(0);
  });

  it('sends an answer straight to the client that asked, and its journey says so', () => {
    const run = runOfCase(scriptOf('publishing/reply-to-request'));
    const endsAt = run.script?.endsAt as Instant;
    const ways = new Set<string>();
    let history = beginHistory(run);
    for (let at = 0; at <= endsAt; at += 20) {
      history = seek(history, at as Instant);
      for (const { kind, from, to } of flightsIn(history, at)) {
        if (kind === 'reply') ways.add(`${from} → ${to}`);
      }
    }
    expect([...ways]).toEqual(['client:b → client:a']);
    const answer = entriesOf(history.present.journal, { kinds: ['message.answered'], max: 1 })[0];
    if (answer?.event.type !== 'message.answered') throw new Error('Nothing was answered.');
    const { steps } = journeyOf(history, answer.event.message);
    expect(steps.map(({ title }) => title)).toContain('Went straight to a');
  });
});
