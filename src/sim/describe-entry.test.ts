import { describe, expect, it } from 'vitest';
import type { Instant } from '#engine';
import { aRun } from '../testing/a-run.ts';
import { aScenario } from '../testing/a-scenario.ts';
import { describeEntry } from './describe-entry.ts';
import { entriesOf } from './find-entries.ts';
import type { Act, Intervention } from './run.ts';
import { advance, startSimulation } from './simulation.ts';

const acts: readonly Act[] = [
  { type: 'publish', client: 'shop', publisher: 0, routingKey: 'order.eu.x' },
  { type: 'client.stop', client: 'auditor' },
  { type: 'client.start', client: 'auditor' },
  { type: 'connection.drop', client: 'shop' },
  { type: 'publish', client: 'shop', publisher: 0 },
  { type: 'queue.purge', vhost: '/', queue: 'dead' },
  { type: 'settle', client: 'warehouse-2', consumer: 0, deliveryTag: 1, answer: 'reject' },
  { type: 'edit', body: aScenario({ queues: [{ name: 'eu' }, { name: 'all' }] }) },
  { type: 'broker.restart' },
  { type: 'trace', vhost: '/', isOn: true },
  { type: 'alarm', alarm: 'disk', isRaised: true },
  { type: 'alarm', alarm: 'disk', isRaised: false },
];

const interventions = acts.map(
  (act, index): Intervention => ({ at: (1_000 + index * 700) as Instant, act }),
);

const entries = [1, 2, 3].flatMap((seed) =>
  entriesOf(advance(startSimulation(aRun({ seed, interventions })), 12_000 as Instant).journal, {
    max: Infinity,
  }),
);

describe('describeEntry', () => {
  it('makes a sentence of everything that happens in an eventful run', () => {
    const types = new Set(entries.map(({ event }) => event.type));
    expect(types.size).toBeGreaterThan(30);
    for (const entry of entries) {
      const text = describeEntry(entry);
      expect(text).not.toMatch(/undefined|null|\[object|NaN|\.\.|!/);
      expect(text).toMatch(/\.$|: [A-Z_]+ - .*$/);
    }
  });

  it('leaves names as they are and begins with a capital elsewhere', () => {
    const texts = entries.map(describeEntry);
    expect(texts).toContain('shop is connected.');
    expect(texts).toContain('Queue eu was declared.');
    expect(texts).toContain('You raised the disk alarm.');
    expect(texts).toContain('You turned the firehose of / on.');
    expect(texts).toContain(
      'The broker restarted: connections are gone, and so is what was not durable.',
    );
    expect(texts).toContainEqual(
      expect.stringMatching(
        /^Firehose copy \d+ of message \d+ has routing key \S+ and goes to amq\.rabbitmq\.trace\.$/,
      ),
    );
    expect(texts.some((text) => /^(message|the|queue|exchange) /.test(text))).toBe(false);
  });
});
