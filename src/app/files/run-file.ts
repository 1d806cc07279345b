/**
 * Runs as files. Without anything done in it a run is its scenario, and the file is the document as
 * people write it; with interventions, the document stands beside them.
 */
import * as v from 'valibot';
import { checkScenario, interventionsSchema, parseScenario, writeScenario } from '#scenario';
import type { InterventionSpec } from '#scenario';
import type { Run } from '#sim';
import { runOf } from '../run-of.ts';

/** Its type in full is more than the compiler can hold; what comes out of it is this. */
const schema = interventionsSchema as v.GenericSchema<unknown, readonly InterventionSpec[]>;

export type RunReading =
  | { readonly ok: true; readonly run: Run }
  | { readonly ok: false; readonly message: string };

export function writeRunFile({ scenario, interventions }: Run): string {
  const document = writeScenario(scenario);
  if (interventions.length === 0) return document;
  const lines = interventions.map((intervention) => `    ${JSON.stringify(intervention)}`);
  const indented = document.trimEnd().replaceAll('\n', '\n  ');
  return `{\n  "scenario": ${indented},\n  "interventions": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** Never throws: a file is user input. */
export function readRunFile(text: string): RunReading {
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
  return { ok: true, run: runOf(reading.scenario, done.output) };
}

interface WrappedRun {
  readonly scenario: unknown;
  readonly interventions: unknown;
}

/** Null where the text is something else: a document, or nothing of ours. */
function wrappedRun(text: string): WrappedRun | null {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== 'object' || json === null || !('scenario' in json)) return null;
    return { scenario: json.scenario, interventions: Reflect.get(json, 'interventions') ?? [] };
  } catch {
    return null;
  }
}

type Problems = readonly { readonly path: string; readonly message: string }[];

function failure(problems: Problems): RunReading {
  const { path, message } = problems[0] ?? { path: '', message: 'It is no scenario.' };
  return { ok: false, message: path === '' ? message : `At ${path}: ${message}` };
}
