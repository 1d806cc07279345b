/** Everything that the management API can be asked. Where two paths match, the first one counts. */
import type { Resource } from '../route.ts';
import { bindingResources } from './bindings.ts';
import { channelResources } from './channels.ts';
import { clusterResources } from './cluster.ts';
import { connectionResources } from './connections.ts';
import { definitionResources } from './definitions.ts';
import { exchangeResources } from './exchanges.ts';
import { healthResources } from './health.ts';
import { messageResources } from './messages.ts';
import { nodeResources } from './nodes.ts';
import { overviewResources } from './overview.ts';
import { parameterResources } from './parameters.ts';
import { permissionResources } from './permissions.ts';
import { policyResources } from './policies.ts';
import { queueResources } from './queues.ts';
import { userResources } from './users.ts';
import { vhostLimitResources } from './vhost-limits.ts';
import { vhostResources } from './vhosts.ts';

export const resources: readonly Resource[] = [
  ...overviewResources,
  ...nodeResources,
  ...clusterResources,
  ...definitionResources,
  ...parameterResources,
  ...policyResources,
  ...vhostLimitResources,
  ...connectionResources,
  ...channelResources,
  ...exchangeResources,
  ...queueResources,
  ...messageResources,
  ...bindingResources,
  ...vhostResources,
  ...userResources,
  ...permissionResources,
  ...healthResources,
];
