/** What tools ask of a cluster's node that one node alone answers in few words. */
import { nodeName } from '#engine';
import type { UserName } from '#engine';
import { administrators, anyUser, viewersOfVhost } from '../access.ts';
import { part } from '../call.ts';
import { list, only } from '../listing.ts';
import type { Resource } from '../route.ts';

const agent = 'rabbitmq_management_agent';

/** What a node of the simulated versions can do that older ones could not. */
const features: readonly (readonly [name: string, description: string, plugin?: string])[] = [
  ['classic_mirrored_queue_version', 'Support setting version for classic mirrored queues'],
  ['drop_unroutable_metric', 'Count unroutable publishes to be dropped in stats', agent],
  ['empty_basic_get_metric', 'Count AMQP `basic.get` on empty queues in stats', agent],
  [
    'implicit_default_bindings',
    'Default bindings are now implicit, instead of being stored in the database',
  ],
  ['maintenance_mode_status', 'Maintenance mode status'],
  ['quorum_queue', 'Support queues of type `quorum`'],
  ['stream_queue', 'Support queues of type `stream`'],
  ['user_limits', 'Configure connection and channel limits for a user'],
  ['virtual_host_metadata', 'Virtual host metadata (description, tags, etc)'],
];

/** The counters are what they are: nothing is kept that could be lost. */
const reset = (path: string): Resource => ({
  path,
  access: administrators,
  exists: (call) => (call.parts['node'] ?? nodeName) === nodeName,
  delete: () => {},
});

export const clusterResources: readonly Resource[] = [
  {
    path: 'auth',
    access: anyUser,
    isOpen: true,
    get: (call) => only(call, { enable_uaa: false, uaa_client_id: '', uaa_location: '' }),
  },
  {
    path: 'extensions',
    access: anyUser,
    get: (call) => only(call, [{ javascript: 'dispatcher.js' }]),
  },
  {
    path: 'feature-flags',
    access: administrators,
    get: (call) =>
      list(
        call,
        features.map(([name, desc, plugin = 'rabbit']) => ({
          desc,
          doc_url: '',
          name,
          provided_by: plugin,
          stability: 'stable',
          state: 'enabled',
        })),
      ),
  },
  {
    path: 'feature-flags/:name/enable',
    access: administrators,
    exists: (call) => features.some(([name]) => name === part(call, 'name')),
    put: () => {},
  },
  { path: 'user-limits', access: viewersOfVhost, get: (call) => list(call, []) },
  {
    path: 'user-limits/:user',
    access: viewersOfVhost,
    exists: (call) => call.node.running.broker.users.has(part(call, 'user') as UserName),
    get: (call) => list(call, []),
  },
  { path: 'rebalance/queues', access: administrators, post: () => ({ status: 204 }) },
  reset('reset'),
  reset('reset/:node'),
];
