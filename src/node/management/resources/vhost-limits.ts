/** `/api/vhost-limits`: how many connections and queues virtual hosts may have. */
import type { VhostName } from '#engine';
import { administrators, viewersOfVhost, visibleVhosts } from '../access.ts';
import { readFields } from '../body.ts';
import type { BrokerNode } from '../broker-node.ts';
import { askedVhost, part, vhostOf } from '../call.ts';
import { readTable } from '../field-json.ts';
import type { Fields, Json } from '../json.ts';
import { list } from '../listing.ts';
import { operate } from '../operate.ts';
import type { Resource } from '../route.ts';

/** Null where there are none. */
export function limitsOf({ running }: BrokerNode, vhost: VhostName): Fields | null {
  const limits = Object.entries(running.broker.vhosts.get(vhost)?.limits ?? {}).flatMap(
    ([name, value]): (readonly [string, number])[] => (value === null ? [] : [[name, value]]),
  );
  return limits.length === 0 ? null : Object.fromEntries(limits);
}

/** Less than 0 is no limit. */
export const putLimit = (
  { running }: BrokerNode,
  vhost: VhostName,
  name: string,
  value: Json,
): void =>
  operate(running, {
    type: 'vhost-limit.set',
    vhost,
    name,
    value:
      typeof value === 'number' || value === null ? value : (readTable({ value })['value'] ?? null),
  });

const lists: Omit<Resource, 'path'> = {
  access: viewersOfVhost,
  exists: (call) => askedVhost(call) !== undefined,
  get: (call) => {
    const asked = askedVhost(call);
    const rows = visibleVhosts(call)
      .filter((vhost) => asked === null || vhost === asked)
      .flatMap((vhost) => {
        const value = limitsOf(call.node, vhost);
        return value === null ? [] : [{ value, vhost }];
      });
    return list(call, rows, []);
  },
};

const one: Resource = {
  path: 'vhost-limits/:vhost/:name',
  access: administrators,
  put: (call) => {
    const vhost = vhostOf(call);
    const { value = null } = readFields(call, ['value']);
    putLimit(call.node, vhost, part(call, 'name'), value);
  },
  delete: (call) =>
    operate(call.node.running, {
      type: 'vhost-limit.clear',
      vhost: vhostOf(call),
      name: part(call, 'name'),
    }),
};

export const vhostLimitResources: readonly Resource[] = [
  { path: 'vhost-limits', ...lists },
  { path: 'vhost-limits/:vhost', ...lists },
  one,
];
