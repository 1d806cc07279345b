import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import type { JSX } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { QueueSpec } from '#scenario';
import { QueueProperties } from './QueueProperties.tsx';

afterEach(cleanup);

let current: QueueSpec;
let labels: string[];

describe('QueueProperties', () => {
  it('sets and takes away a number', () => {
    show({});
    enter('x-message-ttl', '30000');
    expect(current.arguments).toEqual({ 'x-message-ttl': 30_000 });
    enter('x-message-ttl', '');
    expect(current.arguments).toEqual({});
    expect(labels).toEqual(['Set x-message-ttl of orders', 'Set x-message-ttl of orders']);
  });

  it('keeps a number out of bounds away from the document', () => {
    show({});
    enter('x-max-priority', '300');
    expect(current.arguments).toEqual({});
    expect(screen.getByText('Enter a whole number from 1 to 255.')).toBeTruthy();
  });

  it('chooses the dead letter exchange from those that are declared', () => {
    show({});
    const field = screen.getByLabelText('x-dead-letter-exchange');
    const offered = within(field).getAllByRole('option');
    expect(offered.map(({ textContent }) => textContent)).toEqual([
      'not set',
      '(default exchange)',
      'events',
      'dead',
    ]);
    fireEvent.change(field, { target: { value: 'dead' } });
    expect(current.arguments).toEqual({ 'x-dead-letter-exchange': 'dead' });
  });

  it('switches durability and the single active consumer', () => {
    show({});
    fireEvent.click(screen.getByRole('switch', { name: 'Durable' }));
    expect(current.durable).toBe(false);
    const single = screen.getByRole('switch', { name: 'x-single-active-consumer' });
    fireEvent.click(single);
    expect(current.arguments).toEqual({ 'x-single-active-consumer': true });
    fireEvent.click(single);
    expect(current.arguments).toEqual({});
  });

  it('adds any other argument with the type that is chosen', () => {
    show({});
    fireEvent.click(screen.getByRole('button', { name: 'Add other argument' }));
    change('Name of the new other argument', 'x-queue-version');
    change('Type of the new other argument', 'number');
    change('Value of the new other argument', 'two');
    const form = screen.getByRole('form', { name: 'New other argument' });
    fireEvent.submit(form);
    expect(current.arguments).toEqual({});
    expect(within(form).getByText(/Enter a number/)).toBeTruthy();
    change('Value of the new other argument', '2');
    fireEvent.submit(form);
    expect(current.arguments).toEqual({ 'x-queue-version': 2 });
  });

  it('will not have an argument twice', () => {
    show({ 'x-mode': 'lazy' });
    fireEvent.click(screen.getByRole('button', { name: 'Add other argument' }));
    change('Name of the new other argument', 'x-mode');
    fireEvent.submit(screen.getByRole('form', { name: 'New other argument' }));
    expect(screen.getByText('There is a x-mode already.')).toBeTruthy();
    change('Name of the new other argument', 'x-message-ttl');
    fireEvent.submit(screen.getByRole('form', { name: 'New other argument' }));
    expect(screen.getByText('x-message-ttl has a field of its own above.')).toBeTruthy();
    expect(current.arguments).toEqual({ 'x-mode': 'lazy' });
  });

  it('changes name, type and value of another argument, and removes it', () => {
    show({ 'x-mode': 'lazy', 'x-other': 1 });
    enter('Name of other argument x-mode', 'x-kind');
    expect(Object.keys(current.arguments)).toEqual(['x-kind', 'x-other']);
    enter('Value of x-kind', '7');
    change('Type of x-kind', 'number');
    expect(current.arguments).toEqual({ 'x-kind': 7, 'x-other': 1 });
    fireEvent.click(screen.getByRole('button', { name: 'Remove other argument x-kind' }));
    expect(current.arguments).toEqual({ 'x-other': 1 });
  });

  it('keeps lists and tables as they are, and takes them as JSON', () => {
    show({ 'x-list': ['a', { b: 1 }] });
    enter('Value of x-list', '[1, 2');
    expect(current.arguments).toEqual({ 'x-list': ['a', { b: 1 }] });
    enter('Value of x-list', '[1, 2]');
    expect(current.arguments).toEqual({ 'x-list': [1, 2] });
  });

  it('says that messages are lost when a declared queue changes, and not before the run', () => {
    show({}, 3);
    expect(screen.getByText(/declares it again, and the 3 messages in it are lost/)).toBeTruthy();
    cleanup();
    show({}, null);
    expect(screen.queryByText(/declares it again/)).toBeNull();
  });

  it('links each argument to the documentation, in a tab of its own', () => {
    show({});
    const link = screen.getByRole('link', { name: 'RabbitMQ documentation: x-message-ttl' });
    expect(link.getAttribute('href')).toMatch(/^https:\/\/www\.rabbitmq\.com\/docs\//);
    expect(link.getAttribute('target')).toBe('_blank');
    expect(link.getAttribute('rel')).toBe('noopener');
  });
});

function show(table: QueueSpec['arguments'], messageCount: number | null = null): void {
  current = { name: 'orders', vhost: '/', durable: true, auto_delete: false, arguments: table };
  labels = [];
  render(<Form messageCount={messageCount} />);
}

function Form({ messageCount }: { readonly messageCount: number | null }): JSX.Element {
  const [spec, setSpec] = useState(current);
  return (
    <QueueProperties
      spec={spec}
      names={{
        exchanges: ['events', 'dead'],
        queues: ['orders'],
        vhosts: ['/'],
        users: ['guest'],
        routingKeys: [],
      }}
      messageCount={messageCount}
      onRename={() => null}
      save={(label, next) => {
        current = next;
        labels.push(label);
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
