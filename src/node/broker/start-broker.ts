/** A broker that serves clients, from what was asked for on the command line or in a test. */
import { createBroker, profiles } from '#engine';
import type { Broker, ProfileName, VhostName } from '#engine';
import { ensureVhosts } from '#sim';
import type { Scenario } from '#scenario';
import { serveManagement } from './management-server.ts';
import { watchMemory } from './memory-watch.ts';
import { RunningBroker } from './running-broker.ts';
import { setUpFrom } from './scenario-file.ts';
import { wallClock } from './wall-clock.ts';

export interface BrokerWish {
  readonly host: string;
  /** 0 to have one chosen. */
  readonly port: number;
  /** The scenario's where left out, or else the latest. */
  readonly profile?: ProfileName | undefined;
  readonly scenario?: Scenario | undefined;
  readonly vhosts?: readonly string[] | undefined;
  /** No management API where left out. */
  readonly managementPort?: number | undefined;
}

export interface StartedBroker {
  readonly running: RunningBroker;
  readonly port: number;
  readonly managementPort: number | null;
  /** What of the scenario the broker refused. */
  readonly refusals: readonly string[];
  close(): Promise<void>;
}

export async function startBroker(wish: BrokerWish): Promise<StartedBroker> {
  const { host, scenario } = wish;
  const now = wallClock();
  const running = new RunningBroker({ ...newBroker(wish), at: now() }, { now });
  const refusals = scenario === undefined ? [] : setUpFrom(running, scenario);
  ensureVhosts(running, (wish.vhosts ?? []) as readonly VhostName[]);
  const port = await running.listen({ host, port: wish.port });
  const unwatch = watchMemory(running);
  const close = async (): Promise<void> => {
    unwatch();
    await running.close();
  };
  const { managementPort } = wish;
  if (managementPort === undefined) return { running, port, managementPort: null, refusals, close };
  try {
    const management = await serveManagement(running, { host, port: managementPort });
    const closeBoth = async (): Promise<void> => {
      management.close();
      await close();
    };
    return { running, port, managementPort: management.port, refusals, close: closeBoth };
  } catch (error) {
    await close();
    throw error;
  }
}

function newBroker({ profile, scenario }: BrokerWish): Broker {
  const chosen = profiles[profile ?? scenario?.profile ?? '4.0'];
  return scenario === undefined
    ? createBroker(chosen)
    : createBroker(chosen, { plugins: scenario.plugins });
}
