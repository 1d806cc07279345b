/**
 * Policies: what an operator defines for all queues and exchanges whose names match, those that are
 * there and those to come. A change of policies takes effect at once.
 *
 * https://www.rabbitmq.com/docs/policies
 */
import type { Exchange, Queue, QueueSettings, Vhost } from '../broker.ts';
import type { ExchangeName, QueueName, VhostName } from '../names.ts';
import type { Policy } from '../operator/operators-state.ts';
import { queueTypeOf } from '../queue-types/index.ts';
import type { Transaction } from '../transaction.ts';
import { alternateIn } from './alternate-exchange.ts';
import { watchAnew } from './acknowledgement-deadline.ts';
import { definedBy } from './operator-policies.ts';
import { inOrder, policyOfExchange, policyOfQueue } from './policy-matching.ts';
import { renewExpiry } from './queue-expiry.ts';
import { readQueueSettings } from './queue-settings.ts';

/** The policies of a virtual host, those that come first in order first. */
interface Policies {
  readonly own: readonly Policy[];
  readonly operators: readonly Policy[];
}

/** What applies to one thing. */
interface Applied {
  readonly policy: Policy | undefined;
  readonly operatorPolicy: Policy | undefined;
}

/** A new queue comes under the policies that match it. */
export function applyPoliciesToQueue(tx: Transaction, vhost: VhostName, name: QueueName): void {
  if (hasNone(tx.vhost(vhost))) return;
  const queue = tx.queue(vhost, name) as Queue;
  const applied = appliedToQueue(tx, queue, policiesOf(tx.vhost(vhost)));
  if (!isNothing(applied)) changeSettings(tx, queue, applied);
}

/** A new exchange does, too. */
export function applyPoliciesToExchange(
  tx: Transaction,
  vhost: VhostName,
  name: ExchangeName,
): void {
  if (hasNone(tx.vhost(vhost))) return;
  const exchange = tx.exchange(vhost, name) as Exchange;
  const applied = appliedToExchange(exchange, policiesOf(tx.vhost(vhost)));
  if (!isNothing(applied)) changeExchange(tx, vhost, exchange, applied);
}

/** The policies of a virtual host have changed; `before` is how it was. */
export function reapplyPolicies(tx: Transaction, before: Vhost): void {
  const { name: vhost } = before;
  const [old, now] = [policiesOf(before), policiesOf(tx.vhost(vhost))];
  for (const exchange of byName(tx.vhost(vhost).exchanges.values())) {
    const applied = appliedToExchange(exchange, now);
    if (isSame(applied, appliedToExchange(exchange, old))) continue;
    changeExchange(tx, vhost, exchange, applied);
  }
  let hasNewTimeout = false;
  for (const queue of byName(tx.vhost(vhost).queues.values())) {
    const applied = appliedToQueue(tx, queue, now);
    if (isSame(applied, appliedToQueue(tx, queue, old))) continue;
    const settings = changeSettings(tx, queue, applied);
    const draft = tx.editQueue(queue);
    draft.expiresAt = null;
    renewExpiry(tx, draft);
    queueTypeOf(draft).applySettings(tx, draft, settings);
    hasNewTimeout ||= draft.settings.consumerTimeout !== settings.consumerTimeout;
  }
  if (hasNewTimeout) watchAnew(tx, vhost);
}

const hasNone = ({ policies, operatorPolicies }: Vhost): boolean =>
  policies.size === 0 && operatorPolicies.size === 0;

const policiesOf = ({ policies, operatorPolicies }: Vhost): Policies => ({
  own: inOrder(policies),
  operators: inOrder(operatorPolicies),
});

const appliedToQueue = (tx: Transaction, queue: Queue, { own, operators }: Policies): Applied => ({
  policy: policyOfQueue(queue, own, tx.broker.profile),
  operatorPolicy: policyOfQueue(queue, operators, tx.broker.profile),
});

const appliedToExchange = (exchange: Exchange, { own, operators }: Policies): Applied => ({
  policy: policyOfExchange(exchange, own),
  operatorPolicy: policyOfExchange(exchange, operators),
});

const isNothing = ({ policy, operatorPolicy }: Applied): boolean =>
  policy === undefined && operatorPolicy === undefined;

const isSame = (one: Applied, other: Applied): boolean =>
  one.policy === other.policy && one.operatorPolicy === other.operatorPolicy;

/** Answers what the queue obeyed before. */
function changeSettings(
  tx: Transaction,
  { vhost, name }: Queue,
  { policy, operatorPolicy }: Applied,
): QueueSettings {
  const queue = tx.editQueue({ vhost, name });
  const before = queue.settings;
  const { profile } = tx.broker;
  const names = namesOf({ policy, operatorPolicy });
  const defined = definedBy(policy, operatorPolicy, profile);
  const settings = readQueueSettings(queue.type, queue.arguments, defined, profile);
  Object.assign(queue, { ...names, settings });
  tx.record({ type: 'policy.applied', vhost, to: { kind: 'queue', name }, ...names });
  return before;
}

function changeExchange(
  tx: Transaction,
  vhost: VhostName,
  exchange: Exchange,
  { policy, operatorPolicy }: Applied,
): void {
  const names = namesOf({ policy, operatorPolicy });
  const defined = definedBy(policy, operatorPolicy, tx.broker.profile);
  const alternateExchange = alternateIn(exchange.arguments, defined);
  tx.putExchange(vhost, { ...exchange, ...names, alternateExchange });
  const to = { kind: 'exchange', name: exchange.name } as const;
  tx.record({ type: 'policy.applied', vhost, to, ...names });
}

const namesOf = ({ policy, operatorPolicy }: Applied) => ({
  policy: policy?.name ?? null,
  operatorPolicy: operatorPolicy?.name ?? null,
});

/** So that what one queue's policy sets off comes in an order that can be told. */
const byName = <Named extends { readonly name: string }>(things: Iterable<Named>): Named[] =>
  [...things].sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
