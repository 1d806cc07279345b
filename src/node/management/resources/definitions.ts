/** `/api/definitions`: all that is set up, in one document, to be kept and put back. */
import { bindingsOf } from '#engine';
import type { VhostName } from '#engine';
import { administrators } from '../access.ts';
import { parseJson } from '../body.ts';
import type { BrokerNode } from '../broker-node.ts';
import { askedVhost, queryText, vhostOf } from '../call.ts';
import type { Call } from '../call.ts';
import type { Fields, Json } from '../json.ts';
import { isObject } from '../json.ts';
import { only } from '../listing.ts';
import { badRequest, notFound } from '../reply.ts';
import type { Reply } from '../reply.ts';
import type { Resource } from '../route.ts';
import { bindingJson } from './binding-json.ts';
import { allExchanges } from './exchanges.ts';
import { importAll, importInto } from './import-definitions.ts';
import { globalParametersJson, parametersIn } from './parameters.ts';
import { permissionsJson, topicPermissionsJson } from './permissions-json.ts';
import { policiesIn } from './policies.ts';
import { queueSetupJson } from './queue-json.ts';
import { queuesIn } from './queues.ts';
import { userJson } from './user-json.ts';

/** What of each thing is kept. */
const kept = {
  exchanges: ['name', 'vhost', 'type', 'durable', 'auto_delete', 'internal', 'arguments'],
  queues: ['name', 'vhost', 'durable', 'auto_delete', 'arguments'],
  bindings: ['source', 'vhost', 'destination', 'destination_type', 'routing_key', 'arguments'],
} as const;

const keeping = (thing: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.flatMap((name) => (name in thing ? [[name, thing[name] ?? null]] : [])));

/** What is in one virtual host. Every broker has its own `amq.` exchanges; exclusive queues go. */
function contentsOf(node: BrokerNode, vhost: VhostName) {
  const queues = queuesIn(node, vhost).filter(({ exclusiveTo }) => exclusiveTo === null);
  const names = new Set<string>(queues.map(({ name }) => name));
  return {
    parameters: parametersIn(node, vhost),
    policies: policiesIn(node, vhost, 'policies'),
    queues: queues.map((queue) => keeping(queueSetupJson(queue), kept.queues)),
    exchanges: allExchanges(node, vhost)
      .filter(({ name }) => name !== '' && !String(name).startsWith('amq.'))
      .map((exchange) => keeping(exchange, kept.exchanges)),
    bindings: bindingsOf(node.running.broker, vhost)
      .filter(({ destination: { kind, name } }) => kind === 'exchange' || names.has(name))
      .map((binding) => keeping(bindingJson(vhost, binding), kept.bindings)),
  };
}

function everything(node: BrokerNode): Fields {
  const { broker } = node.running;
  const { version } = broker.profile;
  const users = [...broker.users.values()];
  const vhosts = [...broker.vhosts.keys()];
  const contents = vhosts.map((vhost) => contentsOf(node, vhost));
  return {
    rabbit_version: version,
    rabbitmq_version: version,
    product_name: 'RabbitMQ',
    product_version: version,
    users: users.map((user) => userJson(node, user)),
    vhosts: vhosts.map((name) => ({ name })),
    permissions: users.flatMap(permissionsJson),
    topic_permissions: users.flatMap(topicPermissionsJson),
    parameters: contents.flatMap(({ parameters }) => parameters),
    global_parameters: globalParametersJson(node),
    policies: contents.flatMap(({ policies }) => policies),
    queues: contents.flatMap(({ queues }) => queues),
    exchanges: contents.flatMap(({ exchanges }) => exchanges),
    bindings: contents.flatMap(({ bindings }) => bindings),
  };
}

function withoutVhosts(node: BrokerNode, vhost: VhostName): Fields {
  const strip = (thing: Fields): Fields =>
    Object.fromEntries(Object.entries(thing).filter(([name]) => name !== 'vhost'));
  const { parameters, policies, queues, exchanges, bindings } = contentsOf(node, vhost);
  return {
    rabbit_version: node.running.broker.profile.version,
    parameters,
    policies,
    queues: queues.map(strip),
    exchanges: exchanges.map(strip),
    bindings: bindings.map(strip),
  };
}

function upload(call: Call): Reply {
  const definitions = read(call);
  if (askedVhost(call) === undefined) throw notFound('vhost_not_found');
  if (askedVhost(call) === null) importAll(call, definitions);
  else importInto(call, vhostOf(call), definitions);
  return { status: 204 };
}

function read({ body }: Call): Fields {
  if (body === '') return {};
  const definitions: Json = parseJson(body, 'failed_to_parse_json');
  if (!isObject(definitions)) throw badRequest('failed_to_parse_json');
  return definitions;
}

const definitions: Omit<Resource, 'path'> = {
  access: administrators,
  get: (call) => {
    if (askedVhost(call) === undefined) throw badRequest('vhost_not_found');
    return only(
      call,
      askedVhost(call) === null ? everything(call.node) : withoutVhosts(call.node, vhostOf(call)),
    );
  },
  getHeaders: (call) => {
    const file = queryText(call, 'download')?.replaceAll(/[^\w.-]/g, '_');
    return file === undefined ? {} : { 'content-disposition': `attachment; filename=${file}` };
  },
  post: upload,
};

export const definitionResources: readonly Resource[] = [
  { path: 'definitions', ...definitions },
  { path: 'definitions/:vhost', ...definitions },
  { path: 'all-configuration', ...definitions },
];
