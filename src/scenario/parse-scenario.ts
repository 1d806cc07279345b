/**
 * Any text to a scenario, or to problems with their paths. Nothing here throws: a document is user
 * input, and often a stranger's.
 */
import * as v from 'valibot';
import { checkReferences } from './check-references.ts';
import { problemsOfSize } from './document-bounds.ts';
import { migrate } from './migrations/index.ts';
import type { JsonObject } from './migrations/index.ts';
import { currentVersion, scenarioSchema } from './schema.ts';
import type { Scenario } from './schema.ts';
import type { ScenarioProblem } from './scenario-problem.ts';
import { describeIssue } from './describe-issue.ts';

export type ParseResult =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly ScenarioProblem[] };

/** Characters; a document of two thousand things has about a tenth of it. */
const textMax = 2_000_000;
/** Nobody reads more of them at once. */
const problemsMax = 100;

/** Reads a scenario of this version or any earlier one. */
export function parseScenario(text: string): ParseResult {
  if (text.length > textMax) {
    return failure(`This text has ${text.length} characters; a scenario has at most ${textMax}.`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return failure(`This is not valid JSON: ${(error as Error).message}`);
  }
  return checkScenario(json);
}

/** The same for what has been read as JSON already. */
export function checkScenario(json: unknown): ParseResult {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return failure('A scenario is a JSON object.');
  }
  const problems = problemsOfSize(json);
  if (problems.length > 0) return { ok: false, problems };
  const { version } = json as JsonObject;
  if (version === undefined) {
    return failure(`The version is missing; write "version": ${currentVersion}.`, 'version');
  }
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return failure('The version is a whole number.', 'version');
  }
  if (version > currentVersion) {
    return failure(
      `This scenario was made by a newer Warren (version ${version}; this one reads up to ` +
        `${currentVersion}). Reload the page.`,
      'version',
    );
  }
  const migrated = upToDate(json as JsonObject, version);
  return migrated === null
    ? failure(`This is not a document of version ${version}.`, 'version')
    : check(migrated);
}

/** Null for what only says that it is of an older version: a migration may trust no stranger. */
function upToDate(json: JsonObject, version: number): JsonObject | null {
  try {
    return migrate(json, version);
  } catch {
    return null;
  }
}

function check(json: JsonObject): ParseResult {
  const parsed = v.safeParse(scenarioSchema, json);
  if (!parsed.success) {
    return { ok: false, problems: parsed.issues.slice(0, problemsMax).map(describeIssue) };
  }
  const scenario: Scenario = parsed.output;
  const problems = checkReferences(scenario).slice(0, problemsMax);
  return problems.length === 0 ? { ok: true, scenario } : { ok: false, problems };
}

const failure = (message: string, path = ''): ParseResult => ({
  ok: false,
  problems: [{ path, message }],
});
