/** `/api/channels` and `/api/consumers`: what clients have opened and started. */
import { consumersOf, nodeName } from '#engine';
import type { Channel, ConnectionId, VhostName } from '#engine';
import { anyUser, isMonitor, refuseUnlessOwn } from '../access.ts';
import type { BrokerNode } from '../broker-node.ts';
import { askedVhost, part } from '../call.ts';
import type { Call } from '../call.ts';
import type { Fields } from '../json.ts';
import { list, only, pagedList } from '../listing.ts';
import { noSuchObject } from '../reply.ts';
import type { Resource } from '../route.ts';
import { deliveries, publishes } from '../tally.ts';
import { channelName, connectionDetails, numberOf } from './connection-names.ts';
import { consumerJson } from './consumer-json.ts';
import { queuesIn } from './queues.ts';

function channelJson(node: BrokerNode, channel: Channel): Fields {
  const { id, connection, consumers, publishCount, transaction, unacked, vhost } = channel;
  const { broker } = node.running;
  const tally = node.statistics.ofChannel(id);
  const user = broker.connections.get(connection)?.user ?? '';
  return {
    acks_uncommitted: transaction?.settlements.length ?? 0,
    confirm: publishCount !== null,
    connection_details: connectionDetails(node, connection),
    consumer_count: consumers.size,
    global_prefetch_count: channel.globalPrefetchCount,
    ...(tally.isEmpty ? {} : { message_stats: tally.json(broker.at, [publishes, deliveries]) }),
    messages_unacknowledged: unacked.size,
    messages_uncommitted: transaction?.publishes.length ?? 0,
    messages_unconfirmed: 0,
    name: channelName(node, id),
    node: nodeName,
    number: numberOf(id, channel.number),
    pending_raft_commands: 0,
    prefetch_count: channel.prefetchCount,
    reductions: 0,
    reductions_details: { rate: 0 },
    state: 'running',
    transactional: transaction !== null,
    user,
    user_who_performed_action: user,
    vhost,
  };
}

/** Those of connected clients. */
const channelsThere = ({ running }: BrokerNode): readonly Channel[] =>
  [...running.broker.channels.values()].filter(({ connection }) =>
    running.connections.has(connection),
  );

const isOwn = ({ node, user }: Call, connection: ConnectionId): boolean =>
  node.running.broker.connections.get(connection)?.user === user.name;

export const channelsIn = (call: Call, vhost: VhostName | null): readonly Fields[] =>
  channelsThere(call.node)
    .filter((channel) => vhost === null || channel.vhost === vhost)
    .filter(({ connection }) => isMonitor(call.user) || isOwn(call, connection))
    .map((channel) => channelJson(call.node, channel));

export const channelsOf = (
  node: BrokerNode,
  connection: ConnectionId | undefined,
): readonly Fields[] =>
  channelsThere(node)
    .filter((channel) => channel.connection === connection)
    .map((channel) => channelJson(node, channel));

const asked = (call: Call): Channel | undefined =>
  channelsThere(call.node).find(({ id }) => channelName(call.node, id) === part(call, 'channel'));

const consumersOn = (node: BrokerNode, channel: Channel): readonly Fields[] =>
  queuesIn(node, channel.vhost).flatMap((queue) =>
    consumersOf(queue)
      .filter((consumer) => consumer.channel === channel.id)
      .map((consumer) => consumerJson(node, queue, consumer)),
  );

const one: Resource = {
  path: 'channels/:channel',
  access: (call) => {
    const owner = asked(call)?.connection;
    const { connections } = call.node.running.broker;
    refuseUnlessOwn(call, owner === undefined ? null : (connections.get(owner)?.user ?? null));
  },
  exists: (call) => asked(call) !== undefined,
  get: (call) => {
    const channel = asked(call);
    if (channel === undefined) throw noSuchObject();
    return only(call, {
      ...channelJson(call.node, channel),
      consumer_details: consumersOn(call.node, channel),
      deliveries: [],
      publishes: [],
    });
  },
};

const consumers: Omit<Resource, 'path'> = {
  access: anyUser,
  exists: (call) => askedVhost(call) !== undefined,
  get: (call) => {
    const vhost = askedVhost(call);
    const { vhosts } = call.node.running.broker;
    const found = [...vhosts.keys()]
      .filter((name) => vhost === null || name === vhost)
      .flatMap((name) => queuesIn(call.node, name))
      .flatMap((queue) =>
        consumersOf(queue)
          .filter(({ connection }) => isMonitor(call.user) || isOwn(call, connection))
          .map((consumer) => consumerJson(call.node, queue, consumer)),
      );
    return list(call, found);
  },
};

export const channelResources: readonly Resource[] = [
  {
    path: 'channels',
    access: anyUser,
    get: (call) => pagedList(call, channelsIn(call, askedVhost(call) ?? null)),
  },
  one,
  { path: 'consumers', ...consumers },
  { path: 'consumers/:vhost', ...consumers },
];
