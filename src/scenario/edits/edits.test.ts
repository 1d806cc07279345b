import { describe, expect, it } from 'vitest';
import {
  addBinding,
  addQueue,
  changeQueue,
  completeScenario,
  duplicateThings,
  moveThings,
  removeThings,
  renameThing,
  uniqueName,
  whyNotWire,
  wire,
} from '../index.ts';

const shop = completeScenario({
  version: 1,
  exchanges: [
    { name: 'orders', type: 'topic', arguments: { 'alternate-exchange': 'lost' } },
    { name: 'lost', type: 'fanout' },
  ],
  queues: [
    { name: 'billing', arguments: { 'x-dead-letter-exchange': 'lost' } },
    {
      name: 'retry',
      arguments: { 'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': 'billing' },
    },
  ],
  bindings: [
    { source: 'orders', destination: 'billing', routing_key: 'order.*' },
    { source: 'orders', destination: 'lost', destination_type: 'exchange', routing_key: '#' },
  ],
  clients: [
    { name: 'shop', publishers: [{ exchange: 'orders', routing_key: 'order.created' }] },
    { name: 'asker', publishers: [{ routing_key: 'billing', properties: { reply_to: 'retry' } }] },
    { name: 'biller', consumers: [{ queue: 'billing', publishes: [{ exchange: 'lost' }] }] },
  ],
  positions: { 'queue:billing': [1, 2], 'exchange:orders': [3, 4] },
});

describe('renaming', () => {
  it('follows a queue wherever it is named', () => {
    const renamed = renameThing(shop, 'queue:billing', 'bills');
    expect(JSON.stringify(renamed)).not.toContain('"billing"');
    expect(renamed.bindings[0]?.destination).toBe('bills');
    expect(renamed.queues[1]?.arguments['x-dead-letter-routing-key']).toBe('bills');
    expect(renamed.clients[1]?.publishers[0]?.routing_key).toBe('bills');
    expect(renamed.positions['queue:bills']).toEqual([1, 2]);
  });

  it('follows an exchange wherever it is named, and takes no queue for it', () => {
    const renamed = renameThing(shop, 'exchange:lost', 'found');
    expect(renamed.exchanges[0]?.arguments['alternate-exchange']).toBe('found');
    expect(renamed.queues[0]?.arguments['x-dead-letter-exchange']).toBe('found');
    expect(renamed.bindings[1]?.destination).toBe('found');
    expect(renamed.clients[2]?.consumers[0]?.publishes[0]?.exchange).toBe('found');
    expect(renamed.queues[1]?.arguments['x-dead-letter-exchange']).toBe('');
  });
});

describe('removing', () => {
  it('takes what led to a thing along', () => {
    const without = removeThings(shop, ['queue:billing']);
    expect(without.queues.map(({ name }) => name)).toEqual(['retry']);
    expect(without.bindings).toHaveLength(1);
    expect(without.clients.map(({ name }) => name)).toEqual(['shop', 'asker']);
    expect(without.positions).toEqual({ 'exchange:orders': [3, 4] });
  });

  it('takes a line away without what it joined', () => {
    const unwired = removeThings(shop, ['subscription|queue:billing|client:biller']);
    expect(unwired.queues).toHaveLength(2);
    expect(unwired.clients.find(({ name }) => name === 'biller')?.consumers).toEqual([]);
    const unpublished = removeThings(shop, ['publish|client:shop|exchange:orders']);
    expect(unpublished.clients[0]?.publishers).toEqual([]);
    const undead = removeThings(shop, ['dead-letter|queue:billing|exchange:lost']);
    expect(undead.queues[0]?.arguments).toEqual({});
  });

  it('leaves a document without the thing as it was', () => {
    expect(removeThings(shop, ['queue:nowhere'])).toBe(shop);
  });
});

describe('wiring', () => {
  it.each([
    ['client:shop', 'queue:billing', null],
    ['exchange:orders', 'queue:retry', null],
    ['exchange:orders', 'exchange:lost', null],
    ['queue:retry', 'client:biller', null],
    ['exchange:orders', 'client:biller', 'put a queue between them'],
    ['queue:billing', 'exchange:orders', 'consumers only'],
    ['client:shop', 'client:biller', 'between them'],
    ['client:biller', 'exchange:orders', 'use an app'],
    ['queue:billing', 'client:shop', 'use an app'],
    ['queue:billing', 'client:biller', 'already'],
    ['queue:billing', 'queue:billing', 'itself'],
  ])('%s to %s: %s', (from, to, reason) => {
    const why = whyNotWire(shop, from, to);
    if (reason === null) expect(why).toBeNull();
    else expect(why).toContain(reason);
    expect(wire(shop, from, to) === shop).toBe(reason !== null);
  });

  it('to a queue publishes through the default exchange', () => {
    const wired = wire(shop, 'client:shop', 'queue:retry');
    expect(wired.clients[0]?.publishers[0]).toMatchObject({ exchange: '', routing_key: 'retry' });
  });
});

describe('an edit', () => {
  it('that changes nothing gives the document back', () => {
    expect(changeQueue(shop, 'queue:billing', (queue) => queue)).toBe(shop);
    expect(moveThings(shop, { 'queue:billing': [1, 2] })).toBe(shop);
    const bound = addBinding(shop, { source: 'orders', destination: 'retry' });
    expect(addBinding(bound, { source: 'orders', destination: 'retry' })).toBe(bound);
  });

  it('leaves what it does not touch as it was', () => {
    const added = addQueue(shop, { name: 'new' });
    expect(added.exchanges).toBe(shop.exchanges);
    expect(added.queues[0]).toBe(shop.queues[0]);
  });

  it('finds names that are free', () => {
    expect(uniqueName(shop, 'queue')).toBe('queue');
    expect(uniqueName(shop, 'billing')).toBe('billing-2');
  });

  it('duplicates a queue with its bindings', () => {
    const twice = duplicateThings(shop, ['queue:billing']);
    expect(twice.queues.at(-1)?.name).toBe('billing-2');
    expect(twice.bindings.at(-1)).toMatchObject({
      destination: 'billing-2',
      routing_key: 'order.*',
    });
    expect(twice.positions['queue:billing-2']).toEqual([41, 42]);
  });
});
