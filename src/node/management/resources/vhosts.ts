/** `/api/vhosts`: the virtual hosts, and who may do what in each. */
import { nodeName } from '#engine';
import type { VhostName } from '#engine';
import { administrators, anyUser, usersOfVhost, visibleVhosts } from '../access.ts';
import { readFields, readFlag } from '../body.ts';
import type { BrokerNode } from '../broker-node.ts';
import { part } from '../call.ts';
import type { Call } from '../call.ts';
import type { Fields, Json } from '../json.ts';
import { list, only, pagedList } from '../listing.ts';
import { operate } from '../operate.ts';
import { noSuchObject } from '../reply.ts';
import type { Resource } from '../route.ts';
import { deliveries, publishes } from '../tally.ts';
import { connectionsIn } from './connections.ts';
import { channelsIn } from './channels.ts';
import { permissionsJson, topicPermissionsJson } from './permissions-json.ts';
import { queuesIn } from './queues.ts';
import { readTags } from './tags.ts';
import { totalsOf } from './queue-totals.ts';

const everything = { configure: '.*', write: '.*', read: '.*' } as const;

function vhostJson(node: BrokerNode, vhost: VhostName): Fields {
  const { running, books, statistics } = node;
  const notes = books.notesOn(vhost);
  const tally = statistics.ofVhost(vhost);
  const queues = queuesIn(node, vhost);
  return {
    cluster_state: { [nodeName]: 'running' },
    default_queue_type: running.broker.profile.declaresTypeByDefault ? 'classic' : 'undefined',
    description: notes.description,
    ...(tally.isEmpty
      ? {}
      : { message_stats: tally.json(running.broker.at, [publishes, deliveries]) }),
    ...(queues.length === 0 ? {} : totalsOf(queues)),
    metadata: { description: notes.description, tags: notes.tags },
    name: vhost,
    tags: notes.tags,
    tracing: running.broker.tracedVhosts.includes(vhost),
  };
}

const named = (call: Call): VhostName => part(call, 'vhost') as VhostName;
const exists = (call: Call): boolean => call.node.running.broker.vhosts.has(named(call));

export function putVhost(
  node: BrokerNode,
  vhost: VhostName,
  fields: Fields,
  user: Call['user'],
): void {
  const { running, books } = node;
  const isTraced = readFlag(fields, 'tracing');
  const description = fields['description'] ?? '';
  const isNew = !running.broker.vhosts.has(vhost);
  if (isNew) {
    operate(running, { type: 'vhost.create', vhost });
    // Whoever makes one may do everything in it.
    operate(running, { type: 'permissions.set', user: user.name, vhost, ...everything });
  }
  if (isNew || fields['description'] !== undefined || fields['tags'] !== undefined) {
    books.noteVhost(vhost, { description: String(description), tags: readTags(fields['tags']) });
  }
  if (isTraced !== undefined) operate(running, { type: 'trace.set', vhost, on: isTraced });
}

const one: Resource = {
  path: 'vhosts/:vhost',
  access: administrators,
  exists,
  get: (call) => only(call, vhostJson(call.node, named(call))),
  put: (call) => putVhost(call.node, named(call), readFields(call), call.user),
  delete: (call) => {
    operate(call.node.running, { type: 'vhost.delete', vhost: named(call) });
    call.node.books.forgetVhost(named(call));
  },
};

/** A list of what is in one virtual host. */
const within = (name: string, access: Resource['access'], get: (call: Call) => Json): Resource => ({
  path: `vhosts/:vhost/${name}`,
  access,
  exists,
  get,
});

/** There is one node, on which every virtual host runs. */
const restart: Resource = {
  path: 'vhosts/:vhost/start/:node',
  access: administrators,
  post: (call) => {
    if (!exists(call) || part(call, 'node') !== nodeName) throw noSuchObject();
    return { status: 204 };
  },
};

const ofUsers = (call: Call, rowsOf: typeof permissionsJson): Json =>
  list(
    call,
    [...call.node.running.broker.users.values()]
      .flatMap(rowsOf)
      .filter(({ vhost }) => vhost === named(call)),
    ['vhost', 'user'],
  );

export const vhostResources: readonly Resource[] = [
  {
    path: 'vhosts',
    access: anyUser,
    get: (call) =>
      pagedList(
        call,
        visibleVhosts(call).map((vhost) => vhostJson(call.node, vhost)),
        ['name'],
      ),
  },
  one,
  restart,
  within('permissions', administrators, (call) => ofUsers(call, permissionsJson)),
  within('topic-permissions', administrators, (call) => ofUsers(call, topicPermissionsJson)),
  within('connections', usersOfVhost, (call) => list(call, connectionsIn(call, named(call)))),
  within('channels', usersOfVhost, (call) => list(call, channelsIn(call, named(call)))),
];
