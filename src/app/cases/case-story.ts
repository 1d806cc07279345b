/**
 * A recorded case as one reads it: its steps, when each happens in the run, what RabbitMQ answered,
 * and whether Warren answers the same. It comes with the script that plays the case.
 */
import type { Instant, ProfileName } from '#engine';
import type { Run, Script } from '#sim';

export interface AnswerLine {
  /** The channel, or the connection, that got it; null for the answer to the step itself. */
  readonly receiver: string | null;
  readonly method: string;
  readonly detail: string;
}

export type CaseVerdict = 'same' | 'differs' | 'not-played';

export interface CaseStep {
  /** From 1. */
  readonly number: number;
  readonly at: Instant;
  readonly endsAt: Instant;
  /** The channel or connection that it is done on; null for what is done beside them. */
  readonly actor: string | null;
  readonly op: string;
  readonly detail: string;
  /** As it was recorded. */
  readonly wanted: readonly AnswerLine[];
  /** As Warren answers. */
  readonly got: readonly AnswerLine[];
  readonly verdict: CaseVerdict;
}

export interface CaseStory {
  /** `area/name`. */
  readonly id: string;
  readonly area: string;
  readonly title: string;
  readonly version: ProfileName;
  /** All that it was recorded with, the newest first. */
  readonly versions: readonly ProfileName[];
  /** The release that the recording was made with. */
  readonly release: string;
  readonly steps: readonly CaseStep[];
  readonly endsAt: Instant;
  /** Why the script ends before the case does; null where it does not. */
  readonly stop: string | null;
}

export interface CaseScript extends Script {
  readonly story: CaseStory;
}

/** Null where the run plays no recorded case. */
export function caseOf({ script }: Run): CaseStory | null {
  return script !== undefined && 'story' in script ? (script as CaseScript).story : null;
}

/** The index of the step that stands at that time; -1 before the first. */
export const stepIndexAt = ({ steps }: CaseStory, ms: number): number =>
  steps.findLastIndex(({ at, verdict }) => at <= ms && verdict !== 'not-played');
