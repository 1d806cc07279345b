/** Copies things, with the bindings between a copied thing and all others, a little to the side. */
import { nodeKeyOf } from '../node-key.ts';
import type { Scenario } from '../schema.ts';
import { uniqueName } from './unique-name.ts';

const asideBy = 40;

export function duplicateThings(scenario: Scenario, keys: readonly string[]): Scenario {
  return keys.reduce((before, key) => duplicate(before, scenario, key), scenario);
}

function duplicate(scenario: Scenario, original: Scenario, key: string): Scenario {
  const exchange = original.exchanges.find(
    ({ name, vhost }) => nodeKeyOf('exchange', name, vhost) === key,
  );
  if (exchange !== undefined) {
    const name = uniqueName(scenario, exchange.name);
    const exchanges = [...scenario.exchanges, { ...exchange, name }];
    return placed({ ...scenario, exchanges }, key, nodeKeyOf('exchange', name, exchange.vhost));
  }
  const queue = original.queues.find(({ name, vhost }) => nodeKeyOf('queue', name, vhost) === key);
  if (queue !== undefined) {
    const name = uniqueName(scenario, queue.name);
    const bindings = original.bindings
      .filter(
        ({ destination, destination_type: kind, vhost }) =>
          nodeKeyOf(kind, destination, vhost) === key,
      )
      .map((binding) => ({ ...binding, destination: name }));
    const next = {
      ...scenario,
      queues: [...scenario.queues, { ...queue, name }],
      bindings: [...scenario.bindings, ...bindings],
    };
    return placed(next, key, nodeKeyOf('queue', name, queue.vhost));
  }
  const client = original.clients.find(({ name }) => nodeKeyOf('client', name) === key);
  if (client === undefined) return scenario;
  const name = uniqueName(scenario, client.name);
  const clients = [...scenario.clients, { ...client, name }];
  return placed({ ...scenario, clients }, key, nodeKeyOf('client', name));
}

function placed(scenario: Scenario, key: string, newKey: string): Scenario {
  const position = scenario.positions[key];
  if (position === undefined) return scenario;
  const [x, y] = position;
  const positions = { ...scenario.positions, [newKey]: [x + asideBy, y + asideBy] as const };
  return { ...scenario, positions };
}
