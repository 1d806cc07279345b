/** What an operator says of a policy, complete; or everything that is wrong with it. */
import type { PolicyParts } from './operator-command.ts';
import { erlangTerm } from '../erlang-term.ts';
import type { FieldValue } from '../field-table.ts';
import { patternProblem } from '../patterns/matches-pattern.ts';
import type { BrokerProfile } from '../profile.ts';
import { definitionProblem } from '../rules/policy-keys.ts';
import { applyToValues, ranked } from '../rules/policy-matching.ts';
import { invalidParameter, patternReason } from './operator-error.ts';
import type { Policy } from './operators-state.ts';

export function readPolicy(
  { name, pattern, definition, applyTo = 'all', priority = 0 }: PolicyParts,
  isOperators: boolean,
  profile: BrokerProfile,
): Policy {
  const parts = { name, pattern, definition, applyTo, priority };
  const problems = Object.values(policyProblems(parts, isOperators, profile)).filter(
    (problem) => problem !== null,
  );
  if (problems.length > 0) throw invalidParameter(problems);
  return { name, pattern, applyTo, definition, priority: priority as number };
}

/** Those of a list that the broker would not refuse, the one that applies first at the front. */
export const acceptedPolicies = (
  list: readonly PolicyParts[],
  isOperators: boolean,
  profile: BrokerProfile,
): readonly Policy[] =>
  ranked(
    list
      .filter((parts) =>
        Object.values(policyProblems(parts, isOperators, profile)).every(
          (problem) => problem === null,
        ),
      )
      .map((parts) => readPolicy(parts, isOperators, profile)),
  );

/** What is wrong with each part, in the order in which the broker tells it; null where nothing is. */
export interface PolicyProblems {
  readonly definition: string | null;
  readonly applyTo: string | null;
  readonly pattern: string | null;
  readonly priority: string | null;
}

export const policyProblems = (
  { pattern, definition, applyTo = 'all', priority = 0 }: PolicyParts,
  isOperators: boolean,
  profile: BrokerProfile,
): PolicyProblems => ({
  definition: definitionProblem(definition, isOperators, profile),
  applyTo: applyToProblem(applyTo, profile),
  pattern: regularExpressionProblem(pattern),
  priority: priorityProblem(priority),
});

const priorityProblem = (priority: FieldValue): string | null =>
  typeof priority === 'number'
    ? null
    : `priority should be a number, actually was ${erlangTerm(priority)}`;

function applyToProblem(applyTo: string, profile: BrokerProfile): string | null {
  if (applyToValues(profile).includes(applyTo)) return null;
  const values = profile.policiesNameQueueTypes
    ? "should be one of: 'queues', 'classic_queues',  'quorum_queues', 'streams', 'exchanges', or 'all'"
    : "should be 'queues', 'exchanges' or 'all'";
  return `apply-to '${applyTo}' unrecognised; ${values}`;
}

function regularExpressionProblem(pattern: string): string | null {
  const problem = patternProblem(pattern);
  if (problem === null) return null;
  return `pattern should be regular expression but is invalid: ${patternReason(problem)}`;
}
