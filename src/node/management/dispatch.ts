/** Carries out one request: its path, whether its method and its user may, and then what it asks. */
import { PersistentMap } from '#base';
import type { UserName } from '#engine';
import { isManagementUser } from './access.ts';
import type { BrokerNode } from './broker-node.ts';
import type { Call } from './call.ts';
import { badRequest, loginFailed, noCredentials, notAuthorised } from './reply.ts';
import { methodNotAllowed, noSuchObject } from './reply.ts';
import type { Reply } from './reply.ts';
import { findResource, methodsOf } from './route.ts';
import type { Resource } from './route.ts';
import { resources } from './resources/index.ts';

export interface Request extends Pick<Call, 'method' | 'query' | 'headers' | 'body' | 'port'> {
  /** What comes after `/api/`, as it was sent. */
  readonly path: string;
  readonly isLoopback: boolean;
}

export function dispatch(node: BrokerNode, request: Request): Reply {
  const { method, path, query, headers, body, port } = request;
  const found = findResource(resources, path.replace(/\/$/, '').split('/').map(decoded));
  if (found === undefined) throw noSuchObject();
  const { resource, parts } = found;
  const methods = methodsOf(resource);
  if (!methods.includes(method)) throw methodNotAllowed(methods);
  if (method === 'OPTIONS') return { status: 200, headers: { allow: methods.join(', ') } };
  const asked = { method, parts, query, headers, body, port, node };
  const call: Call = { ...asked, ...(resource.isOpen === true ? nobody : login(node, request)) };
  resource.access(call);
  return carryOut(resource, call);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badRequest('the path is not percent-encoded UTF-8');
  }
}

/** Who has not logged in. */
const nobody: Pick<Call, 'user' | 'password'> = {
  password: '',
  user: {
    name: '' as UserName,
    password: '',
    tags: [],
    permissions: PersistentMap.empty(),
    topicPermissions: PersistentMap.empty(),
  },
};

/** https://www.rabbitmq.com/docs/access-control#loopback-users */
function login(
  { running }: BrokerNode,
  { headers, isLoopback }: Request,
): Pick<Call, 'user' | 'password'> {
  const [, encoded] = /^basic +([\w+/=-]+)\s*$/i.exec(headers.authorization ?? '') ?? [];
  if (encoded === undefined) throw noCredentials();
  const text = Buffer.from(encoded, 'base64').toString();
  const colon = text.indexOf(':');
  if (colon < 0) throw noCredentials();
  const [name, password] = [text.slice(0, colon), text.slice(colon + 1)];
  const isRight = running.passwords.isRight(name, password);
  const user = running.broker.users.get(name as UserName);
  if (!isRight || user === undefined) throw loginFailed();
  if (name === 'guest' && !isLoopback) throw notAuthorised('User can only log in via localhost');
  if (!isManagementUser(user)) throw notAuthorised('Not management user');
  return { user, password };
}

function carryOut(resource: Resource, call: Call): Reply {
  const { get, put, delete: remove, post, exists } = resource;
  if (call.method === 'POST') return post?.(call) ?? { status: 204 };
  const isThere = exists?.(call) ?? true;
  if (call.method === 'PUT') {
    put?.(call);
    return { status: isThere ? 204 : 201 };
  }
  if (!isThere) throw noSuchObject();
  if (call.method === 'DELETE') {
    remove?.(call);
    return { status: 204 };
  }
  if (get === undefined) throw noSuchObject();
  return { status: 200, body: get(call), headers: resource.getHeaders?.(call) ?? {} };
}
