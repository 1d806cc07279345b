/**
 * The operator: whoever draws the scenario and does things to the broker that no client does. It is
 * a user of its own with a connection in each virtual host, and what it asks takes no time to get there.
 */
import { defaultVhost, guest } from '#engine';
import type { Broker, ChannelMethod, Command, VhostName } from '#engine';
import { operatorChannel, operatorConnection, operatorUser } from './operator-names.ts';

export interface OperatorsWish {
  readonly vhost: VhostName;
  readonly method: ChannelMethod;
}

/** Who carries out what is asked, at the instant that it is: a moment of a run, or a listener. */
export interface Asked {
  readonly broker: Broker;
  ask(command: Command): unknown;
}

/** Asks one after the other. A refusal closes the channel, as it does for everybody; it opens again. */
export function askAsOperator(asked: Asked, wishes: readonly OperatorsWish[]): void {
  for (const { vhost, method } of wishes) {
    const connection = operatorConnection(vhost);
    const channel = operatorChannel(vhost);
    if (!asked.broker.connections.has(connection)) connect(asked, vhost);
    if (!asked.broker.channels.has(channel))
      asked.ask({ type: 'channel.open', connection, channel });
    asked.ask(method);
  }
  // It would count among those that the virtual host may have.
  for (const connection of new Set(wishes.map(({ vhost }) => operatorConnection(vhost)))) {
    if (asked.broker.connections.has(connection))
      asked.ask({ type: 'connection.close', connection });
  }
}

const everything = { configure: '.*', write: '.*', read: '.*' } as const;

/** It may do everything everywhere, and is let in where nobody else is any more. */
function connect(asked: Asked, vhost: VhostName): void {
  const { users, vhosts } = asked.broker;
  const user = operatorUser;
  if (!users.has(user)) asked.ask({ type: 'user.set', user, tags: ['administrator'] });
  if (users.get(user)?.permissions.has(vhost) !== true)
    asked.ask({ type: 'permissions.set', user, vhost, ...everything });
  const name = 'max-connections';
  const limit = vhosts.get(vhost)?.limits[name] ?? null;
  if (limit !== null) asked.ask({ type: 'vhost-limit.clear', vhost, name });
  asked.ask({ type: 'connection.open', connection: operatorConnection(vhost), user, vhost });
  if (limit !== null) asked.ask({ type: 'vhost-limit.set', vhost, name, value: limit });
}

/** A virtual host begins with nothing but what every broker has; guest may do everything in it. */
export function ensureVhosts(asked: Asked, names: readonly VhostName[]): void {
  for (const vhost of names) {
    if (asked.broker.vhosts.has(vhost)) continue;
    asked.ask({ type: 'vhost.create', vhost });
    asked.ask({ type: 'permissions.set', user: guest, vhost, ...everything });
  }
}

/** Those that are in the document no more go with all that is left in them; every broker has `/`. */
export function removeVhosts(
  asked: Asked,
  before: readonly VhostName[],
  after: readonly VhostName[],
): void {
  const kept = new Set([...after, defaultVhost]);
  for (const vhost of before) {
    if (!kept.has(vhost) && asked.broker.vhosts.has(vhost))
      asked.ask({ type: 'vhost.delete', vhost });
  }
}
