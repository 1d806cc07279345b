import { describe, expect, it } from 'vitest';
import { bindingKeyOf, completeScenario } from '#scenario';
import type { BindingSpec } from '#scenario';
import { aScenarioSpec } from '../../testing/an-orders-app.ts';
import { selectedThing } from './selected-thing.ts';

const scenario = completeScenario({
  ...aScenarioSpec,
  vhosts: [{ name: '/' }, { name: 'staging' }],
  exchanges: [...(aScenarioSpec.exchanges ?? []), { name: 'a@b', vhost: 'staging' }],
});

describe('selectedThing', () => {
  it('knows nodes by their keys', () => {
    expect(selectedThing(scenario, 'queue:billing')).toMatchObject({
      kind: 'queue',
      name: 'billing',
      spec: scenario.queues[0],
    });
    expect(selectedThing(scenario, 'exchange:a%40b@staging')).toMatchObject({
      kind: 'exchange',
      name: 'a@b',
      vhost: 'staging',
      spec: { name: 'a@b' },
    });
    expect(selectedThing(scenario, 'client:shop')).toMatchObject({ standsAs: 'producer' });
    expect(selectedThing(scenario, 'client:biller')).toMatchObject({ standsAs: 'consumer' });
  });

  it('knows what the document only refers to', () => {
    expect(selectedThing(scenario, 'exchange:amq.topic')).toMatchObject({ spec: null });
  });

  it('knows a binding by its key, and all between two nodes by their line', () => {
    const [binding] = scenario.bindings as readonly [BindingSpec, ...BindingSpec[]];
    const byKey = selectedThing(scenario, bindingKeyOf(binding));
    const byLine = selectedThing(scenario, 'binding|exchange:events|queue:billing');
    expect(byKey).toMatchObject({ kind: 'bindings', bindings: [binding] });
    expect(byLine).toMatchObject({ kind: 'bindings', bindings: [binding] });
  });

  it('knows the lines that follow from how an end is specified', () => {
    expect(selectedThing(scenario, 'dead-letter|queue:billing|exchange:dead')).toMatchObject({
      kind: 'line',
      lineKind: 'dead-letter',
      from: { name: 'billing' },
      to: { name: 'dead' },
    });
  });

  it.each(['', 'queue', 'client:nobody', 'binding|a|b', 'line|queue:a|queue:b', 'binding:x'])(
    'makes nothing of “%s”',
    (key) => {
      expect(selectedThing(scenario, key)).toBeNull();
    },
  );
});
