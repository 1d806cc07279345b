/**
 * Adds things to a document; what is left out has its default. What is there already is not added
 * again, as declaring a thing twice in RabbitMQ makes no second one.
 */
import * as v from 'valibot';
import { bindingKeyOf } from '../binding-key.ts';
import { clientSchema } from '../client-schema.ts';
import { bindingSchema, exchangeSchema, queueSchema } from '../schema.ts';
import type {
  BindingSpec,
  ClientSpec,
  ExchangeSpec,
  QueueSpec,
  Scenario,
  ScenarioSpec,
} from '../schema.ts';

/** What may be written for one item of a list of the document. */
type Written<List extends 'exchanges' | 'queues' | 'bindings' | 'clients'> = NonNullable<
  ScenarioSpec[List]
>[number];

export function addExchange(scenario: Scenario, spec: Written<'exchanges'>): Scenario {
  const exchange: ExchangeSpec = v.parse(exchangeSchema, spec);
  const { exchanges } = scenario;
  return exchanges.some(isSameAs(exchange))
    ? scenario
    : { ...scenario, exchanges: [...exchanges, exchange] };
}

export function addQueue(scenario: Scenario, spec: Written<'queues'>): Scenario {
  const queue: QueueSpec = v.parse(queueSchema, spec);
  const { queues } = scenario;
  return queues.some(isSameAs(queue)) ? scenario : { ...scenario, queues: [...queues, queue] };
}

export function addBinding(scenario: Scenario, spec: Written<'bindings'>): Scenario {
  const binding: BindingSpec = v.parse(bindingSchema, spec);
  const { bindings } = scenario;
  const key = bindingKeyOf(binding);
  return bindings.some((other) => bindingKeyOf(other) === key)
    ? scenario
    : { ...scenario, bindings: [...bindings, binding] };
}

export function addClient(scenario: Scenario, spec: Written<'clients'>): Scenario {
  const client: ClientSpec = v.parse(clientSchema, spec);
  const { clients } = scenario;
  return clients.some(({ name }) => name === client.name)
    ? scenario
    : { ...scenario, clients: [...clients, client] };
}

const isSameAs =
  (one: { readonly name: string; readonly vhost: string }) =>
  (other: { readonly name: string; readonly vhost: string }): boolean =>
    one.name === other.name && one.vhost === other.vhost;
