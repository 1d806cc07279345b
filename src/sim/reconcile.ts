/**
 * An edit while the run goes on: from the topology that was to the one that shall be, with as little
 * as RabbitMQ allows. What has not changed is left alone. An exchange or queue that has changed must
 * be deleted and declared again, and loses what it held; its bindings are made anew.
 */
import type { BindingSpec, ExchangeSpec, QueueSpec, ScenarioBody } from '#scenario';
import {
  bind,
  declareExchange,
  declareQueue,
  deleteExchange,
  deleteQueue,
  unbind,
} from './load-scenario.ts';
import type { OperatorsWish } from './operator.ts';
import { dataText, sameData } from './same-data.ts';

export function wishesThatChange(before: ScenarioBody, after: ScenarioBody): OperatorsWish[] {
  const exchanges = differenceOf(before.exchanges, after.exchanges);
  const queues = differenceOf(before.queues, after.queues);
  addAutoDeleted(before, exchanges, queues);

  const bindingsBefore = new Map(before.bindings.map((spec) => [dataText(spec), spec]));
  const bindingsAfter = new Map(after.bindings.map((spec) => [dataText(spec), spec]));
  const touches = ({ vhost, source, destination, destination_type }: BindingSpec): boolean =>
    exchanges.gone.has(keyOf({ vhost, name: source })) ||
    (destination_type === 'queue' ? queues : exchanges).gone.has(
      keyOf({ vhost, name: destination }),
    );
  const toBind = [...bindingsAfter]
    .filter(([key, spec]) => !bindingsBefore.has(key) || touches(spec))
    .map(([, spec]) => bind(spec));
  const toUnbind = [...bindingsBefore]
    .filter(([key, spec]) => !bindingsAfter.has(key) && !touches(spec))
    .map(([, spec]) => unbind(spec));

  return [
    ...[...queues.gone.values()].map(deleteQueue),
    ...[...exchanges.gone.values()].filter(({ name }) => !isPredeclared(name)).map(deleteExchange),
    ...exchanges.come.map(declareExchange),
    ...queues.come.map(declareQueue),
    // New bindings before old ones go: an exchange may be deleted with its last binding.
    ...toBind,
    ...toUnbind,
  ];
}

interface Named {
  readonly vhost: string;
  readonly name: string;
}

interface Difference<Spec> {
  /** Those that must be deleted, by key. */
  readonly gone: Map<string, Spec>;
  /** Those that must be declared. */
  readonly come: Spec[];
}

const keyOf = ({ vhost, name }: Named): string => JSON.stringify([vhost, name]);

const isPredeclared = (exchange: string): boolean => exchange.startsWith('amq.');

function differenceOf<Spec extends Named>(
  before: readonly Spec[],
  after: readonly Spec[],
): Difference<Spec> {
  const old = new Map(before.map((spec) => [keyOf(spec), spec]));
  const next = new Map(after.map((spec) => [keyOf(spec), spec]));
  const isOther = (key: string, spec: Spec, those: ReadonlyMap<string, Spec>): boolean =>
    !those.has(key) || !sameData(spec, those.get(key));
  return {
    gone: new Map([...old].filter(([key, spec]) => isOther(key, spec, next))),
    come: [...next].filter(([key, spec]) => isOther(key, spec, old)).map(([, spec]) => spec),
  };
}

/**
 * An auto-delete exchange goes with its last binding, though the document keeps it. Those that lose
 * all their bindings to what is deleted here are therefore deleted and declared again themselves.
 */
function addAutoDeleted(
  { exchanges, bindings }: ScenarioBody,
  { gone, come }: Difference<ExchangeSpec>,
  queues: Difference<QueueSpec>,
): void {
  const candidates = exchanges.filter((spec) => spec.auto_delete && !gone.has(keyOf(spec)));
  const leadsToGone = ({ vhost, destination, destination_type }: BindingSpec): boolean =>
    (destination_type === 'queue' ? queues.gone : gone).has(keyOf({ vhost, name: destination }));
  for (const spec of candidates) {
    const own = bindings.filter(
      ({ vhost, source }) => vhost === spec.vhost && source === spec.name,
    );
    if (own.length === 0 || !own.every(leadsToGone) || gone.has(keyOf(spec))) continue;
    gone.set(keyOf(spec), spec);
    come.push(spec);
    addAutoDeleted({ exchanges, bindings } as ScenarioBody, { gone, come }, queues);
  }
}
