/**
 * What an operator may ask of a broker. The file that carries out `policy.set` is policy/set.ts, and
 * so for all of them; an operator's command without a row here does not compile.
 */
import { restart } from '../rules/durability.ts';
import type { Transaction } from '../transaction.ts';
import type { OperatorCommand } from './operator-command.ts';
import { alarmClear } from './alarm/clear.ts';
import { alarmSet } from './alarm/set.ts';
import { operatorPolicyClear } from './operator-policy/clear.ts';
import { operatorPolicySet } from './operator-policy/set.ts';
import { permissionsClear } from './permissions/clear.ts';
import { permissionsSet } from './permissions/set.ts';
import { policyClear } from './policy/clear.ts';
import { policySet } from './policy/set.ts';
import { topicPermissionsClear } from './topic-permissions/clear.ts';
import { topicPermissionsSet } from './topic-permissions/set.ts';
import { traceSet } from './trace/set.ts';
import { userDelete } from './user/delete.ts';
import { userSet } from './user/set.ts';
import { vhostLimitClear } from './vhost-limit/clear.ts';
import { vhostLimitSet } from './vhost-limit/set.ts';
import { vhostCreate } from './vhost/create.ts';
import { vhostDelete } from './vhost/delete.ts';

type OperatorCommands = {
  readonly [Type in OperatorCommand['type']]: (
    tx: Transaction,
    command: Extract<OperatorCommand, { type: Type }>,
  ) => void;
};

export const operatorCommands: OperatorCommands = {
  'broker.restart': restart,
  'user.set': userSet,
  'user.delete': userDelete,
  'permissions.set': permissionsSet,
  'permissions.clear': permissionsClear,
  'topic-permissions.set': topicPermissionsSet,
  'topic-permissions.clear': topicPermissionsClear,
  'vhost.create': vhostCreate,
  'vhost.delete': vhostDelete,
  'vhost-limit.set': vhostLimitSet,
  'vhost-limit.clear': vhostLimitClear,
  'policy.set': policySet,
  'policy.clear': policyClear,
  'operator-policy.set': operatorPolicySet,
  'operator-policy.clear': operatorPolicyClear,
  'alarm.set': alarmSet,
  'alarm.clear': alarmClear,
  'trace.set': traceSet,
};
