/** `/api/permissions` and `/api/topic-permissions`: what users may do in virtual hosts. */
import type { ExchangeName, User, UserName, VhostName } from '#engine';
import { administrators } from '../access.ts';
import { readFields, readText } from '../body.ts';
import { part } from '../call.ts';
import type { Call } from '../call.ts';
import type { Fields } from '../json.ts';
import { list, only } from '../listing.ts';
import { operate } from '../operate.ts';
import { badRequest, noSuchObject } from '../reply.ts';
import type { Resource } from '../route.ts';
import { permissionsJson, topicPermissionsJson } from './permissions-json.ts';

type RowsOf = (user: User) => readonly Fields[];

const lists = (path: string, rowsOf: RowsOf): Resource => ({
  path,
  access: administrators,
  get: (call) =>
    list(call, [...call.node.running.broker.users.values()].flatMap(rowsOf), ['vhost', 'user']),
});

const asked = (call: Call) => ({
  user: part(call, 'user') as UserName,
  vhost: part(call, 'vhost') as VhostName,
});

const rowsOfAsked = (call: Call, rowsOf: RowsOf): readonly Fields[] => {
  const { user, vhost } = asked(call);
  const found = call.node.running.broker.users.get(user);
  return found === undefined ? [] : rowsOf(found).filter((row) => row['vhost'] === vhost);
};

function checkPlace(call: Call): void {
  const { users, vhosts } = call.node.running.broker;
  const { user, vhost } = asked(call);
  if (!users.has(user) || !vhosts.has(vhost)) throw badRequest('vhost_or_user_not_found');
}

const one: Resource = {
  path: 'permissions/:vhost/:user',
  access: administrators,
  exists: (call) => rowsOfAsked(call, permissionsJson).length > 0,
  get: (call) => {
    const [row] = rowsOfAsked(call, permissionsJson);
    if (row === undefined) throw noSuchObject();
    return only(call, row);
  },
  put: (call) => {
    checkPlace(call);
    const fields = readFields(call, ['configure', 'write', 'read']);
    operate(call.node.running, {
      type: 'permissions.set',
      ...asked(call),
      configure: readText(fields, 'configure'),
      write: readText(fields, 'write'),
      read: readText(fields, 'read'),
    });
  },
  delete: (call) => operate(call.node.running, { type: 'permissions.clear', ...asked(call) }),
};

const rowsOfTopics = (call: Call): readonly Fields[] => {
  const exchange = call.parts['exchange'];
  return rowsOfAsked(call, topicPermissionsJson).filter(
    (row) => exchange === undefined || row['exchange'] === exchange,
  );
};

const topics = (path: string): Resource => ({
  path,
  access: administrators,
  exists: (call) => rowsOfTopics(call).length > 0,
  get: (call) => only(call, rowsOfTopics(call)),
  put: (call) => {
    checkPlace(call);
    const fields = readFields(call, ['exchange', 'write', 'read']);
    operate(call.node.running, {
      type: 'topic-permissions.set',
      ...asked(call),
      exchange: readText(fields, 'exchange') as ExchangeName,
      write: readText(fields, 'write'),
      read: readText(fields, 'read'),
    });
  },
  delete: (call) => {
    const exchange = call.parts['exchange'] as ExchangeName | undefined;
    operate(call.node.running, {
      type: 'topic-permissions.clear',
      ...asked(call),
      ...(exchange === undefined ? {} : { exchange }),
    });
  },
});

export const permissionResources: readonly Resource[] = [
  lists('permissions', permissionsJson),
  one,
  lists('topic-permissions', topicPermissionsJson),
  topics('topic-permissions/:vhost/:user'),
  topics('topic-permissions/:vhost/:user/:exchange'),
];
