/** A recorded case as a script that a run can play, with the story of it. */
import { playCase, preparation, sameJson } from '#conformance';
import type { ConformanceCase, PlayedStep, RecordedVersion, StepResult } from '#conformance';
import type { Instant, ProfileName } from '#engine';
import { commandScript } from '#sim';
import type { ScriptedStep } from '#sim';
import { caseNameText, caseTitle } from './case-name.ts';
import type { AnswerLine, CaseScript, CaseStep, CaseStory } from './case-story.ts';
import { actorOf, answerLines, stepDetail } from './step-words.ts';

/** The newest first. */
const releases: readonly (readonly [ProfileName, RecordedVersion])[] = [
  ['4.0', '4.0.5'],
  ['3.10', '3.10.8'],
];

export const versionsOf = ({ recorded }: ConformanceCase): readonly ProfileName[] =>
  releases.filter(([, release]) => recorded[release] !== undefined).map(([version]) => version);

/** Null where the case was not recorded with that version. */
export function caseScript(kase: ConformanceCase, version: ProfileName): CaseScript | null {
  const [, release] = releases.find(([known]) => known === version) ?? [];
  const recorded = release === undefined ? undefined : kase.recorded[release];
  if (release === undefined || recorded === undefined) return null;
  const played = playCase(kase, release);
  const last = played.at(-1);
  const endsAt = (last?.endsAt ?? 0) as Instant;
  const isStopped = last !== undefined && last.result === null;
  const stop = isStopped
    ? `Warren does not know ${last.step.op} yet, so the script ends before step ${played.length - preparation.length}.`
    : null;
  const steps = kase.steps.map((step, index) =>
    storyStep(index + 1, played[index + preparation.length] ?? { step, endsAt }, recorded[index]),
  );
  const story: CaseStory = {
    id: kase.id,
    area: kase.id.slice(0, kase.id.indexOf('/')),
    title: caseTitle(kase.title),
    version,
    versions: versionsOf(kase),
    release,
    steps,
    endsAt,
    stop,
  };
  const script = commandScript({
    name: caseNameText(kase.id, version),
    preparingCount: preparation.length,
    endsAt,
    steps: played.map((one): ScriptedStep => scriptedStep(one, stop)),
  });
  return { ...script, story };
}

function scriptedStep(
  { step, at, commands, result }: PlayedStep,
  stop: string | null,
): ScriptedStep {
  if (result === null) return { at, commands: [], text: stop ?? '' };
  const actor = actorOf(step);
  const detail = stepDetail(step);
  const text = `${step.op}${actor === null ? '' : ` on ${actor}`}${detail === '' ? '' : `: ${detail}`}.`;
  return { at, commands, text };
}

type Unplayed = Pick<PlayedStep, 'step' | 'endsAt'>;

function storyStep(
  number: number,
  played: PlayedStep | Unplayed,
  recorded: StepResult | undefined,
): CaseStep {
  const { step, endsAt } = played;
  const result = 'result' in played ? played.result : null;
  const isSame = result !== null && sameJson(recorded ?? {}, result);
  const wanted = answerLines(recorded ?? {});
  return {
    number,
    at: 'at' in played ? played.at : endsAt,
    endsAt,
    actor: actorOf(step),
    op: step.op,
    detail: stepDetail(step),
    wanted,
    got: result === null ? [] : toldApart(isSame, wanted, result, recorded),
    verdict: result === null ? 'not-played' : isSame ? 'same' : 'differs',
  };
}

/** Where two answers differ in what the words leave out, they are told in full. */
function toldApart(
  isSame: boolean,
  wanted: readonly AnswerLine[],
  result: StepResult,
  recorded: StepResult | undefined,
): readonly AnswerLine[] {
  const got = answerLines(result);
  if (isSame || !sameJson(wanted, got)) return got;
  const detail = `${JSON.stringify(result)}, not ${JSON.stringify(recorded ?? {})}`;
  return [{ receiver: null, method: 'in full', detail }];
}
