/** `/api/policies` and `/api/operator-policies`. */
import type { Policy, VhostName } from '#engine';
import { administrators, policymakers, usersOfVhost, vhostsToList } from '../access.ts';
import type { Access } from '../access.ts';
import { readFields } from '../body.ts';
import type { BrokerNode } from '../broker-node.ts';
import { askedVhost, part, vhostOf } from '../call.ts';
import type { Call } from '../call.ts';
import { jsonAsTable, tableJson } from '../field-json.ts';
import type { Fields } from '../json.ts';
import { isObject } from '../json.ts';
import { list, only } from '../listing.ts';
import { asHtml, operate } from '../operate.ts';
import { badRequest, noSuchObject } from '../reply.ts';
import type { Resource } from '../route.ts';

type Kind = 'policies' | 'operatorPolicies';

const policyJson = (vhost: VhostName, policy: Policy): Fields => ({
  'apply-to': policy.applyTo,
  definition: tableJson(policy.definition),
  name: policy.name,
  pattern: policy.pattern,
  priority: policy.priority,
  vhost,
});

export const policiesIn = (
  { running }: BrokerNode,
  vhost: VhostName,
  kind: Kind,
): readonly Fields[] =>
  [...(running.broker.vhosts.get(vhost)?.[kind].values() ?? [])].map((policy) =>
    policyJson(vhost, policy),
  );

export function putPolicy(
  node: BrokerNode,
  kind: Kind,
  vhost: VhostName,
  name: string,
  fields: Fields,
): void {
  const { pattern, definition, priority, 'apply-to': applyTo } = fields;
  if (typeof pattern !== 'string') {
    const problem = `pattern should be a binary but was ${JSON.stringify(pattern)}`;
    throw badRequest(`Validation failed\n\n${problem}\n`);
  }
  if (!isObject(definition)) throw badRequest('definition should be an object');
  if (applyTo !== undefined && typeof applyTo !== 'string')
    throw badRequest('apply-to should be a string');
  const command = {
    type: kind === 'policies' ? 'policy.set' : 'operator-policy.set',
    vhost,
    name,
    pattern,
    definition: jsonAsTable(definition),
    ...(priority === undefined ? {} : { priority: jsonAsTable({ priority })['priority'] ?? 0 }),
    ...(applyTo === undefined ? {} : { applyTo }),
  } as const;
  operate(node.running, command, kind === 'policies' ? asHtml : undefined);
}

const lists = (path: string, kind: Kind, access: Access): Resource => ({
  path,
  access,
  exists: (call) => askedVhost(call) !== undefined,
  get: (call) =>
    list(
      call,
      vhostsToList(call).flatMap((vhost) => policiesIn(call.node, vhost, kind)),
      ['priority'],
    ),
});

const asked = (call: Call, kind: Kind): Policy | undefined => {
  const vhost = askedVhost(call);
  if (vhost === undefined || vhost === null) return undefined;
  return call.node.running.broker.vhosts.get(vhost)?.[kind].get(part(call, 'name'));
};

const one = (path: string, kind: Kind, access: Access): Resource => ({
  path,
  access,
  exists: (call) => asked(call, kind) !== undefined,
  get: (call) => {
    const policy = asked(call, kind);
    if (policy === undefined) throw noSuchObject();
    return only(call, policyJson(vhostOf(call), policy));
  },
  put: (call) => {
    const vhost = vhostOf(call);
    const fields = readFields(call, ['pattern', 'definition']);
    putPolicy(call.node, kind, vhost, part(call, 'name'), fields);
  },
  delete: (call) =>
    operate(call.node.running, {
      type: kind === 'policies' ? 'policy.clear' : 'operator-policy.clear',
      vhost: vhostOf(call),
      name: part(call, 'name'),
    }),
});

const resourcesOf = (
  path: string,
  kind: Kind,
  listing: Access,
  setting: Access,
): readonly Resource[] => [
  lists(path, kind, listing),
  lists(`${path}/:vhost`, kind, listing),
  one(`${path}/:vhost/:name`, kind, setting),
];

export const policyResources: readonly Resource[] = [
  ...resourcesOf('policies', 'policies', usersOfVhost, policymakers),
  ...resourcesOf('operator-policies', 'operatorPolicies', usersOfVhost, administrators),
];
