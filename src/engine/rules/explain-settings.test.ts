import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ABroker } from '../../testing/a-broker.ts';
import type { FieldTable } from '../field-table.ts';
import type { ExchangeName, QueueName, VhostName } from '../names.ts';
import { explainExchangeSettings, explainQueueSettings } from './explain-settings.ts';

const vhost = '/' as VhostName;

function aQueueWith(args: FieldTable, own: FieldTable | null, operators: FieldTable | null) {
  const broker = new ABroker();
  const set = { name: 'p', pattern: '^q$', applyTo: 'queues' };
  if (own !== null) broker.ask({ type: 'policy.set', ...set, definition: own });
  if (operators !== null)
    broker.ask({ type: 'operator-policy.set', ...set, name: 'o', definition: operators });
  broker.ask({ type: 'queue.declare', channel: 'a', queue: 'q', durable: true, arguments: args });
  return broker;
}

const explained = (broker: ABroker) =>
  explainQueueSettings(broker.broker, vhost, 'q' as QueueName)?.settings ?? [];

describe('what a queue obeys', () => {
  it('says who sets a key, and whose value counts', () => {
    const broker = aQueueWith(
      { 'x-max-length': 10, 'x-overflow': 'reject-publish' },
      { 'max-length': 20, overflow: 'drop-head', 'message-ttl': 9_000 },
      { 'max-length': 5 },
    );
    expect(explained(broker)).toEqual([
      {
        key: 'max-length',
        value: 5,
        sources: [
          { origin: 'argument', value: 10, counts: false },
          { origin: 'policy', value: 20, counts: false },
          { origin: 'operator policy', value: 5, counts: true },
        ],
      },
      {
        key: 'message-ttl',
        value: 9_000,
        sources: [{ origin: 'policy', value: 9_000, counts: true }],
      },
      {
        key: 'overflow',
        value: 'reject-publish',
        sources: [
          { origin: 'argument', value: 'reject-publish', counts: true },
          { origin: 'policy', value: 'drop-head', counts: false },
        ],
      },
    ]);
  });

  it('lets the policy win over the argument where a quorum queue does', () => {
    const broker = aQueueWith(
      { 'x-queue-type': 'quorum', 'x-overflow': 'reject-publish' },
      { overflow: 'drop-head' },
      null,
    );
    expect(explained(broker)).toMatchObject([
      { key: 'overflow', value: 'drop-head', sources: [{ counts: false }, { counts: true }] },
    ]);
  });

  it('is what the queue itself has been told, whoever says what', () => {
    const table = (prefix: string) =>
      fc.record(
        {
          [`${prefix}max-length`]: fc.integer({ min: 0, max: 5 }),
          [`${prefix}message-ttl`]: fc.integer({ min: 0, max: 5 }),
          [`${prefix}expires`]: fc.integer({ min: 1_000, max: 1_005 }),
          [`${prefix}overflow`]: fc.constantFrom('drop-head', 'reject-publish'),
          [`${prefix}dead-letter-exchange`]: fc.constantFrom('amq.direct', 'amq.topic'),
        },
        { requiredKeys: [] },
      ) as fc.Arbitrary<FieldTable>;
    const limits = fc.record(
      {
        'max-length': fc.integer({ min: 0, max: 5 }),
        'message-ttl': fc.integer({ min: 0, max: 5 }),
        expires: fc.integer({ min: 1_000, max: 1_005 }),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<FieldTable>;
    const types = fc.constantFrom('classic', 'quorum');
    fc.assert(
      fc.property(types, table('x-'), table(''), limits, (type, args, own, operators) => {
        const broker = aQueueWith({ ...args, 'x-queue-type': type }, own, operators);
        const said = Object.fromEntries(explained(broker).map(({ key, value }) => [key, value]));
        expect(broker.queue('q')?.settings).toMatchObject({
          maxLength: said['max-length'] ?? null,
          messageTtl: said['message-ttl'] ?? null,
          expires: said['expires'] ?? null,
          overflow: said['overflow'] ?? 'drop-head',
          deadLetterExchange: said['dead-letter-exchange'] ?? null,
        });
        for (const { sources } of explained(broker))
          expect(sources.filter(({ counts }) => counts)).toHaveLength(1);
      }),
    );
  });
});

describe('what an exchange obeys', () => {
  it('prefers its own alternate exchange to that of a policy, and takes nothing else', () => {
    const broker = new ABroker();
    broker.ask({
      type: 'policy.set',
      name: 'p',
      pattern: '^e$',
      definition: { 'alternate-exchange': 'amq.fanout', 'message-ttl': 5 },
    });
    const args = { 'alternate-exchange': 'amq.topic' };
    broker.ask({
      type: 'exchange.declare',
      channel: 'a',
      exchange: 'e',
      exchangeType: 'direct',
      arguments: args,
    });
    const explanation = explainExchangeSettings(broker.broker, vhost, 'e' as ExchangeName);
    expect(explanation?.policy?.name).toBe('p');
    expect(explanation?.settings).toMatchObject([
      {
        key: 'alternate-exchange',
        value: 'amq.topic',
        sources: [{ counts: true }, { origin: 'policy', counts: false }],
      },
    ]);
    expect(explainExchangeSettings(broker.broker, vhost, 'none' as ExchangeName)).toBeNull();
  });
});
