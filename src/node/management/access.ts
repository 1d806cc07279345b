/**
 * Who may ask what, by the tags of users and their permissions.
 *
 * https://www.rabbitmq.com/docs/management#permissions
 */
import type { User, VhostName } from '#engine';
import { askedVhost } from './call.ts';
import type { Call } from './call.ts';
import { notAuthorised } from './reply.ts';

/** Throws where the user may not. */
export type Access = (call: Call) => void;

const hasTag = ({ tags }: User, ...wanted: readonly string[]): boolean =>
  wanted.some((tag) => tags.includes(tag));

export const isManagementUser = (user: User): boolean =>
  hasTag(user, 'administrator', 'monitoring', 'policymaker', 'management');
const isAdministrator = (user: User): boolean => hasTag(user, 'administrator');
export const isMonitor = (user: User): boolean => hasTag(user, 'administrator', 'monitoring');
const isPolicymaker = (user: User): boolean => hasTag(user, 'administrator', 'policymaker');

/** Those that the user may connect to. */
const mayEnter = ({ permissions }: User, vhost: VhostName): boolean => permissions.has(vhost);

/** A virtual host that does not exist is found to be missing later. */
function mayEnterAsked(call: Call): boolean {
  const vhost = askedVhost(call);
  return vhost === null || vhost === undefined || mayEnter(call.user, vhost);
}

const refuseUnless = (isAllowed: boolean, reason: string): void => {
  if (!isAllowed) throw notAuthorised(reason);
};

export const anyUser: Access = () => {};
export const administrators: Access = ({ user }) =>
  refuseUnless(isAdministrator(user), 'Not administrator user');
export const monitors: Access = ({ user }) => refuseUnless(isMonitor(user), 'Not monitor user');
export const usersOfVhost: Access = (call) =>
  refuseUnless(
    isAdministrator(call.user) || mayEnterAsked(call),
    'User not authorised to access virtual host',
  );
export const viewersOfVhost: Access = (call) =>
  refuseUnless(
    isMonitor(call.user) || mayEnterAsked(call),
    'User not authorised to access virtual host',
  );
export const policymakers: Access = (call) =>
  refuseUnless(
    isAdministrator(call.user) || (isPolicymaker(call.user) && mayEnterAsked(call)),
    'User not authorised to access object',
  );
export const globalPolicymakers: Access = ({ user }) =>
  refuseUnless(isPolicymaker(user), 'User not authorised to access object');

/** Whoever watches all may see it, and its own user; only administrators and that user may end it. */
export function refuseUnlessOwn({ method, user }: Call, owner: string | null): void {
  const isAllowed = method === 'DELETE' ? isAdministrator(user) : isMonitor(user);
  refuseUnless(isAllowed || user.name === owner, 'User not authorised to access object');
}

/** Virtual hosts whose contents a list shows to the user. */
export function visibleVhosts({ user, node }: Call): readonly VhostName[] {
  const names = [...node.running.broker.vhosts.keys()].sort();
  return isMonitor(user) ? names : names.filter((vhost) => mayEnter(user, vhost));
}

/** Lists of things in virtual hosts are stricter: who only monitors sees those that it may enter. */
function listedVhosts({ user, node }: Call): readonly VhostName[] {
  const names = [...node.running.broker.vhosts.keys()].sort();
  return isAdministrator(user) ? names : names.filter((vhost) => mayEnter(user, vhost));
}

/** The virtual hosts that a list is about. */
export function vhostsToList(call: Call): readonly VhostName[] {
  const asked = askedVhost(call);
  return listedVhosts(call).filter((vhost) => asked === null || vhost === asked);
}
