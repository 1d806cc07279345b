import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '#app';
import type { MessageId } from '#engine';
import { AppProvider } from '../app-context.tsx';
import { aRunningApp } from '../../testing/an-orders-app.ts';
import { Inspector } from './Inspector.tsx';

let app: App;

beforeEach(() => {
  app = aRunningApp();
  render(
    <AppProvider app={app}>
      <Inspector />
    </AppProvider>,
  );
});
afterEach(cleanup);

const seek = (ms: number): void => act(() => app.playback.getState().seek(ms));
const select = (...keys: string[]): void => act(() => app.view.getState().select(keys));
const tab = (name: string): void => {
  fireEvent.click(screen.getByRole('tab', { name }));
};
const scenario = () => app.document.getState().scenario;
const queueNamed = (name: string) => scenario().queues.find((queue) => queue.name === name);

/** Types and leaves the field. */
const enter = (label: string, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
  fireEvent.blur(screen.getByLabelText(label));
};

describe('with nothing selected', () => {
  it('tells the numbers and what needs a look, and leads there', () => {
    seek(5_000);
    const messages = screen.getByRole('region', { name: 'Messages' });
    expect(within(messages).getByText('Published').nextSibling?.textContent).toBe('4');
    expect(within(messages).getByText('Ready').nextSibling?.textContent).toBe('3');
    const troubles = screen.getByRole('region', { name: /Needs a look/ });
    fireEvent.click(within(troubles).getByRole('button', { name: /billing/ }));
    expect(app.view.getState().selection).toEqual(['queue:billing']);
  });

  it('shows the notes while the left panel does not', () => {
    expect(screen.queryByText('Then look why.')).toBeNull();
    act(() => app.view.getState().setPanel('left', { open: false }));
    expect(screen.getByText('Then look why.')).toBeTruthy();
  });
});

describe('with a queue selected', () => {
  it('writes what is entered into the document, one step of undo each', () => {
    select('queue:billing');
    enter('x-message-ttl', '30000');
    enter('x-max-length', '5');
    expect(queueNamed('billing')?.arguments).toMatchObject({
      'x-message-ttl': 30_000,
      'x-max-length': 5,
    });
    act(() => app.document.getState().undo());
    expect(queueNamed('billing')?.arguments).not.toHaveProperty('x-max-length');
    expect(screen.getByLabelText<HTMLInputElement>('x-max-length').value).toBe('');
  });

  it('keeps invalid input out of the document', () => {
    const before = scenario();
    select('queue:billing');
    enter('x-message-ttl', 'long');
    enter('Name', '');
    enter('Name', 'audit');
    expect(screen.getByText('There is a queue of that name already.')).toBeTruthy();
    expect(scenario()).toBe(before);
  });

  it('renames everywhere, and stays selected', () => {
    select('queue:billing');
    enter('Name', 'invoices');
    expect(scenario().bindings[0]?.destination).toBe('invoices');
    expect(app.view.getState().selection).toEqual(['queue:invoices']);
    expect(screen.getByRole('heading', { name: 'invoices' })).toBeTruthy();
  });

  it('says that a change loses what the queue holds', () => {
    seek(5_000);
    select('queue:billing');
    expect(screen.getByText(/declares it again, and the 4 messages in it are lost/)).toBeTruthy();
  });

  it('lists its messages in order and opens one', () => {
    seek(5_000);
    select('queue:billing');
    tab('Messages');
    const ready = screen.getByRole('region', { name: 'Ready' });
    const rows = within(ready).getAllByRole('button');
    expect(rows.map((row) => row.textContent)).toEqual([
      '#2order.created',
      '#3order.created',
      '#4order.created',
    ]);
    const held = screen.getByRole('region', { name: 'Delivered, unacknowledged' });
    expect(within(held).getByRole('button').textContent).toContain('biller');
    fireEvent.click(rows[0] as HTMLElement);
    expect(app.view.getState().message).toBe(2);
    expect(screen.getByRole('tab', { name: 'Message #2' })).toBeTruthy();
  });

  it('says why messages wait', () => {
    seek(5_000);
    select('queue:billing');
    tab('Why');
    expect(screen.getByText(/1 of 1 unacknowledged/)).toBeTruthy();
  });

  it('purges it, and that can be undone', () => {
    seek(5_000);
    select('queue:billing');
    fireEvent.click(screen.getByRole('button', { name: 'Purge 3 messages' }));
    seek(5_001);
    expect(screen.getByRole('button', { name: 'Purge' })).toHaveProperty('disabled', true);
    act(() => app.document.getState().undo());
    expect(screen.getByRole('button', { name: 'Purge 3 messages' })).toBeTruthy();
  });
});

describe('with an exchange selected', () => {
  it('tells where a routing key would lead, and why, without publishing', () => {
    seek(1_000);
    select('exchange:events');
    tab('Routing');
    const field = screen.getByLabelText('Routing key');
    fireEvent.change(field, { target: { value: 'order.paid' } });
    expect(screen.getByText('It reaches audit, billing.')).toBeTruthy();
    fireEvent.change(field, { target: { value: 'order.created' } });
    expect(screen.getByText('It reaches billing.')).toBeTruthy();
    expect(screen.getAllByRole('img', { name: 'No' })).toHaveLength(1);
    const { counters } = app.playback.getState().history.present;
    fireEvent.change(field, { target: { value: 'nothing' } });
    expect(screen.getByText(/It reaches no queue/)).toBeTruthy();
    expect(app.playback.getState().history.present.counters).toBe(counters);
  });
});

describe('with a client selected', () => {
  it('publishes by hand what is written, and the rest as specified', () => {
    seek(5_000);
    select('client:shop');
    tab('Messages');
    enter('Routing key', 'order.paid');
    fireEvent.click(screen.getByRole('button', { name: 'Publish' }));
    seek(6_000);
    select('queue:audit');
    expect(screen.getByText('order.paid')).toBeTruthy();
  });

  it('answers by hand', () => {
    seek(5_000);
    select('client:shop');
    tab('Messages');
    enter('Routing key', 'x.paid');
    fireEvent.click(screen.getByRole('button', { name: 'Publish' }));
    seek(6_000);
    select('client:clerk');
    fireEvent.click(screen.getByRole('button', { name: 'Acknowledge message 5' }));
    seek(7_000);
    expect(screen.getByText('It holds nothing that it has not answered for.')).toBeTruthy();
    expect(app.playback.getState().history.present.counters.acknowledged).toBe(1);
  });

  it('stops and starts it', () => {
    seek(5_000);
    select('client:biller');
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    tab('Why');
    expect(screen.getByText('It is stopped.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Start' }));
    expect(screen.getByRole('button', { name: 'Stop' })).toBeTruthy();
  });
});

describe('with a binding or several things selected', () => {
  it('changes the binding key', () => {
    select('binding|exchange:events|queue:billing');
    enter('Binding key', 'order.#');
    expect(scenario().bindings[0]?.routing_key).toBe('order.#');
  });

  it('deletes all of them in one step', () => {
    select('queue:billing', 'queue:audit');
    fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect(scenario().queues.map(({ name }) => name)).toEqual(['graveyard']);
    act(() => app.document.getState().undo());
    expect(scenario().queues).toHaveLength(3);
  });
});

describe('with a message open', () => {
  const open = (id: number): void => act(() => app.view.getState().inspectMessage(id as MessageId));

  it('shows properties, headers, body and the journey with its reasons', () => {
    seek(5_000);
    open(2);
    const message = screen.getByRole('article', { name: 'Message 2' });
    expect(within(message).getByText(/from shop/)).toBeTruthy();
    expect(within(message).getByText('2 persistent')).toBeTruthy();
    expect(within(message).getByText('region').nextSibling?.textContent).toBe('eu');
    expect(within(message).getByLabelText('Body').textContent).toBe('{\n  "order": 2\n}');
    const journey = screen.getByRole('region', { name: 'Journey' });
    expect(within(journey).getByText('Routed to 1 of 2 bindings')).toBeTruthy();
    expect(within(journey).getAllByRole('img', { name: 'matches' })).toHaveLength(1);
    expect(within(journey).getAllByRole('img', { name: 'does not match' })).toHaveLength(1);
    expect(within(journey).getByText('Waiting in billing')).toBeTruthy();
    expect(within(journey).getByText(/biller: 1 of 1 unacknowledged/)).toBeTruthy();
  });

  it('moves the playhead to a step when asked', () => {
    seek(5_000);
    open(2);
    const journey = screen.getByRole('region', { name: 'Journey' });
    fireEvent.click(within(journey).getAllByTitle('Move the playhead here')[0] as HTMLElement);
    const { playheadMs, history } = app.playback.getState();
    expect(playheadMs).toBeLessThan(2_000);
    expect(history.present.counters.published).toBe(2);
  });

  it('follows it, and lets go of it', () => {
    seek(5_000);
    open(2);
    fireEvent.click(screen.getByRole('button', { name: 'Follow' }));
    expect(app.view.getState().followed).toBe(2);
    fireEvent.click(screen.getByRole('button', { name: 'Following' }));
    expect(app.view.getState().followed).toBeNull();
  });

  it('keeps its tab beside those of the selection', () => {
    seek(5_000);
    select('queue:billing');
    open(2);
    tab('Properties');
    expect(app.view.getState().message).toBeNull();
    tab('Message #2');
    expect(app.view.getState().message).toBe(2);
  });
});
