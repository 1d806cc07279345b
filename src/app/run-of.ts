/**
 * Runs as the app makes them out of documents, and documents as they stand at some instant of a run.
 */
import type { Instant } from '#engine';
import type { InterventionSpec, Scenario, ScenarioBody } from '#scenario';
import type { Intervention, Run } from '#sim';

/** An intervention as documents have it: this is where the two vocabularies are held together. */
type ToldIntervention = Pick<Intervention, 'act'> & { readonly at: number };

/** The run that a document describes, with what was done in it. */
export function runOf(scenario: Scenario, interventions: readonly InterventionSpec[] = []): Run {
  const told: readonly ToldIntervention[] = interventions;
  return { scenario, seed: scenario.seed, interventions: told as Run['interventions'] };
}

/** What of a scenario decides how a run goes, but for the profile and the seed. */
export const bodyOf = (scenario: ScenarioBody): ScenarioBody => ({
  vhosts: scenario.vhosts,
  users: scenario.users,
  permissions: scenario.permissions,
  topic_permissions: scenario.topic_permissions,
  policies: scenario.policies,
  operator_policies: scenario.operator_policies,
  exchanges: scenario.exchanges,
  queues: scenario.queues,
  bindings: scenario.bindings,
  clients: scenario.clients,
  latency_ms: scenario.latency_ms,
});

/** Looks at identity: lists that are equal but not the same count as different. */
export const haveSameBody = (one: ScenarioBody, other: ScenarioBody): boolean =>
  one.vhosts === other.vhosts &&
  one.users === other.users &&
  one.permissions === other.permissions &&
  one.topic_permissions === other.topic_permissions &&
  one.policies === other.policies &&
  one.operator_policies === other.operator_policies &&
  one.exchanges === other.exchanges &&
  one.queues === other.queues &&
  one.bindings === other.bindings &&
  one.clients === other.clients &&
  one.latency_ms === other.latency_ms;

/** Whether nothing but title, notes and positions tells the two runs apart. */
export const unfoldAlike = (one: Run, other: Run): boolean =>
  one.script === other.script &&
  one.programs?.player === other.programs?.player &&
  one.seed === other.seed &&
  one.interventions === other.interventions &&
  one.scenario.profile === other.scenario.profile &&
  one.scenario.plugins.join() === other.scenario.plugins.join() &&
  haveSameBody(one.scenario, other.scenario);

/** The topology and the clients as the last edit by `now` left them. */
export function bodyAt(run: Run, now: Instant): ScenarioBody {
  for (let index = run.interventions.length - 1; index >= 0; index--) {
    const intervention = run.interventions[index];
    if (intervention === undefined || intervention.at > now) continue;
    if (intervention.act.type === 'edit') return intervention.act.body;
  }
  return run.scenario;
}

/**
 * `run` with its document edited to read `scenario` at `now`. At the start that changes how the run
 * begins. Later it is something done during the run, as far as it concerns what happens; what it
 * changes for the eye holds for the whole run. What had been done after `now` is dropped. `standing` is
 * the document as it stands there; a script decides that as much as edits do.
 */
export function runWithEdit(
  run: Run,
  now: Instant,
  scenario: Scenario,
  standing = bodyAt(run, now),
): Run {
  const { title, notes, profile, plugins, seed, positions } = scenario;
  const withLooks = { ...run.scenario, title, notes, profile, plugins, seed, positions };
  if (haveSameBody(standing, scenario)) return { ...run, seed, scenario: withLooks };

  const kept = run.interventions.filter(({ at }) => at <= now);
  const interventions = kept.length === run.interventions.length ? run.interventions : kept;
  const changesStart = now === 0 && !kept.some(({ act }) => act.type === 'edit');
  if (changesStart) return { ...run, scenario, seed, interventions };
  const act = { type: 'edit', body: bodyOf(scenario) } as const;
  return { ...run, scenario: withLooks, seed, interventions: [...kept, { at: now, act }] };
}
