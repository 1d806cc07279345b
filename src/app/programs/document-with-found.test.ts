import { describe, expect, it } from 'vitest';
import { bindingKeyOf } from '#scenario';
import type { Scenario } from '#scenario';
import { aBareScenario } from '../../testing/a-scenario.ts';
import { withFound, withoutFound } from './document-with-found.ts';

const told = aBareScenario({
  queues: [{ name: 'known' }],
  clients: [{ name: 'sender', program: { source: '' } }, { name: 'ordinary' }],
});
const seen = aBareScenario({
  exchanges: [{ name: 'logs' }],
  queues: [{ name: 'letters' }],
  bindings: [{ source: 'logs', destination: 'letters' }],
  clients: [
    {
      name: 'sender',
      user: 'other',
      publishers: [{ routing_key: 'letters' }],
      program: { source: '' },
    },
  ],
});
const found = {
  exchanges: seen.exchanges,
  queues: seen.queues,
  bindings: seen.bindings,
  clients: seen.clients,
  declaredBy: new Map([['queue:letters', 'sender']]),
};
const shown = (): Scenario => ({ ...told, ...withFound(told, found) });

describe('a document with what was found', () => {
  it('shows both, and reads as before without it', () => {
    expect(shown().queues.map(({ name }) => name)).toEqual(['known', 'letters']);
    expect(shown().clients[0]?.publishers).toHaveLength(1);
    expect(withoutFound(shown(), told, found)).toEqual(told);
    expect(withFound(told, found).queues).toBe(withFound(told, found).queues);
  });

  it('keeps an edit of a program, and none of what it was seen to do', () => {
    const changed = {
      ...shown(),
      clients: shown().clients.map((spec) =>
        spec.program === undefined ? spec : { ...spec, program: { source: 'x', arguments: [] } },
      ),
    };
    const [sender] = withoutFound(changed, told, found).clients;
    expect(sender).toMatchObject({ program: { source: 'x' }, publishers: [], user: 'guest' });
  });

  it('takes in what something is wired to', () => {
    const changed: Scenario = {
      ...shown(),
      clients: [
        ...shown().clients,
        ...aBareScenario({ clients: [{ name: 'reader', consumers: [{ queue: 'letters' }] }] })
          .clients,
      ],
    };
    const after = withoutFound(changed, told, found);
    expect(after.queues.map(({ name }) => name)).toEqual(['known', 'letters']);
    expect(after.exchanges).toEqual([]);
  });

  it('takes in what is to be kept, a binding with both its ends', () => {
    const [binding] = seen.bindings;
    const keeps = new Set(binding === undefined ? [] : [bindingKeyOf(binding)]);
    const after = withoutFound(shown(), told, found, keeps);
    expect(after.bindings).toEqual(seen.bindings);
    expect(after.exchanges.map(({ name }) => name)).toEqual(['logs']);
    expect(after.queues.map(({ name }) => name)).toEqual(['known', 'letters']);
    const queueOnly = withoutFound(shown(), told, found, new Set(['queue:letters']));
    expect(queueOnly.queues.map(({ name }) => name)).toEqual(['known', 'letters']);
    expect(queueOnly.bindings).toEqual([]);
  });
});
