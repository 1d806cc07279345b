/** `/api/nodes`: the one node that there is, and what of this computer it uses. */
import { statfsSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { cwd, memoryUsage, pid } from 'node:process';
import { nodeName } from '#engine';
import { monitors } from '../access.ts';
import type { BrokerNode } from '../broker-node.ts';
import { part } from '../call.ts';
import type { Fields } from '../json.ts';
import { list, only } from '../listing.ts';
import type { Resource } from '../route.ts';
import { exchangeTypesJson } from './exchange-types-json.ts';

/** The share of the memory above which RabbitMQ is short of it. */
const memoryShare = 0.4;
/** Bytes. */
const diskFreeLimit = 50_000_000;
/** What RabbitMQ has where nobody says otherwise. */
const processesMax = 1_048_576;
const filesMax = 1024;
const socketsMax = 832;

const noRate = { rate: 0 };

/** Bytes; null where this computer does not tell. */
function freeOnDisk(): number | null {
  try {
    const { bavail, bsize } = statfsSync(cwd());
    return bavail * bsize;
  } catch {
    return null;
  }
}

function nodeJson(node: BrokerNode): Fields {
  const { broker } = node.running;
  return {
    applications: [{ name: 'rabbit', description: 'RabbitMQ', version: broker.profile.version }],
    auth_mechanisms: [
      { name: 'AMQPLAIN', description: 'QPid AMQPLAIN mechanism', enabled: true },
      { name: 'PLAIN', description: 'SASL PLAIN authentication mechanism', enabled: true },
    ],
    being_drained: false,
    config_files: [],
    contexts: [],
    db_dir: '',
    disk_free: freeOnDisk(),
    disk_free_details: noRate,
    disk_free_limit: diskFreeLimit,
    disk_free_alarm: broker.alarms.includes('disk'),
    enabled_plugins: ['rabbitmq_management'],
    exchange_types: exchangeTypesJson(node),
    log_files: [],
    fd_total: filesMax,
    fd_used: node.running.connections.size,
    fd_used_details: noRate,
    mem_limit: Math.floor(totalmem() * memoryShare),
    mem_used: memoryUsage.rss(),
    mem_used_details: noRate,
    mem_alarm: broker.alarms.includes('memory'),
    name: nodeName,
    net_ticktime: 60,
    partitions: [],
    os_pid: String(pid),
    proc_total: processesMax,
    proc_used: broker.connections.size + broker.channels.size,
    proc_used_details: noRate,
    processors: cpus().length,
    rates_mode: 'basic',
    run_queue: 0,
    running: true,
    sockets_total: socketsMax,
    sockets_used: node.running.connections.size,
    sockets_used_details: noRate,
    type: 'disc',
    uptime: broker.at - node.statistics.startedAt,
  };
}

export const nodeResources: readonly Resource[] = [
  { path: 'nodes', access: monitors, get: (call) => list(call, [nodeJson(call.node)]) },
  {
    path: 'nodes/:node',
    access: monitors,
    exists: (call) => part(call, 'node') === nodeName,
    get: (call) => only(call, nodeJson(call.node)),
  },
];
