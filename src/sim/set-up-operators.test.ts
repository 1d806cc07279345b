import { describe, expect, it } from 'vitest';
import { queueOf } from '#engine';
import type { Instant } from '#engine';
import { completeScenario } from '#scenario';
import type { ScenarioSpec } from '#scenario';
import { blockedReasonIn, whatIsSaid } from '../testing/what-is-said.ts';
import type { Intervention } from './run.ts';
import { advance, startSimulation } from './simulation.ts';

const at = (ms: number): Instant => ms as Instant;

const shop = {
  version: 1,
  latency_ms: 0,
  queues: [{ name: 'orders' }, { name: 'dead' }],
  clients: [
    {
      name: 'producer',
      publishers: [
        { exchange: '', routing_key: 'orders', rate: { kind: 'steady', per_second: 10 } },
      ],
    },
  ],
} as unknown as ScenarioSpec;

const run = (spec: ScenarioSpec, interventions: readonly Intervention[] = []) =>
  startSimulation({ scenario: completeScenario(spec), seed: 1, interventions });

const policy = {
  name: 'short',
  pattern: '^orders$',
  definition: { 'max-length': 2, 'dead-letter-exchange': '', 'dead-letter-routing-key': 'dead' },
};

describe('what operators set up', () => {
  it('stands when the run begins', () => {
    const simulation = advance(run({ ...shop, policies: [policy] }), at(1_000));
    expect(queueOf(simulation.broker, '/' as never, 'orders' as never)?.readyCount).toBe(2);
    expect(queueOf(simulation.broker, '/' as never, 'dead' as never)?.readyCount).toBeGreaterThan(
      3,
    );
  });

  it('comes and goes with edits, and nothing else changes', () => {
    const before = completeScenario(shop);
    const body = completeScenario({ ...shop, policies: [policy] });
    const simulation = advance(
      run(shop, [
        { at: at(1_050), act: { type: 'edit', body } },
        { at: at(2_050), act: { type: 'edit', body: before } },
      ]),
      at(1_060),
    );
    expect(queueOf(simulation.broker, '/' as never, 'orders' as never)?.readyCount).toBe(2);
    const later = advance(simulation, at(3_000));
    expect(queueOf(later.broker, '/' as never, 'orders' as never)?.readyCount).toBeGreaterThan(5);
  });

  it('keeps a user from what it may not do, and the client says so', () => {
    const users = [{ name: 'reader' }];
    const permissions = [{ user: 'reader', configure: '', write: '', read: '.*' }];
    const clients = shop.clients?.map((client) => ({ ...client, user: 'reader' })) ?? [];
    const simulation = advance(run({ ...shop, users, permissions, clients }), at(1_000));
    expect(simulation.clients.get('producer')?.lastError).toMatch(/ACCESS_REFUSED - write access/);
  });

  it('is undone by nothing but an edit: a restart leaves it', () => {
    const restart = { at: at(500), act: { type: 'broker.restart' } } as const;
    const simulation = advance(run({ ...shop, policies: [policy] }, [restart]), at(600));
    expect(queueOf(simulation.broker, '/' as never, 'orders' as never)?.settings.maxLength).toBe(2);
  });
});

describe('an alarm', () => {
  it('blocks who publishes until it is over', () => {
    const interventions: readonly Intervention[] = [
      { at: at(500), act: { type: 'alarm', alarm: 'memory', isRaised: true } },
      { at: at(2_000), act: { type: 'alarm', alarm: 'memory', isRaised: false } },
    ];
    const during = advance(run(shop, interventions), at(1_500));
    expect(blockedReasonIn(during)).toEqual(['memory']);
    const published = during.counters.published;
    const after = advance(during, at(2_500));
    expect(blockedReasonIn(after)).toEqual([]);
    expect(after.counters.published).toBeGreaterThan(published + 10);
    expect(whatIsSaid(after)).toContain('You raised the memory alarm.');
  });
});
