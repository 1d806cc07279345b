/** Which client is at the other end of a connection: the broker knows ids, people know names. */
import type { ChannelId, ConnectionId } from '#engine';
import type { Simulation } from '#sim';

/** Null where no client of the run has it: it is an operator's, or of a client that is gone. */
export function clientNameOfConnection(
  simulation: Simulation,
  connection: ConnectionId,
): string | null {
  for (const client of simulation.clients.values()) {
    if (client.connection === connection) return client.spec.name;
  }
  return null;
}

export function clientNameOfChannel(simulation: Simulation, channel: ChannelId): string | null {
  const connection = simulation.broker.channels.get(channel)?.connection;
  return connection === undefined ? null : clientNameOfConnection(simulation, connection);
}
