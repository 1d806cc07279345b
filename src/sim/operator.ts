/**
 * The operator: whoever draws the scenario and does things to the broker that no client does. It is
 * a user of its own with a connection in each virtual host, and what it asks takes no time to get there.
 */
import { defaultVhost, guest } from '#engine';
import type { ChannelMethod, VhostName } from '#engine';
import type { Moment } from './moment.ts';
import { operatorChannel, operatorConnection, operatorUser } from './operator-names.ts';

export interface OperatorsWish {
  readonly vhost: VhostName;
  readonly method: ChannelMethod;
}

/** Asks one after the other. A refusal closes the channel, as it does for everybody; it opens again. */
export function askAsOperator(moment: Moment, wishes: readonly OperatorsWish[]): void {
  for (const { vhost, method } of wishes) {
    const connection = operatorConnection(vhost);
    const channel = operatorChannel(vhost);
    if (!moment.broker.connections.has(connection)) connect(moment, vhost);
    if (!moment.broker.channels.has(channel))
      moment.ask({ type: 'channel.open', connection, channel });
    moment.ask(method);
  }
  // It would count among those that the virtual host may have.
  for (const connection of new Set(wishes.map(({ vhost }) => operatorConnection(vhost)))) {
    if (moment.broker.connections.has(connection))
      moment.ask({ type: 'connection.close', connection });
  }
}

const everything = { configure: '.*', write: '.*', read: '.*' } as const;

/** It may do everything everywhere, and is let in where nobody else is any more. */
function connect(moment: Moment, vhost: VhostName): void {
  const { users, vhosts } = moment.broker;
  const user = operatorUser;
  if (!users.has(user)) moment.ask({ type: 'user.set', user, tags: ['administrator'] });
  if (users.get(user)?.permissions.has(vhost) !== true)
    moment.ask({ type: 'permissions.set', user, vhost, ...everything });
  const name = 'max-connections';
  const limit = vhosts.get(vhost)?.limits[name] ?? null;
  if (limit !== null) moment.ask({ type: 'vhost-limit.clear', vhost, name });
  moment.ask({ type: 'connection.open', connection: operatorConnection(vhost), user, vhost });
  if (limit !== null) moment.ask({ type: 'vhost-limit.set', vhost, name, value: limit });
}

/** A virtual host begins with nothing but what every broker has; guest may do everything in it. */
export function ensureVhosts(moment: Moment, names: readonly VhostName[]): void {
  for (const vhost of names) {
    if (moment.broker.vhosts.has(vhost)) continue;
    moment.ask({ type: 'vhost.create', vhost });
    moment.ask({ type: 'permissions.set', user: guest, vhost, ...everything });
  }
}

/** Those that are in the document no more go with all that is left in them; every broker has `/`. */
export function removeVhosts(
  moment: Moment,
  before: readonly VhostName[],
  after: readonly VhostName[],
): void {
  const kept = new Set([...after, defaultVhost]);
  for (const vhost of before) {
    if (!kept.has(vhost) && moment.broker.vhosts.has(vhost))
      moment.ask({ type: 'vhost.delete', vhost });
  }
}
