/** What a policy would do at the playhead if it were set: asked while somebody still writes it. */
import { previewPolicy } from '#engine';
import type { FieldTable, PolicyPreview, VhostName } from '#engine';
import type { PolicySpec } from '#scenario';
import type { Simulation } from '#sim';

export type { PolicyMatch, PolicyPreview } from '#engine';

export interface PolicyQuestion {
  readonly spec: PolicySpec;
  readonly isOperators: boolean;
  /** The policy that it shall stand for; null for none. */
  readonly replaces: string | null;
}

export const policyEffect = (
  { broker }: Pick<Simulation, 'broker'>,
  { spec, isOperators, replaces }: PolicyQuestion,
): PolicyPreview =>
  previewPolicy(
    broker,
    {
      name: spec.name,
      vhost: spec.vhost as VhostName,
      pattern: spec.pattern,
      applyTo: spec['apply-to'],
      definition: spec.definition as FieldTable,
      priority: spec.priority,
    },
    { isOperators, replaces },
  );
