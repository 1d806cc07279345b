import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import type { JSX } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { ClientSpec, ConsumerSpec, PublisherSpec } from '#scenario';
import { ClientProperties } from './ClientProperties.tsx';
import { plainConsumer, plainPublisher } from './plain-parts.ts';

afterEach(cleanup);

let current: ClientSpec;

const publisher = (): PublisherSpec => current.publishers[0] as PublisherSpec;
const consumer = (): ConsumerSpec => current.consumers[0] as ConsumerSpec;

describe('a publisher’s form', () => {
  it('chooses the exchange and the routing key', () => {
    showPublisher();
    change('Exchange', 'events');
    enter('Routing key', 'order.{n}');
    expect(publisher()).toMatchObject({ exchange: 'events', routing_key: 'order.{n}' });
  });

  it('draws routing keys by weight', () => {
    showPublisher({ routing_key: 'order.created' });
    change('Routing key is', 'choice');
    expect(publisher().routing_key).toEqual([{ key: 'order.created', weight: 1 }]);
    press('Add routing key');
    enter('Key 2', 'order.paid');
    fireEvent.change(screen.getAllByLabelText('Weight')[1] as HTMLElement, {
      target: { value: '3' },
    });
    fireEvent.blur(screen.getAllByLabelText('Weight')[1] as HTMLElement);
    expect(publisher().routing_key).toEqual([
      { key: 'order.created', weight: 1 },
      { key: 'order.paid', weight: 3 },
    ]);
    expect(screen.getByText('75 %')).toBeTruthy();
    press('Remove key 1');
    expect(publisher().routing_key).toEqual([{ key: 'order.paid', weight: 3 }]);
    change('Routing key is', 'text');
    expect(publisher().routing_key).toBe('order.paid');
  });

  it('changes the kind of rate and keeps about as many messages', () => {
    showPublisher({ rate: { kind: 'steady', per_second: 2 } });
    change('Rate', 'bursts');
    expect(publisher().rate).toEqual({ kind: 'bursts', size: 5, every_ms: 2_500 });
    enter('Messages in a burst', '10');
    change('Rate', 'poisson');
    expect(publisher().rate).toEqual({ kind: 'poisson', per_second: 4 });
    enter('Messages per second', '0.5');
    expect(publisher().rate).toEqual({ kind: 'poisson', per_second: 0.5 });
    enter('Messages per second', '0');
    expect(publisher().rate).toEqual({ kind: 'poisson', per_second: 0.5 });
    change('Rate', 'by_hand');
    expect(publisher().rate).toEqual({ kind: 'by_hand' });
    expect(screen.queryByLabelText('Limit')).toBeNull();
  });

  it('asks for confirms and what to do about nacks and returns', () => {
    showPublisher();
    expect(screen.queryByLabelText('When a message is nacked')).toBeNull();
    enter('Publisher confirms, unconfirmed at most', '3');
    expect(publisher().confirms).toEqual({ outstanding_max: 3 });
    change('When a message is nacked', 'retry');
    fireEvent.click(screen.getByRole('switch', { name: 'Mandatory' }));
    enter('Retry after', '250');
    expect(publisher()).toMatchObject({ on_nack: 'retry', mandatory: true, retry_after_ms: 250 });
    enter('Publisher confirms, unconfirmed at most', '');
    expect(publisher().confirms).toBeNull();
  });

  it('sets properties and headers, and takes them away', () => {
    showPublisher();
    change('delivery_mode', '2');
    enter('priority', '9');
    enter('expiration', 'soon');
    enter('correlation_id', 'call-{n}');
    press('Add header');
    change('Name of the new header', 'region');
    change('Value of the new header', 'eu');
    fireEvent.submit(screen.getByRole('form', { name: 'New header' }));
    expect(publisher().properties).toEqual({
      delivery_mode: 2,
      priority: 9,
      correlation_id: 'call-{n}',
      headers: { region: 'eu' },
    });
    press('Remove header region');
    enter('correlation_id', '');
    change('delivery_mode', '');
    expect(publisher().properties).toEqual({ priority: 9 });
  });
});

describe('a consumer’s form', () => {
  it('sets queue, prefetch, acknowledgement and work', () => {
    showConsumer();
    change('Queue', 'shipping');
    enter('Prefetch', '10');
    change('Acknowledgement', 'by_hand');
    change('Working time is', 'range');
    expect(consumer().work_ms).toEqual({ min: 500, max: 1_000 });
    enter('At least', '2000');
    expect(screen.getByText('Enter a whole number from 0 to 1 000.')).toBeTruthy();
    enter('At most', '3000');
    expect(consumer()).toMatchObject({
      queue: 'shipping',
      prefetch: 10,
      acknowledgement: 'by_hand',
      work_ms: { min: 500, max: 3_000 },
    });
  });

  it('keeps outcomes in the order that is given to them', () => {
    showConsumer();
    press('Add outcome');
    enter('In', '25');
    press('Add outcome');
    fireEvent.change(screen.getAllByLabelText('The consumer')[1] as HTMLElement, {
      target: { value: 'crash' },
    });
    press('Move outcome 2 up');
    expect(consumer().outcomes.map(({ does, chance }) => [does, chance])).toEqual([
      ['crash', 0.3],
      ['reject', 0.25],
    ]);
    press('Remove outcome 1');
    expect(consumer().outcomes).toHaveLength(1);
  });

  it('says when an outcome applies', () => {
    showConsumer({ outcomes: [{ does: 'reject', chance: 1, when: {} }] });
    enter('Routing key matches', 'order.#');
    enter('Header', 'retries');
    enter('Value of retries', '3');
    change('Redelivered', 'true');
    enter('Deaths at least', '2');
    expect(consumer().outcomes[0]?.when).toEqual({
      routing_key: 'order.#',
      header: { name: 'retries', value: 3 },
      redelivered: true,
      deaths_min: 2,
    });
    enter('Header', '');
    change('Redelivered', '');
    expect(consumer().outcomes[0]?.when).toEqual({ routing_key: 'order.#', deaths_min: 2 });
  });

  it('publishes on, or answers', () => {
    showConsumer();
    press('Add publish');
    change('Exchange', 'events');
    enter('Routing key', 'done.{key}');
    expect(consumer().publishes[0]).toMatchObject({
      to: 'exchange',
      exchange: 'events',
      routing_key: 'done.{key}',
    });
    change('To', 'reply_to');
    expect(consumer().publishes[0]?.to).toBe('reply_to');
    expect(screen.queryByLabelText('Exchange')).toBeNull();
  });

  it('takes a negative x-priority', () => {
    showConsumer();
    enter('x-priority', '-5');
    expect(consumer().arguments).toEqual({ 'x-priority': -5 });
  });
});

describe('a client’s form', () => {
  it('sets connection and latency, and grows parts', () => {
    showPublisher();
    enter('Latency', '50');
    fireEvent.click(screen.getByRole('switch', { name: 'Running from the start' }));
    enter('User', 'shop');
    press('Add consumer');
    expect(current).toMatchObject({ latency_ms: 50, starts: false, user: 'shop' });
    expect(consumer().queue).toBe('orders');
    press('Remove publisher 1');
    expect(current.publishers).toEqual([]);
    enter('Latency', '');
    expect(current.latency_ms).toBeNull();
  });
});

const showPublisher = (spec: Partial<PublisherSpec> = {}): void =>
  show({ publishers: [{ ...plainPublisher(''), ...spec }], consumers: [] });

const showConsumer = (spec: Partial<ConsumerSpec> = {}): void =>
  show({ publishers: [], consumers: [{ ...plainConsumer('orders'), ...spec }] });

function show(parts: Pick<ClientSpec, 'publishers' | 'consumers'>): void {
  current = { name: 'app', vhost: '/', user: 'guest', latency_ms: null, starts: true, ...parts };
  render(<Form />);
}

function Form(): JSX.Element {
  const [spec, setSpec] = useState(current);
  return (
    <ClientProperties
      spec={spec}
      names={{
        exchanges: ['events'],
        queues: ['orders', 'shipping'],
        vhosts: ['/'],
        users: ['guest', 'shop'],
        routingKeys: [],
      }}
      onRename={() => null}
      save={(_, next) => {
        current = next;
        setSpec(next);
        return null;
      }}
    />
  );
}

const change = (label: string, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};

/** Types and leaves the field. */
const enter = (label: string, value: string): void => {
  change(label, value);
  fireEvent.blur(screen.getByLabelText(label));
};

const press = (name: string): void => {
  fireEvent.click(screen.getByRole('button', { name, hidden: true }));
};
