/**
 * The queues and exchanges of a document with what its policies say of where messages go next, as if
 * it were an argument: for whoever draws the ways of messages before, or without, any run.
 */
import { acceptedPolicies, policyOfExchange, policyOfQueue, profiles } from '#engine';
import type { ExchangeName, FieldTable, Policy, QueueName, QueueTypeName } from '#engine';
import type { VhostName } from '#engine';
import type { ArgumentTable, Scenario } from '#scenario';

export type GovernedScenario = Pick<Scenario, 'queues' | 'exchanges'>;

/** Operator policies know nothing of ways. Most documents have no policies: they are what they were. */
export function governed(scenario: Scenario): GovernedScenario {
  if (scenario.policies.length === 0) return scenario;
  const profile = profiles[scenario.profile];
  const byVhost = new Map(
    scenario.vhosts.map(({ name }) => [name, policiesOf(scenario, name)] as const),
  );
  return {
    queues: scenario.queues.map((queue) => {
      const type = (queue.arguments['x-queue-type'] ?? 'classic') as QueueTypeName;
      const thing = { name: queue.name as QueueName, type };
      const policy = knownTypes.includes(type)
        ? policyOfQueue(thing, byVhost.get(queue.vhost) ?? [], profile)
        : undefined;
      return policy === undefined
        ? queue
        : { ...queue, arguments: withWays(queue.arguments, policy, queueWays) };
    }),
    exchanges: scenario.exchanges.map((exchange) => {
      const thing = { name: exchange.name as ExchangeName };
      const policy = policyOfExchange(thing, byVhost.get(exchange.vhost) ?? []);
      return policy === undefined
        ? exchange
        : { ...exchange, arguments: withWays(exchange.arguments, policy, exchangeWays) };
    }),
  };
}

const knownTypes: readonly string[] = ['classic', 'quorum', 'stream'] satisfies QueueTypeName[];

const policiesOf = ({ policies, profile }: Scenario, vhost: string): readonly Policy[] =>
  acceptedPolicies(
    policies
      .filter((policy) => policy.vhost === vhost)
      .map((policy) => ({
        name: policy.name,
        vhost: policy.vhost as VhostName,
        pattern: policy.pattern,
        applyTo: policy['apply-to'],
        definition: policy.definition as FieldTable,
        priority: policy.priority,
      })),
    false,
    profiles[profile],
  );

/** Keys of policies, and the arguments that go before them. */
type Ways = Readonly<Record<string, string>>;

const queueWays: Ways = {
  'dead-letter-exchange': 'x-dead-letter-exchange',
  'dead-letter-routing-key': 'x-dead-letter-routing-key',
};
const exchangeWays: Ways = { 'alternate-exchange': 'alternate-exchange' };

function withWays(own: ArgumentTable, { definition }: Policy, ways: Ways): ArgumentTable {
  const said: Record<string, string> = {};
  for (const [key, argument] of Object.entries(ways)) {
    const value = definition[key];
    if (typeof value === 'string' && own[argument] === undefined) said[argument] = value;
  }
  return { ...own, ...said };
}
