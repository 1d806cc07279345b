/**
 * The operator: whoever draws the scenario and does things to the broker that no client does. It has
 * a connection of its own in each virtual host, and what it asks takes no time to get there.
 */
import { guest } from '#engine';
import type { ChannelMethod, VhostName } from '#engine';
import type { Moment } from './moment.ts';
import { operatorChannel, operatorConnection } from './operator-names.ts';

export interface OperatorsWish {
  readonly vhost: VhostName;
  readonly method: ChannelMethod;
}

/** Asks one after the other. A refusal closes the channel, as it does for everybody; it opens again. */
export function askAsOperator(moment: Moment, wishes: readonly OperatorsWish[]): void {
  for (const { vhost, method } of wishes) {
    const connection = operatorConnection(vhost);
    const channel = operatorChannel(vhost);
    if (!moment.broker.connections.has(connection))
      moment.ask({ type: 'connection.open', connection, vhost });
    if (!moment.broker.channels.has(channel))
      moment.ask({ type: 'channel.open', connection, channel });
    moment.ask(method);
  }
}

/** A virtual host begins with nothing but what every broker has; guest may do everything in it. */
export function ensureVhosts(moment: Moment, names: readonly VhostName[]): void {
  for (const vhost of names) {
    if (moment.broker.vhosts.has(vhost)) continue;
    moment.ask({ type: 'vhost.create', vhost });
    const everything = { configure: '.*', write: '.*', read: '.*' };
    moment.ask({ type: 'permissions.set', user: guest, vhost, ...everything });
  }
}
