/**
 * Edits as links hold them. An edit made during a run says how everything reads from then on; a link
 * says only the parts (exchanges, queues, …) that read differently than before it, with defaults
 * left out.
 */
import * as v from 'valibot';
import { bodyEntries, handActSchemas, interventionsMax } from './intervention-schema.ts';
import type { InterventionSpec } from './intervention-schema.ts';
import { currentVersion } from './schema.ts';
import type { Scenario, ScenarioBody } from './schema.ts';
import { wholeMs } from './schema-parts.ts';
import { checkReferences } from './check-references.ts';
import type { ScenarioProblem } from './scenario-problem.ts';
import { shortScenario } from './write-scenario.ts';

const shortEdit = v.strictObject({
  type: v.literal('edit'),
  body: v.partial(v.strictObject(bodyEntries)),
});

export const shortInterventionsSchema = v.pipe(
  v.array(v.strictObject({ at: wholeMs, act: v.variant('type', [shortEdit, ...handActSchemas]) })),
  v.maxLength(interventionsMax),
);

type ShortInterventions = v.InferOutput<typeof shortInterventionsSchema>;
type PlainData = Readonly<Record<string, unknown>>;

const parts = Object.keys(bodyEntries) as readonly (keyof ScenarioBody)[];

/** What `interventions`, done to a run that began as `start`, are in a link. */
export function shortenEdits(
  start: ScenarioBody,
  interventions: readonly InterventionSpec[],
): readonly unknown[] {
  let before = start;
  return interventions.map(({ at, act }) => {
    if (act.type !== 'edit') return { at, act };
    const body = changedParts(before, act.body);
    before = act.body;
    return { at, act: { type: 'edit', body } };
  });
}

/** Things looked at, of all edits of a link together; a stranger's link might have us look for ever. */
const thingsCheckedMax = 1_000_000;

export type RestoredEdits =
  | { readonly ok: true; readonly interventions: readonly InterventionSpec[] }
  | { readonly ok: false; readonly problem: ScenarioProblem };

/**
 * The opposite. Parts that an edit left alone are the same objects before and after it. What every
 * edit makes of the document is checked as the document itself is.
 */
export function restoreEdits(start: ScenarioBody, short: ShortInterventions): RestoredEdits {
  let before = start;
  let thingsChecked = 0;
  const interventions: InterventionSpec[] = [];
  for (const [index, { at, act }] of short.entries()) {
    if (act.type !== 'edit') {
      interventions.push({ at, act });
      continue;
    }
    before = { ...bodyOf(before), ...withoutGaps(act.body) };
    interventions.push({ at, act: { type: 'edit', body: before } });
    thingsChecked += thingCountOf(before);
    const [problem] =
      thingsChecked > thingsCheckedMax ? [tooMuch] : checkReferences(asScenario(before));
    if (problem === undefined) continue;
    return { ok: false, problem: { ...problem, path: `${index}.act.body.${problem.path}` } };
  }
  return { ok: true, interventions };
}

const tooMuch: ScenarioProblem = { path: '', message: 'These are too many edits of too much.' };

const thingCountOf = (body: ScenarioBody): number =>
  parts.reduce((count, part) => count + (Array.isArray(body[part]) ? body[part].length : 0), 0);

function changedParts(before: ScenarioBody, after: ScenarioBody): PlainData {
  const written = shortScenario(asScenario(after)) as PlainData;
  const changed = parts.filter(
    (part) => before[part] !== after[part] && !readAlike(before[part], after[part]),
  );
  // A part that reads as the default does is not written, but that it became so must be said.
  return Object.fromEntries(changed.map((part) => [part, written[part] ?? after[part]]));
}

const readAlike = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** A document of which nothing but the body matters. */
const asScenario = (body: ScenarioBody): Scenario => ({
  version: currentVersion,
  title: 'Untitled',
  notes: '',
  profile: '4.0',
  plugins: [],
  seed: 1,
  positions: {},
  ...bodyOf(body),
});

const bodyOf = (scenario: ScenarioBody): ScenarioBody =>
  Object.fromEntries(parts.map((part) => [part, scenario[part]])) as unknown as ScenarioBody;

const withoutGaps = (
  body: {
    readonly [Part in keyof ScenarioBody]?: ScenarioBody[Part] | undefined;
  },
): Partial<ScenarioBody> =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
