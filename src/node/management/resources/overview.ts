/** `/api/overview`: the broker as a whole. */
import { nodeName } from '#engine';
import type { Queue } from '#engine';
import { anyUser, isMonitor, visibleVhosts } from '../access.ts';
import type { BrokerNode } from '../broker-node.ts';
import type { Call } from '../call.ts';
import type { Fields } from '../json.ts';
import { only } from '../listing.ts';
import type { Resource } from '../route.ts';
import { deliveries, publishes } from '../tally.ts';
import { connectionsIn } from './connections.ts';
import { channelsIn } from './channels.ts';
import { exchangeTypesJson } from './exchange-types-json.ts';
import { listenersOf } from './listeners.ts';
import { queuesIn } from './queues.ts';
import { totalsOf } from './queue-totals.ts';

function churnJson({ running, statistics }: BrokerNode): Fields {
  return Object.fromEntries(
    [...statistics.churns].flatMap(([name, rate]) => [
      [name, rate.total],
      [`${name}_details`, { rate: rate.perSecond(running.broker.at) }],
    ]),
  );
}

function overview(call: Call): Fields {
  const { node } = call;
  const { broker } = node.running;
  const { version } = broker.profile;
  const vhosts = visibleVhosts(call);
  const queues = vhosts.flatMap((vhost) => queuesIn(node, vhost));
  const exchangeCounts = vhosts.map((vhost) => broker.vhosts.get(vhost)?.exchanges.size ?? 0);
  return {
    management_version: version,
    rates_mode: 'basic',
    sample_retention_policies: {
      global: [600, 3600, 28800, 86400],
      basic: [600, 3600],
      detailed: [600],
    },
    exchange_types: exchangeTypesJson(node),
    product_version: version,
    product_name: 'RabbitMQ',
    rabbitmq_version: version,
    cluster_name: node.books.clusterName,
    erlang_version: '25.2.3',
    erlang_full_version: 'Erlang/OTP 25',
    release_series_support_status: 'supported',
    disable_stats: false,
    enable_queue_totals: false,
    message_stats: node.statistics.total.jsonOf([...publishes, ...deliveries], broker.at),
    churn_rates: churnJson(node),
    queue_totals: queues.length === 0 ? {} : totalsOf(queues),
    object_totals: {
      channels: channelsIn(call, null).length,
      connections: connectionsIn(call, null).length,
      consumers: sumOf(queues, ({ consumers }) => consumers.size),
      exchanges: exchangeCounts.reduce((sum, count) => sum + count, 0),
      queues: queues.length,
    },
    statistics_db_event_queue: 0,
    ...(isMonitor(call.user) ? { node: nodeName, listeners: listenersOf(call), contexts: [] } : {}),
  };
}

const sumOf = (queues: readonly Queue[], figure: (queue: Queue) => number): number =>
  queues.reduce((sum, queue) => sum + figure(queue), 0);

export const overviewResources: readonly Resource[] = [
  { path: 'overview', access: anyUser, get: (call) => only(call, overview(call)) },
];
