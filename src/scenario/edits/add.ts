/** Adds things to a document; what is left out has its default. */
import * as v from 'valibot';
import { bindingKeyOf } from '../binding-key.ts';
import { clientSchema } from '../client-schema.ts';
import { bindingSchema, exchangeSchema, queueSchema } from '../schema.ts';
import type { BindingSpec, ClientSpec, ExchangeSpec, QueueSpec, Scenario } from '../schema.ts';

export const addExchange = (
  scenario: Scenario,
  spec: v.InferInput<typeof exchangeSchema>,
): Scenario => ({
  ...scenario,
  exchanges: [...scenario.exchanges, v.parse(exchangeSchema, spec) satisfies ExchangeSpec],
});

export const addQueue = (scenario: Scenario, spec: v.InferInput<typeof queueSchema>): Scenario => ({
  ...scenario,
  queues: [...scenario.queues, v.parse(queueSchema, spec) satisfies QueueSpec],
});

/** A binding that is there already is not added again. */
export function addBinding(scenario: Scenario, spec: v.InferInput<typeof bindingSchema>): Scenario {
  const binding: BindingSpec = v.parse(bindingSchema, spec);
  const key = bindingKeyOf(binding);
  if (scenario.bindings.some((other) => bindingKeyOf(other) === key)) return scenario;
  return { ...scenario, bindings: [...scenario.bindings, binding] };
}

export const addClient = (
  scenario: Scenario,
  spec: v.InferInput<typeof clientSchema>,
): Scenario => ({
  ...scenario,
  clients: [...scenario.clients, v.parse(clientSchema, spec) satisfies ClientSpec],
});
