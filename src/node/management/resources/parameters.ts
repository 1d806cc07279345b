/**
 * `/api/parameters` and `/api/global-parameters`: settings that RabbitMQ keeps for its components. Of
 * these there are two here, which have paths of their own too: limits and operator policies.
 *
 * https://www.rabbitmq.com/docs/parameters
 */
import type { VhostName } from '#engine';
import {
  anyUser,
  administrators,
  globalPolicymakers,
  policymakers,
  vhostsToList,
} from '../access.ts';
import { readFields } from '../body.ts';
import type { BrokerNode } from '../broker-node.ts';
import { askedVhost, part, vhostOf } from '../call.ts';
import type { Call } from '../call.ts';
import type { Fields, Json } from '../json.ts';
import { isObject } from '../json.ts';
import { list, only } from '../listing.ts';
import { operate } from '../operate.ts';
import { badRequest, noSuchObject } from '../reply.ts';
import type { Resource } from '../route.ts';
import { policiesIn, putPolicy } from './policies.ts';
import { limitsOf, putLimit } from './vhost-limits.ts';

export function parametersIn(node: BrokerNode, vhost: VhostName): readonly Fields[] {
  const limits = limitsOf(node, vhost);
  return [
    ...(limits === null
      ? []
      : [{ component: 'vhost-limits', name: 'limits', value: limits, vhost }]),
    ...policiesIn(node, vhost, 'operatorPolicies').map((policy) => {
      const { name = '', vhost: _, ...value } = policy;
      return { component: 'operator_policy', name, value, vhost };
    }),
  ];
}

export function putParameter(
  node: BrokerNode,
  vhost: VhostName,
  { component, name, value }: Fields,
): void {
  if (component === 'policy') throw badRequest('policies may not be set using this method');
  if (component === 'operator_policy' && typeof name === 'string' && isObject(value)) {
    putPolicy(node, 'operatorPolicies', vhost, name, value);
  } else if (component === 'vhost-limits' && isObject(value)) {
    for (const [limit, most] of Object.entries(value)) putLimit(node, vhost, limit, most);
  } else {
    throw badRequest(`Validation failed\n\ncomponent ${String(component)} not found\n`);
  }
}

const asked = (call: Call): Fields | undefined =>
  parametersIn(call.node, vhostOf(call)).find(
    ({ component, name }) => component === part(call, 'component') && name === part(call, 'name'),
  );

function clear(call: Call): void {
  const vhost = vhostOf(call);
  const { running } = call.node;
  if (part(call, 'component') === 'operator_policy') {
    operate(running, { type: 'operator-policy.clear', vhost, name: part(call, 'name') });
    return;
  }
  for (const name of Object.keys(limitsOf(call.node, vhost) ?? {}))
    operate(running, { type: 'vhost-limit.clear', vhost, name });
}

const lists = (path: string): Resource => ({
  path,
  access: policymakers,
  exists: (call) => askedVhost(call) !== undefined,
  get: (call) =>
    list(
      call,
      vhostsToList(call)
        .flatMap((vhost) => parametersIn(call.node, vhost))
        .filter(({ component }) => component === (call.parts['component'] ?? component)),
    ),
});

const one: Resource = {
  path: 'parameters/:component/:vhost/:name',
  access: policymakers,
  exists: (call) => askedVhost(call) !== undefined && asked(call) !== undefined,
  get: (call) => {
    const parameter = asked(call);
    if (parameter === undefined) throw noSuchObject();
    return only(call, parameter);
  },
  put: (call) => {
    const vhost = vhostOf(call);
    const { value = null } = readFields(call, ['value']);
    const [component, name] = [part(call, 'component'), part(call, 'name')];
    putParameter(call.node, vhost, { component, name, value });
  },
  delete: clear,
};

const globals: Resource = {
  path: 'global-parameters',
  access: globalPolicymakers,
  get: (call) => list(call, globalParametersJson(call.node)),
};

export const globalParametersJson = ({ books }: BrokerNode): readonly Fields[] =>
  [...books.globalParameters].map(([name, value]) => ({ name, value }));

const globalNamed = ({ node, parts }: Call): Json | undefined =>
  node.books.globalParameters.get(parts['name'] ?? '');

const oneGlobal: Resource = {
  path: 'global-parameters/:name',
  access: globalPolicymakers,
  exists: (call) => globalNamed(call) !== undefined,
  get: (call) => only(call, { name: part(call, 'name'), value: globalNamed(call) ?? null }),
  put: (call) => {
    const { value = null } = readFields(call, ['value']);
    call.node.books.setGlobalParameter(part(call, 'name'), value);
  },
  delete: (call) => call.node.books.clearGlobalParameter(part(call, 'name')),
};

const clusterName: Resource = {
  path: 'cluster-name',
  access: (call) => (call.method === 'PUT' ? administrators : anyUser)(call),
  get: (call) => only(call, { name: call.node.books.clusterName }),
  put: (call) => {
    const { name = '' } = readFields(call, ['name']);
    call.node.books.setGlobalParameter('cluster_name', name);
  },
};

export const parameterResources: readonly Resource[] = [
  lists('parameters'),
  lists('parameters/:component'),
  lists('parameters/:component/:vhost'),
  one,
  globals,
  oneGlobal,
  clusterName,
];
