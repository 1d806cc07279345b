/** `/api/queues`: what queues there are, declaring, deleting and emptying them. */
import { queueOf } from '#engine';
import type { Queue, QueueName, VhostName } from '#engine';
import { administrators, usersOfVhost, vhostsToList } from '../access.ts';
import { readFields, readFlag } from '../body.ts';
import type { BrokerNode } from '../broker-node.ts';
import { askedVhost, isAsked, part, vhostOf } from '../call.ts';
import type { Call } from '../call.ts';
import { directRequest } from '../direct-request.ts';
import { readTable } from '../field-json.ts';
import { only, pagedList } from '../listing.ts';
import { badRequest, noSuchObject } from '../reply.ts';
import type { Resource } from '../route.ts';
import { queueDetailJson, queueJson, queueSetupJson } from './queue-json.ts';

export const queuesIn = ({ running }: BrokerNode, vhost: VhostName): readonly Queue[] => [
  ...(running.broker.vhosts.get(vhost)?.queues.values() ?? []),
];

const lists: Omit<Resource, 'path'> = {
  access: usersOfVhost,
  exists: (call) => askedVhost(call) !== undefined,
  get: (call) =>
    pagedList(
      call,
      vhostsToList(call)
        .flatMap((vhost) => queuesIn(call.node, vhost))
        .map((queue) =>
          isAsked(call, 'disable_stats') ? queueSetupJson(queue) : queueJson(call.node, queue),
        ),
    ),
};

/** Undefined where there is none. */
function askedQueue(call: Call): Queue | undefined {
  const vhost = askedVhost(call);
  if (vhost === undefined || vhost === null) return undefined;
  return queueOf(call.node.running.broker, vhost, part(call, 'queue') as QueueName);
}

const exists = (call: Call): boolean => askedQueue(call) !== undefined;

const one: Resource = {
  path: 'queues/:vhost/:queue',
  access: usersOfVhost,
  exists,
  get: (call) => {
    const queue = askedQueue(call);
    if (queue === undefined) throw noSuchObject();
    return only(call, queueDetailJson(call.node, queue));
  },
  put: (call) => {
    vhostOf(call);
    const fields = readFields(call);
    directRequest(call, {
      type: 'queue.declare',
      queue: part(call, 'queue') as QueueName,
      durable: readFlag(fields, 'durable') ?? false,
      autoDelete: readFlag(fields, 'auto_delete') ?? false,
      arguments: readTable(fields['arguments']),
    });
  },
  delete: (call) =>
    directRequest(call, {
      type: 'queue.delete',
      queue: part(call, 'queue') as QueueName,
      ifUnused: isAsked(call, 'if-unused'),
      ifEmpty: isAsked(call, 'if-empty'),
    }),
};

const contents: Resource = {
  path: 'queues/:vhost/:queue/contents',
  access: usersOfVhost,
  exists,
  delete: (call) =>
    directRequest(call, { type: 'queue.purge', queue: part(call, 'queue') as QueueName }),
};

/** There are no mirrors to bring up to date: it is done before it begins. */
const actions: Resource = {
  path: 'queues/:vhost/:queue/actions',
  access: administrators,
  post: (call) => {
    const { action = null } = readFields(call, ['action']);
    if (!exists(call)) throw noSuchObject();
    if (action !== 'sync' && action !== 'cancel_sync') throw badRequest(['unknown', action]);
    return { status: 204 };
  },
};

export const queueResources: readonly Resource[] = [
  { path: 'queues', ...lists },
  { path: 'queues/:vhost', ...lists },
  one,
  contents,
  actions,
];
