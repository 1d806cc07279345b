/** `/api/users`: who there is, and what each may do. */
import type { User, UserName } from '#engine';
import { administrators, anyUser } from '../access.ts';
import { readFields } from '../body.ts';
import { part } from '../call.ts';
import type { Call } from '../call.ts';
import type { Fields } from '../json.ts';
import { list, only } from '../listing.ts';
import { operate } from '../operate.ts';
import { badRequest, noSuchObject } from '../reply.ts';
import type { Resource } from '../route.ts';
import { permissionsJson, topicPermissionsJson } from './permissions-json.ts';
import { putUser, userJson } from './user-json.ts';

const usersOf = (call: Call): readonly User[] => [...call.node.running.broker.users.values()];

const lists = (path: string, isListed: (user: User) => boolean): Resource => ({
  path,
  access: administrators,
  get: (call) =>
    list(
      call,
      usersOf(call)
        .filter(isListed)
        .map((user) => userJson(call.node, user)),
    ),
});

const named = (call: Call): UserName => part(call, 'user') as UserName;
const askedUser = (call: Call): User | undefined => call.node.running.broker.users.get(named(call));
const exists = (call: Call): boolean => askedUser(call) !== undefined;

const one: Resource = {
  path: 'users/:user',
  access: administrators,
  exists,
  get: (call) => {
    const user = askedUser(call);
    if (user === undefined) throw noSuchObject();
    return only(call, userJson(call.node, user));
  },
  put: (call) => putUser(call.node, named(call), readFields(call)),
  delete: (call) => operate(call.node.running, { type: 'user.delete', user: named(call) }),
};

const rowsOf = (name: string, rows: (user: User) => readonly Fields[]): Resource => ({
  path: `users/:user/${name}`,
  access: administrators,
  exists,
  get: (call) => {
    const user = askedUser(call);
    return list(call, user === undefined ? [] : rows(user), ['vhost', 'user']);
  },
});

/** A name that nobody has ends it; those before it are gone. */
const bulkDelete: Resource = {
  path: 'users/bulk-delete',
  access: administrators,
  post: (call) => {
    const { users } = readFields(call, ['users']);
    if (!Array.isArray(users)) throw badRequest('users should be a list');
    for (const user of users as readonly UserName[]) {
      if (!call.node.running.broker.users.has(user)) throw badRequest(['no_such_user', user]);
      operate(call.node.running, { type: 'user.delete', user });
    }
    return { status: 204 };
  },
};

export const userResources: readonly Resource[] = [
  {
    path: 'whoami',
    access: anyUser,
    get: (call) => only(call, { name: call.user.name, tags: call.user.tags }),
  },
  bulkDelete,
  lists('users', () => true),
  lists('users/without-permissions', ({ permissions }) => permissions.size === 0),
  one,
  rowsOf('permissions', permissionsJson),
  rowsOf('topic-permissions', topicPermissionsJson),
];
