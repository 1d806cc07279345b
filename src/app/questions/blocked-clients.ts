/**
 * Connections that the broker has blocked because a resource is low: it reads nothing of them until
 * the alarm is over.
 */
import type { Alarm, Broker } from '#engine';
import { clientOfConnection } from '#sim';
import type { ClientState, Simulation } from '#sim';

/** `low on memory`, as the broker tells the client; null where its connection is not blocked. */
export function blockedReason(
  { broker }: Pick<Simulation, 'broker'>,
  { connection }: Pick<ClientState, 'connection'>,
): string | null {
  const held = broker.connections.get(connection)?.held ?? null;
  return held === null ? null : lowOn(broker);
}

export interface AlarmsReport {
  readonly alarms: readonly Alarm[];
  /** The names of clients whose connections are blocked. */
  readonly blocked: readonly string[];
}

export const alarmsReport = ({ broker }: Pick<Simulation, 'broker'>): AlarmsReport => ({
  alarms: broker.alarms,
  blocked: [...broker.connections.values()]
    .filter(({ held }) => held !== null)
    .map(({ id }) => clientOfConnection(id))
    .sort(),
});

const lowOn = ({ alarms }: Broker): string => `low on ${alarms.join(' & ')}`;
