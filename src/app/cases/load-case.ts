/** Fetches a recorded case and makes a run of it. Loaded with the first case that is opened. */
import { areasRecorded, loadArea } from '#conformance';
import type { ConformanceFile } from '#conformance';
import { recordedPlugins } from '#engine';
import { emptyScenario } from '../empty-run.ts';
import { runOf } from '../run-of.ts';
import type { Run } from '#sim';
import type { CaseName } from './case-name.ts';
import { caseScript, versionsOf } from './case-script.ts';
import { caseStage } from './case-stage.ts';
import type { CaseScript } from './case-story.ts';

export type LoadedCase =
  | { readonly ok: true; readonly script: CaseScript }
  | { readonly ok: false; readonly message: string };

/** Never throws: the name may be anybody's, and the network may be gone. */
export async function loadCase({ area, id, version }: CaseName): Promise<LoadedCase> {
  let file: ConformanceFile | null;
  try {
    file = await loadArea(area);
  } catch {
    return refuse(`The recorded cases of ${area} could not be loaded. Try again in a moment.`);
  }
  if (file === null)
    return refuse(
      `No cases are recorded about “${area}”; there are ${areasRecorded().join(', ')}.`,
    );
  const kase = file.cases.find((one) => one.id === id);
  if (kase === undefined) return refuse(`There is no recorded case called “${id}”.`);
  const versions = versionsOf(kase);
  const wanted = version ?? versions[0];
  const script = wanted === undefined ? null : caseScript(kase, wanted);
  if (script === null) {
    const others = versions.map((known) => `RabbitMQ ${known}`).join(' and ');
    return refuse(`${id} was not recorded with RabbitMQ ${wanted ?? ''}, but with ${others}.`);
  }
  return { ok: true, script };
}

const refuse = (message: string): LoadedCase => ({ ok: false, message });

/** The run that begins with an empty broker and plays the case. */
export function runOfCase(script: CaseScript): Run {
  const { id, title, version, release } = script.story;
  const scenario = {
    ...emptyScenario,
    title: title.length > titleLengthMax ? `${title.slice(0, titleLengthMax - 1)}…` : title,
    notes: `The recorded case ${id}, as RabbitMQ ${release} answered it.`,
    profile: version,
    plugins: recordedPlugins,
    latency_ms: script.travelMs,
  };
  const run = { ...runOf(scenario), script };
  return { ...run, scenario: { ...scenario, positions: caseStage(run) } };
}

const titleLengthMax = 200;
