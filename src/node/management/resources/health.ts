/**
 * `/api/health/checks` and the older checks: whether the node is well.
 *
 * https://www.rabbitmq.com/docs/monitoring#health-checks
 */
import { nodeName } from '#engine';
import type { QueueName } from '#engine';
import { anyUser, usersOfVhost } from '../access.ts';
import { askedVhost, part } from '../call.ts';
import type { Call } from '../call.ts';
import { onChannel } from '../direct-request.ts';
import type { Fields } from '../json.ts';
import { badRequest, unhealthy } from '../reply.ts';
import type { Resource } from '../route.ts';
import { listenersOf } from './listeners.ts';

const ok: Fields = { status: 'ok' };

const check = (path: string, get: (call: Call) => Fields): Resource => ({
  path: `health/checks/${path}`,
  access: anyUser,
  get,
});

const alarms =
  (where: string) =>
  ({ node: { running } }: Call): Fields => {
    const raised = running.broker.alarms.map((resource) => ({ node: nodeName, resource }));
    if (raised.length === 0) return ok;
    const reason = `There are alarms in effect ${where}`;
    throw unhealthy({ status: 'failed', reason, alarms: raised });
  };

function portListener(call: Call): Fields {
  const text = part(call, 'port');
  if (!/^[+-]?\d+$/.test(text)) throw badRequest('Invalid port');
  const port = Number(text);
  const ports = listenersOf(call).map((listener) => listener.port);
  if (ports.includes(port)) return { ...ok, port };
  throw unhealthy({ status: 'failed', reason: 'No active listener', missing: port, ports });
}

/** The many names that protocols have. */
const protocolNames: readonly (readonly [expression: RegExp, name: string])[] = [
  [/^amqp(?:0?9?1|0\.9\.1|0-9-1|0_9_1|10|1[._-]0)?$/, 'amqp'],
  [/^amqps$/, 'amqp/ssl'],
  [/^(?:http|http1|http1\.1|http_api|management|management_ui|ui)$/, 'http'],
  [/^(?:cli|distribution)$/, 'clustering'],
];

function protocolListener(call: Call): Fields {
  const text = part(call, 'protocol').toLowerCase();
  const protocol = protocolNames.find(([expression]) => expression.test(text))?.[1] ?? text;
  const protocols = listenersOf(call).map((listener) => listener.protocol);
  if (protocols.some((one) => one === protocol)) return { ...ok, protocol };
  const failed = { status: 'failed', reason: 'No active listener' };
  throw unhealthy({ ...failed, missing: protocol, protocols });
}

const units = ['days', 'weeks', 'months', 'years'];

/** No listener has a certificate, so none expires. */
function certificateExpiration(call: Call): Fields {
  if (!/^[+-]?\d+$/.test(part(call, 'within'))) throw badRequest('Invalid expiration value.');
  if (!units.includes(part(call, 'unit').toLowerCase()))
    throw badRequest('Time unit not recognised. Supported units: days, weeks, months, years.');
  return ok;
}

const aliveQueue = 'aliveness-test' as QueueName;

/** A message goes through a queue that is made for it. */
const aliveness: Resource = {
  path: 'aliveness-test/:vhost',
  access: usersOfVhost,
  exists: (call) => askedVhost(call) !== undefined,
  get: (call) => {
    const frames = onChannel(call, (ask) => {
      ask({ type: 'queue.declare', queue: aliveQueue });
      ask({
        type: 'basic.publish',
        exchange: '' as never,
        routingKey: aliveQueue,
        body: 'test_message',
      });
      return ask({ type: 'basic.get', queue: aliveQueue, noAck: true });
    });
    if (frames.some(({ type }) => type === 'basic.get-ok')) return ok;
    throw unhealthy({ status: 'failed', reason: 'aliveness-test queue is empty' });
  },
};

const singleNode = (): Fields => ({ ...ok, reason: 'single node cluster' });

export const healthResources: readonly Resource[] = [
  aliveness,
  { path: 'healthchecks/node', access: anyUser, get: alarms('on the node') },
  {
    path: 'healthchecks/node/:node',
    access: anyUser,
    exists: (call) => part(call, 'node') === nodeName,
    get: alarms('on the node'),
  },
  check('alarms', alarms('in the cluster')),
  check('local-alarms', alarms('on the node')),
  check('virtual-hosts', () => ok),
  check('node-is-mirror-sync-critical', singleNode),
  check('node-is-quorum-critical', singleNode),
  check('port-listener/:port', portListener),
  check('protocol-listener/:protocol', protocolListener),
  check('certificate-expiration/:within/:unit', certificateExpiration),
];
