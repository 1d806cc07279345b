/** Random steps of operators: policies, permissions, limits. */
import type { Step } from '#conformance';
import { given } from './dice.ts';
import type { Dice } from './dice.ts';

const step = (op: string, fields: Readonly<Record<string, unknown>>): Step =>
  ({ op, ...given(fields) }) as Step;

export function policyStep(dice: Dice): Step {
  const name = dice.of(['p', 'p', 'r']);
  if (dice.chance(0.25)) return step('policy.clear', { name });
  const definition = given({
    'max-length': dice.maybe(0.35, () => dice.of([1, 2, 3])),
    'max-length-bytes': dice.maybe(0.08, () => dice.of([4, 10])),
    overflow: dice.maybe(0.25, () =>
      dice.of(['drop-head', 'reject-publish', 'reject-publish-dlx']),
    ),
    'message-ttl': dice.maybe(0.15, () => dice.of([0, 150, 60_000])),
    expires: dice.maybe(0.05, () => 60_000),
    'dead-letter-exchange': dice.maybe(0.3, () => dice.of(['x0', 'x1', '', 'nowhere'])),
    'dead-letter-routing-key': dice.maybe(0.2, () => dice.of(['q0', 'q1', 'a.c'])),
    'alternate-exchange': dice.maybe(0.15, () => dice.of(['x0', 'x1', 'nowhere'])),
    'delivery-limit': dice.maybe(0.05, () => dice.of([0, 1, 2])),
    'queue-mode': dice.maybe(0.05, () => 'lazy'),
  });
  const isEmpty = Object.keys(definition).length === 0;
  return step('policy.set', {
    name,
    pattern: dice.of(['.*', '^q0$', '^q', '^x', 'q[12]', '']),
    definition: isEmpty ? { 'max-length': 2 } : definition,
    applyTo: dice.maybe(0.7, () => dice.of(['all', 'queues', 'queues', 'exchanges'])),
    priority: dice.maybe(0.4, () => dice.of([0, 1, 2, -1])),
  });
}

const expressions = ['.*', '', '^q', '^x', '^(q0|x0)$', 'q1', '^amq\\.'];

export const permissionsStep = (dice: Dice, user: string): Step =>
  dice.chance(0.15)
    ? step('topic-permissions.set', {
        user,
        exchange: dice.of(['x0', 'x1', 'amq.topic']),
        write: dice.of(['.*', '^a', '^$', 'b']),
        read: dice.of(['.*', '^a', '^#', 'b']),
      })
    : step('permissions.set', {
        user,
        configure: dice.of(expressions),
        write: dice.of(expressions),
        read: dice.of(expressions),
      });

export const vhostLimitStep = (dice: Dice): Step =>
  step('vhost-limit.set', {
    name: dice.of(['max-queues', 'max-queues', 'max-connections']),
    value: dice.of([0, 1, 2, 3, 5, -1]),
  });
