import { describe, expect, it } from 'vitest';
import {
  addBinding,
  addClient,
  addQueue,
  bindingKeyOf,
  changeBinding,
  changeQueue,
  checkScenario,
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

  it('does nothing where the name is taken, empty or RabbitMQ’s own', () => {
    expect(renameThing(shop, 'queue:billing', 'retry')).toBe(shop);
    expect(renameThing(shop, 'queue:billing', '')).toBe(shop);
    expect(renameThing(shop, 'exchange:amq.topic', 'topic')).toBe(shop);
    expect(renameThing(shop, 'queue:nowhere', 'somewhere')).toBe(shop);
    expect(renameThing(shop, 'queue:billing', 'é'.repeat(128))).toBe(shop);
  });

  it('turns what led to a missing exchange to the one that was meant', () => {
    const misspelt = removeThings(shop, ['exchange:orders']);
    const mended = renameThing(misspelt, 'exchange:orders', 'lost');
    expect(mended.clients[0]?.publishers[0]?.exchange).toBe('lost');
    expect(mended.exchanges).toEqual(misspelt.exchanges);
  });

  it('leaves things of the same name in other virtual hosts alone', () => {
    const both = completeScenario({
      version: 1,
      vhosts: [{ name: '/' }, { name: 'staging' }],
      queues: [{ name: 'q' }, { name: 'q', vhost: 'staging' }],
      clients: [
        { name: 'c', consumers: [{ queue: 'q' }] },
        { name: 'd', vhost: 'staging', consumers: [{ queue: 'q' }] },
      ],
    });
    const renamed = renameThing(both, 'queue:q@staging', 'r');
    expect(renamed.queues).toMatchObject([{ name: 'q' }, { name: 'r', vhost: 'staging' }]);
    expect(renamed.queues[0]).toBe(both.queues[0]);
    expect(renamed.clients[0]).toBe(both.clients[0]);
    expect(renamed.clients[1]?.consumers[0]?.queue).toBe('r');
  });

  it('keeps all that does not name the thing as it was', () => {
    const renamed = renameThing(shop, 'queue:billing', 'bills');
    expect(renamed.exchanges).toBe(shop.exchanges);
    expect(renamed.bindings[1]).toBe(shop.bindings[1]);
    expect(renamed.clients[0]).toBe(shop.clients[0]);
  });

  it('goes back by the old name', () => {
    const there = renameThing(shop, 'exchange:orders', 'events');
    expect(renameThing(there, 'exchange:events', 'orders')).toEqual(shop);
  });
});

describe('removing', () => {
  it('takes what led to a thing along', () => {
    const without = removeThings(shop, ['queue:billing']);
    expect(without.queues.map(({ name }) => name)).toEqual(['retry']);
    expect(without.bindings).toHaveLength(1);
    expect(without.clients.map(({ name }) => name)).toEqual(['shop', 'asker', 'biller']);
    expect(without.clients[2]?.consumers[0]?.queue).toBe('');
    expect(without.positions).toEqual({ 'exchange:orders': [3, 4] });
  });

  it('takes a line away without what it joined', () => {
    const unwired = removeThings(shop, ['subscription|queue:billing|client:biller']);
    expect(unwired.queues).toHaveLength(2);
    expect(unwired.clients.find(({ name }) => name === 'biller')?.consumers).toMatchObject([
      { queue: '', publishes: [{ exchange: 'lost' }] },
    ]);
    const unpublished = removeThings(shop, ['publish|client:shop|exchange:orders']);
    expect(unpublished.clients[0]?.publishers).toMatchObject([{ exchange: '', routing_key: '' }]);
    const unanswered = removeThings(shop, ['reply|client:biller|exchange:lost']);
    expect(unanswered.clients[2]?.consumers).toMatchObject([{ queue: 'billing', publishes: [] }]);
    const loose = removeThings(shop, ['binding|exchange:orders|queue:billing']);
    expect(loose.bindings).toEqual([shop.bindings[1]]);
    const undead = removeThings(shop, ['dead-letter|queue:billing|exchange:lost']);
    expect(undead.queues[0]?.arguments).toEqual({});
  });

  it('of one of several drawn keys leaves the others', () => {
    const choices = [{ key: 'billing', weight: 3 }, { key: 'retry' }];
    const drawing = completeScenario({
      version: 1,
      queues: [{ name: 'billing' }, { name: 'retry' }],
      clients: [{ name: 'shop', publishers: [{ routing_key: choices }] }],
    });
    const left = removeThings(drawing, ['default-publish|client:shop|queue:billing']);
    expect(left.clients[0]?.publishers[0]?.routing_key).toEqual([{ key: 'retry', weight: 1 }]);
  });

  it('leaves an app an app, whose other half waits for a wire', () => {
    const caller = addClient(shop, {
      name: 'caller',
      publishers: [{ exchange: 'orders', rate: { kind: 'steady', per_second: 3 } }],
      consumers: [{ queue: 'billing', prefetch: 7 }],
    });
    const loose = removeThings(caller, ['queue:billing', 'publish|client:caller|exchange:orders']);
    expect(loose.clients.at(-1)).toMatchObject({
      publishers: [{ exchange: '', routing_key: '', rate: { per_second: 3 } }],
      consumers: [{ queue: '', prefetch: 7 }],
    });
    const again = wire(
      wire(loose, 'client:caller', 'exchange:lost'),
      'queue:retry',
      'client:caller',
    );
    expect(again.clients.at(-1)).toMatchObject({
      publishers: [{ exchange: 'lost', rate: { per_second: 3 } }],
      consumers: [{ queue: 'retry', prefetch: 7 }],
    });
  });

  it('takes of an app with more parts the one that led to the thing', () => {
    const both = addClient(shop, {
      name: 'both',
      consumers: [{ queue: 'billing' }, { queue: 'retry' }, { queue: 'retry' }],
    });
    const without = removeThings(both, ['queue:billing']);
    expect(without.clients.at(-1)?.consumers.map(({ queue }) => queue)).toEqual(['retry', 'retry']);
  });

  it('leaves the clients that stay as they were', () => {
    const without = removeThings(shop, ['queue:billing']);
    expect(without.clients[0]).toBe(shop.clients[0]);
    expect(without.exchanges).toBe(shop.exchanges);
  });

  it('keeps the publishers to an exchange that goes', () => {
    const without = removeThings(shop, ['exchange:orders']);
    expect(without.clients).toBe(shop.clients);
    expect(without.bindings).toEqual([]);
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
    ['client:shop', 'exchange:orders', 'already'],
    ['client:asker', 'queue:billing', 'already'],
    ['client:shop', 'exchange:not-there', null],
    ['exchange:amq.topic', 'queue:retry', null],
    ['exchange:not-there', 'queue:retry', 'declare it first'],
    ['exchange:orders', 'queue:not-there', 'declare it first'],
    ['exchange:orders', 'queue:retry@staging', 'different virtual hosts'],
    ['client:nobody', 'queue:retry', 'nothing to wire'],
  ])('%s to %s: %s', (from, to, reason) => {
    const why = whyNotWire(shop, from, to);
    if (reason === null) expect(why).toBeNull();
    else expect(why).toContain(reason);
    expect(wire(shop, from, to) === shop).toBe(reason !== null);
  });

  it('does not lead a client to an exchange that takes nothing from clients', () => {
    const exchanges = shop.exchanges.map((each) => ({ ...each, internal: each.name === 'lost' }));
    const internal = { ...shop, exchanges };
    expect(whyNotWire(internal, 'client:shop', 'exchange:lost')).toContain('internal');
    expect(wire(internal, 'client:shop', 'exchange:lost')).toBe(internal);
    expect(whyNotWire(internal, 'exchange:orders', 'exchange:lost')).toBeNull();
  });

  it('to a queue publishes through the default exchange', () => {
    const wired = wire(shop, 'client:shop', 'queue:retry');
    expect(wired.clients[0]?.publishers[0]).toMatchObject({ exchange: '', routing_key: 'retry' });
  });
});

describe('a wire', () => {
  it('turns a producer to another exchange, with the key it had', () => {
    const publisher = wire(shop, 'client:shop', 'exchange:lost').clients[0]?.publishers[0];
    expect(publisher).toMatchObject({ exchange: 'lost', routing_key: 'order.created' });
  });

  it('gives an app one more of what it has', () => {
    const app = addClient(shop, { name: 'app' });
    const once = wire(app, 'client:app', 'exchange:lost', { routingKey: 'k' });
    const both = wire(wire(once, 'queue:retry', 'client:app'), 'queue:billing', 'client:app');
    expect(whyNotWire(once, 'queue:retry', 'client:app')).toContain('A producer sends messages');
    expect(both.clients.at(-1)).toMatchObject({
      publishers: [{ exchange: 'lost', routing_key: 'k' }],
    });
    const consuming = wire(app, 'queue:retry', 'client:app');
    const turned = wire(consuming, 'queue:billing', 'client:app');
    expect(turned.clients.at(-1)?.consumers).toMatchObject([{ queue: 'billing' }]);
  });

  it('takes a client that does nothing yet along to another virtual host', () => {
    const staging = addQueue(
      { ...addClient(shop, { name: 'new' }), vhosts: [{ name: '/' }, { name: 'staging' }] },
      { name: 'q', vhost: 'staging' },
    );
    const wired = wire(staging, 'queue:q@staging', 'client:new');
    expect(wired.clients.at(-1)).toMatchObject({ vhost: 'staging', consumers: [{ queue: 'q' }] });
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

  it('takes the same arguments in another order for the same binding', () => {
    const binding = { source: 'orders', destination: 'retry' };
    const bound = addBinding(shop, { ...binding, arguments: { a: { x: 1, y: [2, 3] }, b: 2 } });
    expect(addBinding(bound, { ...binding, arguments: { b: 2, a: { y: [2, 3], x: 1 } } })).toBe(
      bound,
    );
    const other = addBinding(bound, { ...binding, arguments: { a: { x: 1, y: [3, 2] }, b: 2 } });
    expect(other.bindings).toHaveLength(bound.bindings.length + 1);
  });

  it('finds names that are free', () => {
    expect(uniqueName(shop, 'queue')).toBe('queue');
    expect(uniqueName(shop, 'billing')).toBe('billing-2');
  });

  it('does not bind two things in the same way twice', () => {
    const twice = addBinding(shop, { source: 'orders', destination: 'billing', routing_key: '#' });
    const [first] = shop.bindings;
    if (first === undefined) throw new Error('The fixture has bindings.');
    const toSame = changeBinding(twice, bindingKeyOf(first), (binding) => ({
      ...binding,
      routing_key: '#',
    }));
    expect(toSame).toBe(twice);
  });

  it('joins copies among themselves as their originals are', () => {
    const twice = duplicateThings(shop, ['exchange:orders', 'queue:billing', 'client:biller']);
    expect(twice.bindings.slice(2)).toMatchObject([
      { source: 'orders-2', destination: 'billing-2', routing_key: 'order.*' },
      { source: 'orders-2', destination: 'lost', routing_key: '#' },
    ]);
    expect(twice.clients.at(-1)).toMatchObject({
      name: 'biller-2',
      consumers: [{ queue: 'billing-2' }],
    });
    expect(checkScenario(twice).ok).toBe(true);
  });

  it('puts a second copy where the first does not lie', () => {
    const twice = duplicateThings(duplicateThings(shop, ['queue:billing']), ['queue:billing']);
    expect(twice.positions['queue:billing-3']).toEqual([81, 82]);
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
