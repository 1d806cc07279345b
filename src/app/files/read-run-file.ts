/** Reads what write-run-file.ts wrote, or a person. Loaded when there is a file to read. */
import * as v from 'valibot';
import { checkScenario, interventionsSchema, parseScenario } from '#scenario';
import type { InterventionSpec } from '#scenario';
import type { Run } from '#sim';
import { runOf } from '../run-of.ts';

/** Its type in full is more than the compiler can hold; what comes out of it is this. */
const schema = interventionsSchema as v.GenericSchema<unknown, readonly InterventionSpec[]>;

export type RunReading =
  | { readonly ok: true; readonly run: Run }
  | { readonly ok: false; readonly message: string };

/** Never throws: a file is user input. Waits only for the recorded case that a run plays. */
export async function readRunFile(text: string): Promise<RunReading> {
  const wrapped = wrappedRun(text);
  if (wrapped === null) {
    const reading = parseScenario(text);
    return reading.ok ? { ok: true, run: runOf(reading.scenario) } : failure(reading.problems);
  }
  const reading = checkScenario(wrapped.scenario);
  if (!reading.ok) return failure(reading.problems);
  const done = v.safeParse(schema, wrapped.interventions);
  if (!done.success) {
    const [{ path, message }] = done.issues;
    const keys = (path ?? []).map(({ key }) => String(key));
    return failure([{ path: ['interventions', ...keys].join('.'), message }]);
  }
  const run = runOf(reading.scenario, done.output);
  if (wrapped.case === undefined) return { ok: true, run };
  const { runWithCase } = await import('../cases/run-with-case.ts');
  const played = await runWithCase(run, String(wrapped.case));
  return typeof played === 'string' ? { ok: false, message: played } : { ok: true, run: played };
}

interface WrappedRun {
  readonly scenario: unknown;
  readonly interventions: unknown;
  /** The name of the recorded case that it plays; undefined for none. */
  readonly case: unknown;
}

/** Null where the text is something else: a document, or nothing of ours. */
function wrappedRun(text: string): WrappedRun | null {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== 'object' || json === null || !('scenario' in json)) return null;
    return {
      scenario: json.scenario,
      interventions: Reflect.get(json, 'interventions') ?? [],
      case: Reflect.get(json, 'case'),
    };
  } catch {
    return null;
  }
}

type Problems = readonly { readonly path: string; readonly message: string }[];

function failure(problems: Problems): RunReading {
  const { path, message } = problems[0] ?? { path: '', message: 'It is no scenario.' };
  return { ok: false, message: path === '' ? message : `At ${path}: ${message}` };
}
