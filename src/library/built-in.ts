/** What each file of this folder holds: a scenario as one would write it, and how it is offered. */
import type { ScenarioSpec } from '#scenario';

export interface BuiltIn {
  readonly id: string;
  /** What there is to see, in one sentence. */
  readonly sentence: string;
  readonly spec: ScenarioSpec & { readonly title: string };
}
