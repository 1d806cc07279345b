/**
 * What the broker has that the document does not tell of, because a program has declared it, and the
 * programs as they can be seen. What has not changed keeps its identity.
 */
import { bindingKeyOf, nodeKeyOf } from '#scenario';
import type { QueueSpec, ScenarioBody } from '#scenario';
import { newestFirst } from '../journal.ts';
import type { Journal } from '../journal.ts';
import type { Moment } from '../moment.ts';
import type { Found } from '../programs.ts';
import { sameData } from '../same-data.ts';
import { topologyOf } from '../script/topology-of.ts';

export function keepFoundUp(moment: Moment): void {
  const { simulation, before } = moment;
  const { programs, body, clients } = simulation;
  if (programs === null) return;
  const isOtherTopology = simulation.topologyStep === simulation.stepCount || body !== before.body;
  const isOtherClient = body.clients.some(
    ({ name, program }) =>
      program !== undefined && before.clients.get(name)?.spec !== clients.get(name)?.spec,
  );
  if (!isOtherTopology && !isOtherClient) return;
  const topology = isOtherTopology ? foundTopology(moment, body) : programs.found;
  const specs = body.clients
    .filter(({ program }) => program !== undefined)
    .flatMap(({ name }) => clients.get(name)?.spec ?? []);
  moment.edit().programs = { ...programs, found: { ...topology, clients: specs } };
}

function foundTopology(moment: Moment, body: ScenarioBody): Omit<Found, 'clients'> {
  const all = topologyOf(moment.broker);
  const known = moment.simulation.programs?.found;
  const exchanges = beyond(all.exchanges, body.exchanges, known?.exchanges, exchangeKey);
  const queues = beyond(all.queues, body.queues, known?.queues, queueKey);
  return {
    exchanges,
    queues,
    bindings: beyond(all.bindings, body.bindings, known?.bindings, bindingKeyOf),
    declaredBy: declarers(moment.simulation.journal, { exchanges, queues }, known),
  };
}

type Named = Pick<QueueSpec, 'name' | 'vhost'>;

const exchangeKey = ({ name, vhost }: Named): string => nodeKeyOf('exchange', name, vhost);
const queueKey = ({ name, vhost }: Named): string => nodeKeyOf('queue', name, vhost);

function declarers(
  journal: Journal,
  { exchanges, queues }: Pick<Found, 'exchanges' | 'queues'>,
  known: Found | undefined,
): Found['declaredBy'] {
  if (exchanges === known?.exchanges && queues === known.queues) return known.declaredBy;
  const declaredBy = new Map<string, string>();
  const learn = (key: string, isIt: (what: string) => boolean): void => {
    const client = known?.declaredBy.get(key) ?? whoAsked(journal, isIt);
    if (client !== null) declaredBy.set(key, client);
  };
  for (const spec of exchanges)
    learn(exchangeKey(spec), (what) => what.startsWith(`exchange.declare ${spec.name} (`));
  for (const spec of queues) {
    const asked = spec.name.startsWith('amq.gen-') ? namedByBroker : `queue.declare ${spec.name}`;
    learn(queueKey(spec), (what) => what === asked);
  }
  return declaredBy;
}

const namedByBroker = 'queue.declare with a name from the broker';
/** What is declared now was asked for a moment ago. */
const lookedAtMax = 1_000;

function whoAsked(journal: Journal, isIt: (what: string) => boolean): string | null {
  let looked = 0;
  for (const { event } of newestFirst(journal)) {
    if (event.type === 'program.asked' && isIt(event.what)) return event.client;
    if (++looked > lookedAtMax) return null;
  }
  return null;
}

function beyond<Spec extends object>(
  all: readonly Spec[],
  told: readonly Spec[],
  known: readonly Spec[] = [],
  keyOf: (spec: Spec) => string,
): readonly Spec[] {
  const toldKeys = new Set(told.map(keyOf));
  const knownByKey = new Map(known.map((spec) => [keyOf(spec), spec]));
  const specs = all
    .filter((spec) => !toldKeys.has(keyOf(spec)))
    .map((spec) => {
      const same = knownByKey.get(keyOf(spec));
      return same !== undefined && sameData(same, spec) ? same : spec;
    });
  const isSame =
    specs.length === known.length && specs.every((spec, index) => spec === known[index]);
  return isSame ? known : specs;
}
