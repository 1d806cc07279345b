/**
 * Where the things of a case stand on the canvas. They come and go while it is played, so it is played
 * to its end beforehand, and all that is ever there gets a place of its own.
 */
import { queueOf } from '#engine';
import type { Broker, QueueName, VhostName } from '#engine';
import { nodeKeyOf, parseNodeKey } from '#scenario';
import type { ClientSpec, QueueSpec, Scenario } from '#scenario';
import { nextInstant, startSimulation, step } from '#sim';
import type { Run, Simulation } from '#sim';
import { nodeKeysOf } from '../actions/keys-of.ts';
import { layOutScenario } from '../layout/lay-out.ts';
import { linksOf } from '../layout/links-of.ts';

export const caseStage = (run: Run): Scenario['positions'] =>
  layOutScenario(withStrangers(allThatIsThere(run)));

/** The scenario with everything in it that is there at some time of the run. */
function allThatIsThere(run: Run): Scenario {
  const endsAt = run.script?.endsAt ?? 0;
  const exchanges = new Map<string, Scenario['exchanges'][number]>();
  const queues = new Map<string, Scenario['queues'][number]>();
  const bindings = new Map<string, Scenario['bindings'][number]>();
  const clients = new Map<string, ClientSpec>();
  const gather = ({ body, broker }: Simulation): void => {
    for (const spec of body.exchanges) exchanges.set(`${spec.vhost} ${spec.name}`, spec);
    for (const spec of body.queues) {
      const key = `${spec.vhost} ${spec.name}`;
      const table = { ...queues.get(key)?.arguments, ...inForce(broker, spec) };
      queues.set(key, { ...spec, arguments: table });
    }
    for (const spec of body.bindings) bindings.set(JSON.stringify(spec), spec);
    for (const spec of body.clients) clients.set(spec.name, joined(clients.get(spec.name), spec));
  };
  let simulation = startSimulation(run);
  gather(simulation);
  for (
    let at = nextInstant(simulation);
    at !== null && at <= endsAt;
    at = nextInstant(simulation)
  ) {
    const before = simulation;
    simulation = step(simulation);
    const isOther = simulation.broker.vhosts !== before.broker.vhosts;
    if (isOther || simulation.body !== before.body) gather(simulation);
  }
  return {
    ...run.scenario,
    exchanges: [...exchanges.values()],
    queues: [...queues.values()],
    bindings: [...bindings.values()],
    clients: [...clients.values()],
  };
}

/** Dead letters go by policies, too; where to matters here, not by whose word. */
function inForce(
  broker: Broker,
  { vhost, name, arguments: table }: QueueSpec,
): QueueSpec['arguments'] {
  const settings = queueOf(broker, vhost as VhostName, name as QueueName)?.settings;
  if (settings === undefined || settings.deadLetterExchange === null) return table;
  const key = settings.deadLetterRoutingKey;
  return {
    ...table,
    'x-dead-letter-exchange': settings.deadLetterExchange,
    ...(key === null ? {} : { 'x-dead-letter-routing-key': key }),
  };
}

function joined(one: ClientSpec | undefined, other: ClientSpec): ClientSpec {
  if (one === undefined || one === other) return other;
  const consumers = [...one.consumers];
  for (const consumer of other.consumers)
    if (!consumers.some(({ queue }) => queue === consumer.queue)) consumers.push(consumer);
  return { ...other, consumers };
}

/** What is only referred to (RabbitMQ's own exchanges, a queue that is never declared) stands there too. */
function withStrangers(scenario: Scenario): Scenario {
  const known = new Set(nodeKeysOf(scenario));
  const queues = [...scenario.queues];
  const exchanges = [...scenario.exchanges];
  for (const key of linksOf(scenario).flatMap(({ from, to }) => [from, to])) {
    const parsed = known.has(key) ? null : parseNodeKey(key);
    if (parsed === null || parsed.name === '') continue;
    known.add(key);
    const { name, vhost } = parsed;
    const parts = { name, vhost, durable: true, auto_delete: false, arguments: {} };
    if (key === nodeKeyOf('queue', name, vhost)) queues.push(parts);
    else if (key === nodeKeyOf('exchange', name, vhost))
      exchanges.push({ ...parts, type: 'direct', internal: false });
  }
  return { ...scenario, queues, exchanges };
}
