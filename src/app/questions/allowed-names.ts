/** What a permission's regular expression allows, among the queues and exchanges of the playhead. */
import { expressionProblem, isAllowed } from '#engine';
import type { Simulation } from '#sim';
import type { VhostName } from '#engine';

export { expressionProblem } from '#engine';

export interface AllowedNames {
  /** What the broker says of an expression that it cannot read; null where it can. */
  readonly problem: string | null;
  readonly queues: readonly string[];
  /** The default exchange goes by the name that permissions know it by: `amq.default`. */
  readonly exchanges: readonly string[];
}

export function allowedNames(
  { broker }: Pick<Simulation, 'broker'>,
  vhost: string,
  expression: string,
): AllowedNames {
  const problem = expressionProblem(expression);
  const found = broker.vhosts.get(vhost as VhostName);
  if (problem !== null || found === undefined) return { problem, queues: [], exchanges: [] };
  const allowed = (names: readonly string[]): readonly string[] =>
    names.filter((name) => isAllowed(expression, name)).sort();
  return {
    problem,
    queues: allowed([...found.queues.keys()]),
    exchanges: allowed(
      [...found.exchanges.keys()].map((name) => (name === '' ? 'amq.default' : name)),
    ),
  };
}

/** Whether a topic permission allows a routing key; null where it cannot be read. */
export function allowedKeys(
  expression: string,
  keys: readonly string[],
  { user, vhost }: { readonly user: string; readonly vhost: string },
): readonly string[] | null {
  const expanded = expression
    .replaceAll('{username}', () => user)
    .replaceAll('{vhost}', () => vhost);
  return expressionProblem(expanded) === null
    ? keys.filter((key) => isAllowed(expanded, key))
    : null;
}
