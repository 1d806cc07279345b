/**
 * What a policy would do if it were set now: what is wrong with it, and to which queues and exchanges
 * it would apply. Nothing is changed.
 *
 * https://www.rabbitmq.com/docs/policies#how-policies-work
 */
import type { Broker, Queue, Vhost } from '../broker.ts';
import { emptyTable } from '../field-table.ts';
import { defaultVhost } from '../names.ts';
import {
  inOrder,
  policyOfExchange,
  policyOfQueue,
  unknownKeysOf,
} from '../rules/policy-matching.ts';
import type { PolicyParts } from './operator-command.ts';
import type { Policy } from './operators-state.ts';
import { policyProblems } from './read-policy.ts';
import type { PolicyProblems } from './read-policy.ts';

/** Something that its pattern matches and that it may apply to. */
export interface PolicyMatch {
  readonly kind: 'queue' | 'exchange';
  readonly name: string;
  /** The policy that goes before it there; null where it is the first. */
  readonly outrankedBy: string | null;
  /** Keys of its definition for which it passes this queue by. */
  readonly unknownKeys: readonly string[];
}

export interface PolicyPreview {
  readonly problems: PolicyProblems;
  /** By name, exchanges after queues; empty where the pattern cannot be read. */
  readonly matches: readonly PolicyMatch[];
}

export interface PreviewOptions {
  readonly isOperators: boolean;
  /** The policy that it shall stand for, if it is called otherwise. */
  readonly replaces: string | null;
}

export function previewPolicy(
  broker: Broker,
  parts: PolicyParts,
  { isOperators, replaces }: PreviewOptions,
): PolicyPreview {
  const problems = policyProblems(parts, isOperators, broker.profile);
  const vhost = broker.vhosts.get(parts.vhost ?? defaultVhost);
  if (vhost === undefined || problems.pattern !== null || problems.applyTo !== null)
    return { problems, matches: [] };
  const policy: Policy = {
    name: parts.name,
    pattern: parts.pattern,
    applyTo: parts.applyTo ?? 'all',
    // What is not right yet decides nothing yet.
    definition: problems.definition === null ? parts.definition : emptyTable,
    priority: problems.priority === null ? ((parts.priority ?? 0) as number) : 0,
  };
  const set = vhost[isOperators ? 'operatorPolicies' : 'policies'];
  const others = replaces === null ? set : set.delete(replaces);
  const all = inOrder(others.set(policy.name, policy));
  return {
    problems,
    matches: [...queueMatches(broker, vhost, policy, all), ...exchangeMatches(vhost, policy, all)],
  };
}

function queueMatches(
  { profile }: Broker,
  { queues }: Vhost,
  policy: Policy,
  all: readonly Policy[],
): readonly PolicyMatch[] {
  const bare = [{ ...policy, definition: emptyTable }];
  return byName([...queues.values()])
    .filter((queue: Queue) => policyOfQueue(queue, bare, profile) !== undefined)
    .map((queue) => {
      const first = policyOfQueue(queue, all, profile);
      return {
        kind: 'queue',
        name: queue.name,
        outrankedBy: nameOfOther(first, policy),
        unknownKeys: unknownKeysOf(queue.type, policy.definition, profile),
      };
    });
}

const exchangeMatches = (
  { exchanges }: Vhost,
  policy: Policy,
  all: readonly Policy[],
): readonly PolicyMatch[] =>
  byName([...exchanges.values()])
    .filter((exchange) => policyOfExchange(exchange, [policy]) !== undefined)
    .map((exchange) => ({
      kind: 'exchange',
      name: exchange.name,
      outrankedBy: nameOfOther(policyOfExchange(exchange, all), policy),
      unknownKeys: [],
    }));

const nameOfOther = (first: Policy | undefined, policy: Policy): string | null =>
  first === undefined || first === policy ? null : first.name;

const byName = <Named extends { readonly name: string }>(things: readonly Named[]): Named[] =>
  things.toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
