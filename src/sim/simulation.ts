/**
 * A running scenario: what happens next, and what has happened by a given instant.
 *
 * `step` makes the next simulation and leaves the one it was given as it was.
 */
import { assert, PersistentMap, unreachable } from '#base';
import { createBroker, profiles, runStart } from '#engine';
import type { Instant, MessageId } from '#engine';
import { emptyAgenda, nextEntry } from './agenda.ts';
import { noBusyness } from './busyness.ts';
import { createClient } from './clients/client-state.ts';
import { onWake, startClient } from './clients/connection.ts';
import { emptyJournal } from './journal.ts';
import { noMarks } from './marks.ts';
import { noCounts } from './metrics.ts';
import { Moment } from './moment.ts';
import { performAct } from './perform-act.ts';
import { nextDeed, programsAtStart } from './programs.ts';
import type { Deed } from './programs.ts';
import type { Intervention, Run } from './run.ts';
import { nextScripted } from './script.ts';
import type { ScriptProgress } from './script.ts';
import { setUpBroker } from './set-up-broker.ts';
import type { Happening, Simulation } from './simulation-state.ts';
import { frameArrives, methodArrives } from './travel.ts';

/** More things than this out of one another without any time passing: the run will never get on. */
const depthMax = 10_000;

/**
 * A run at its first instant: the topology stands, and the clients that start with it are connected.
 * From then on everything takes its time.
 */
export function startSimulation({
  scenario,
  seed,
  interventions,
  script,
  programs,
}: Run): Simulation {
  const moment = new Moment(
    {
      now: runStart,
      seed,
      broker: createBroker(profiles[scenario.profile], { plugins: scenario.plugins }),
      body: scenario,
      clients: PersistentMap.empty(),
      agenda: emptyAgenda(),
      brokerWakesAt: null,
      interventions,
      intervenedCount: 0,
      scripted: script === undefined ? null : { script, next: 0, heard: [] },
      programs: programs === undefined ? null : programsAtStart(programs),
      latest: [],
      stepCount: -1,
      happenedAt: null,
      topologyStep: 0,
      lastMessageId: 0 as MessageId,
      journal: emptyJournal,
      counters: noCounts,
      busyness: noBusyness,
      marks: noMarks,
    },
    runStart,
  );
  setUpBroker(moment, scenario);
  script?.begin(moment);
  for (const spec of scenario.clients) {
    if (script?.owns(spec.name) === true || spec.program !== undefined) continue;
    moment.putClient(createClient(spec, scenario, seed));
    if (spec.starts) startAtOnce(moment, spec.name);
  }
  programs?.player.begin(moment, scenario.clients);
  return moment.commit();
}

/** A client that is there when the run begins does not have to be waited for. */
function startAtOnce(moment: Moment, name: string): void {
  moment.withoutTravel(
    () => moment.takeTurn(name, startClient),
    (flight) => letHappen(moment, flight),
  );
}

/** When the next thing happens; null when nothing is left to. */
export function nextInstant(simulation: Simulation): Instant | null {
  const planned = nextEntry(simulation.agenda)?.at ?? Infinity;
  const intervention = simulation.interventions[0]?.at ?? Infinity;
  const deed = nextDeed(simulation)?.at ?? Infinity;
  const next = Math.min(planned, intervention, nextScripted(simulation) ?? Infinity, deed);
  return next === Infinity ? null : (next as Instant);
}

/**
 * Lets the next thing happen. A step of a script comes after what is planned for its instant, as it
 * did when it was recorded, and so does what a program does. An intervention comes after all else that is due at its instant, because
 * that is what the user was looking at when they intervened.
 */
export function step(simulation: Simulation): Simulation {
  const entry = nextEntry(simulation.agenda);
  const [intervention, ...interventions] = simulation.interventions;
  const { scripted } = simulation;
  const scriptedAt = nextScripted(simulation);
  if (
    scripted !== null &&
    scriptedAt !== null &&
    scriptedAt < (entry?.at ?? Infinity) &&
    scriptedAt <= (intervention?.at ?? Infinity)
  )
    return played(simulation, scripted, scriptedAt);
  const deed = nextDeed(simulation);
  if (
    deed !== null &&
    deed.at < (entry?.at ?? Infinity) &&
    isBefore(deed, intervention, simulation)
  )
    return done(simulation, deed);
  if (entry === null || (intervention !== undefined && intervention.at < entry.at)) {
    assert(intervention !== undefined, 'there is nothing left to happen');
    return intervened(simulation, intervention, interventions);
  }
  assert(entry.depth < depthMax, `after ${depthMax} things in a row it is still ${entry.at} ms`);
  const moment = new Moment(simulation, entry.at, entry.depth);
  letHappen(moment, moment.takeNext());
  return moment.commit();
}

function played(simulation: Simulation, scripted: ScriptProgress, at: Instant): Simulation {
  const moment = new Moment(simulation, at);
  const { script, next } = scripted;
  moment.edit().scripted = { ...scripted, next: next + 1 };
  script.perform(moment, next);
  return moment.commit();
}

/** Of one instant, a deed comes after the interventions that had happened when it was done. */
const isBefore = (
  { at, after }: Deed,
  intervention: Intervention | undefined,
  { intervenedCount }: Simulation,
): boolean =>
  intervention === undefined ||
  at < intervention.at ||
  (at === intervention.at && after <= intervenedCount);

function done(simulation: Simulation, deed: Deed): Simulation {
  const moment = new Moment(simulation, deed.at);
  const { programs } = moment.simulation;
  assert(programs !== null, 'there are no programs');
  moment.edit().programs = { ...programs, next: programs.next + 1 };
  programs.player.perform(moment, deed);
  return moment.commit();
}

function intervened(
  simulation: Simulation,
  { at, act }: Intervention,
  interventions: readonly Intervention[],
): Simulation {
  const moment = new Moment(simulation, at);
  const next = moment.edit();
  next.interventions = interventions;
  next.intervenedCount += 1;
  performAct(moment, act);
  return moment.commit();
}

/** Lets everything happen that is due by `until`. */
export function advance(simulation: Simulation, until: Instant): Simulation {
  const current = advanceAtMost(simulation, until, Infinity);
  return current.now === until ? current : { ...current, now: until };
}

/** The same, but no more than so many steps; it then stands at the instant of the last of them. */
export function advanceAtMost(
  simulation: Simulation,
  until: Instant,
  stepsMax: number,
): Simulation {
  let current = simulation;
  for (let steps = 0; steps < stepsMax; steps++) {
    const next = nextInstant(current);
    if (next === null || next > until) break;
    current = step(current);
  }
  return current;
}

function letHappen(moment: Moment, happening: Happening): void {
  switch (happening.type) {
    case 'method.arrives':
      methodArrives(moment, happening);
      break;
    case 'frame.arrives':
      frameArrives(moment, happening);
      break;
    case 'client.wakes':
      moment.takeTurn(happening.client, onWake);
      break;
    case 'broker.wakes':
      moment.edit().brokerWakesAt = null;
      moment.ask({ type: 'time.pass' });
      break;
    default:
      unreachable(happening);
  }
}
