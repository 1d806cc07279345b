/** The keys of all nodes that a document makes. */
import { nodeKeyOf } from '#scenario';
import type { Scenario } from '#scenario';

export const nodeKeysOf = ({ exchanges, queues, clients }: Scenario): readonly string[] => [
  ...clients.map(({ name }) => nodeKeyOf('client', name)),
  ...exchanges.map(({ name, vhost }) => nodeKeyOf('exchange', name, vhost)),
  ...queues.map(({ name, vhost }) => nodeKeyOf('queue', name, vhost)),
];
