/** Plays cases and tells, for each profile, whether the engine answered as the recordings say. */
import type { ConformanceCase, RecordedVersion, StepResult } from './conformance-case.ts';
import { runCase } from './run-case.ts';
import { sameJson } from './same-json.ts';

export interface CaseResult {
  readonly id: string;
  readonly profile: '3.10' | '4.0';
  readonly ok: boolean;
  /** The first step that differs, from 0, with what was wanted and what came. */
  readonly step?: number;
  readonly wanted?: StepResult | undefined;
  readonly got?: StepResult | undefined;
}

const versions: Readonly<Record<CaseResult['profile'], RecordedVersion>> = {
  '3.10': '3.10.8',
  '4.0': '4.0.5',
};

/** Null where the case was not recorded for that profile. */
export function checkCase(
  kase: ConformanceCase,
  profile: CaseResult['profile'],
): CaseResult | null {
  const version = versions[profile];
  const wanted = kase.recorded[version];
  if (wanted === undefined) return null;
  const got = runCase(kase, version);
  const step = wanted.findIndex((result, index) => !sameJson(result, got[index]));
  if (step === -1) return { id: kase.id, profile, ok: true };
  return { id: kase.id, profile, ok: false, step, wanted: wanted[step], got: got[step] };
}
