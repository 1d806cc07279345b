/** A scenario from a file, and a broker as it says: its clients are those of the document only. */
import { readFileSync } from 'node:fs';
import type { BrokerEvent } from '#engine';
import { guest } from '#engine';
import type { UserName } from '#engine';
import { parseScenario } from '#scenario';
import type { Scenario } from '#scenario';
import { operatorUser, setUpBroker } from '#sim';
import type { RunningBroker } from './running-broker.ts';
import { UserError } from './user-error.ts';

export function readScenario(path: string): Scenario {
  const parsed = parseScenario(textOf(path));
  if (parsed.ok) return parsed.scenario;
  const problems = parsed.problems.map(({ path: at, message }) =>
    at === '' ? message : `${at}: ${message}`,
  );
  throw new UserError([`${path} is not a scenario.`, ...problems].join('\n  '));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UserError(`${path} cannot be read: ${(error as Error).message}.`);
  }
}

/** Answers what the broker refused. Documents hold no passwords: each user's is its name. */
export function setUpFrom(running: RunningBroker, scenario: Scenario): readonly string[] {
  const refusals: string[] = [];
  const stop = running.onEvents((events) => refusals.push(...events.flatMap(refusalOf)));
  setUpBroker(running, scenario);
  for (const { name, tags } of scenario.users) {
    if (name === guest) continue;
    running.ask({ type: 'user.set', user: name as UserName, password: name, tags });
  }
  if (running.broker.users.has(operatorUser)) {
    running.ask({ type: 'user.delete', user: operatorUser });
  }
  stop();
  return refusals;
}

function refusalOf(event: BrokerEvent): readonly string[] {
  if (event.type === 'operator.refused') return [`${event.command}: ${event.reason}`];
  if (event.type === 'method.refused') return [`${event.method}: ${event.replyText}`];
  return [];
}
