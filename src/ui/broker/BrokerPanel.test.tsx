import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '#app';
import { queueAt } from '#app';
import { AppProvider } from '../app-context.tsx';
import { aRunningApp } from '../../testing/an-orders-app.ts';
import { BrokerPanel } from './BrokerPanel.tsx';
import { showBroker } from './broker-place.ts';

let app: App;

beforeEach(() => {
  app = aRunningApp();
  render(
    <AppProvider app={app}>
      <BrokerPanel />
    </AppProvider>,
  );
});
afterEach(cleanup);

const scenario = () => app.document.getState().scenario;
const present = () => app.playback.getState().history.present;
const seek = (ms: number): void => act(() => app.playback.getState().seek(ms));
const press = (name: string | RegExp, within_: HTMLElement = document.body): void => {
  fireEvent.click(within(within_).getByRole('button', { name }));
};
const type = (label: string, value: string, within_: HTMLElement = document.body): void => {
  fireEvent.change(within(within_).getByLabelText(label), { target: { value } });
};
/** Types and leaves the field. */
const enter = (label: string, value: string, within_: HTMLElement = document.body): void => {
  type(label, value, within_);
  fireEvent.blur(within(within_).getByLabelText(label));
};

describe('a policy', () => {
  const form = (): HTMLElement => screen.getByRole('form', { name: 'New policy' });
  const matches = (): string =>
    within(form()).getByRole('group', { name: 'Matches' }).textContent ?? '';

  it('says with every letter what it would match, and reaches the run when it is saved', () => {
    seek(1_000);
    press('Add policy');
    type('Name', 'ttl', form());
    type('Pattern', 'a', form());
    expect(matches()).toBe('matches: audit, graveyard');
    type('Pattern', '^a', form());
    expect(matches()).toBe('matches: audit');
    expect(scenario().policies).toEqual([]);
    type('Add a key', 'message-ttl', form());
    enter('message-ttl', '5000', form());
    press('Add policy', form());
    expect(scenario().policies).toMatchObject([
      { name: 'ttl', pattern: '^a', 'apply-to': 'queues', definition: { 'message-ttl': 5_000 } },
    ]);
    expect(queueAt(present(), '/', 'audit')?.settings.messageTtl).toBe(5_000);
    const row = screen.getByRole('listitem', { name: 'policy ttl' });
    expect(within(row).getByText('message-ttl').nextSibling?.textContent).toBe('5000');
    expect(within(row).getByRole('group', { name: 'Matches' }).textContent).toBe('matches: audit');
    act(() => app.document.getState().undo());
    expect(scenario().policies).toEqual([]);
    expect(queueAt(present(), '/', 'audit')?.policy).toBeNull();
  });

  it('is told beside the field what the broker would refuse, and is not saved', () => {
    press('Add policy');
    type('Name', 'bad', form());
    type('Pattern', 'orders(', form());
    expect(within(form()).getByText(/pattern should be regular expression/)).toBeTruthy();
    expect(matches()).toBe('matches: nothing');
    type('Pattern', 'orders', form());
    press('Add policy', form());
    expect(within(form()).getByText('no policy provided')).toBeTruthy();
    expect(scenario().policies).toEqual([]);
  });

  it('says which one goes first where another has a higher priority', () => {
    addTtl('first', '9');
    press('Add policy');
    type('Name', 'second', form());
    type('Pattern', 'audit', form());
    expect(matches()).toMatch(/nothing that it can apply to.*audit has first, which goes first/);
    type('Priority', '10', form());
    expect(matches()).toBe('matches: audit');
  });

  it('opens in its form where a link leads to it', () => {
    addTtl('first', '9');
    act(() => showBroker(app, 'policies', 'first'));
    const opened = screen.getByRole('form', { name: 'policy first' });
    expect(within(opened).getByLabelText('message-ttl')).toHaveProperty('value', '5000');
    enter('message-ttl', '70', opened);
    press('Save', opened);
    expect(scenario().policies).toMatchObject([
      { name: 'first', definition: { 'message-ttl': 70 } },
    ]);
  });

  function addTtl(name: string, priority: string): void {
    press('Add policy');
    type('Name', name, form());
    type('Pattern', 'audit', form());
    type('Priority', priority, form());
    type('Add a key', 'message-ttl', form());
    enter('message-ttl', '5000', form());
    press('Add policy', form());
  }
});

describe('an operator policy', () => {
  it('is offered limits, and no dead letter exchange', () => {
    press('Add operator policy');
    const form = screen.getByRole('form', { name: 'New operator policy' });
    const offered = within(within(form).getByLabelText('Add a key'))
      .getAllByRole('option')
      .map(({ textContent }) => textContent);
    expect(offered).toContain('max-length');
    expect(offered).not.toContain('dead-letter-exchange');
  });
});

describe('users', () => {
  const card = (): HTMLElement => screen.getByRole('listitem', { name: 'User clerk' });

  beforeEach(() => {
    const form = screen.getByRole('form', { name: 'New user' });
    type('Name of the new user', 'clerk', form);
    fireEvent.submit(form);
  });

  it('have no permissions at first, and what an expression allows is said while it is typed', () => {
    expect(within(card()).getByText(/cannot even connect/)).toBeTruthy();
    press('Allow everything in /', card());
    type('Write', '^(audit|events)$', card());
    const write = within(card()).getByLabelText('Write');
    const effect = document.getElementById(write.getAttribute('aria-describedby') ?? '');
    expect(effect?.textContent).toBe('allows audit, events');
    expect(scenario().permissions).toMatchObject([{ user: 'clerk', write: '.*' }]);
    fireEvent.blur(within(card()).getByLabelText('Write'));
    expect(scenario().permissions).toMatchObject([{ user: 'clerk', write: '^(audit|events)$' }]);
    type('Read', '(', card());
    fireEvent.blur(within(card()).getByLabelText('Read'));
    expect(within(card()).getByText(/invalid_regexp/)).toBeTruthy();
    expect(scenario().permissions).toMatchObject([{ read: '.*' }]);
  });

  it('can be kept from routing keys of a topic exchange', () => {
    press('Allow everything in /', card());
    type('Restrict the routing keys of clerk', 'events', card());
    enter('Publish with', '^refund', card());
    expect(within(card()).getByText('allows none of the keys in use')).toBeTruthy();
    expect(scenario().topic_permissions).toMatchObject([
      { user: 'clerk', exchange: 'events', write: '^refund', read: '.*' },
    ]);
  });

  it('go with their permissions', () => {
    press('Allow everything in /', card());
    press('Remove user clerk', card());
    expect(scenario().users).toEqual([]);
    expect(scenario().permissions).toEqual([]);
  });
});

describe('the broker', () => {
  it('is told that memory is low, says who is blocked, and is told that it is over', () => {
    seek(100);
    fireEvent.click(screen.getByRole('switch', { name: 'Memory is low' }));
    expect(present().broker.alarms).toEqual(['memory']);
    seek(2_000);
    press('shop');
    expect(app.view.getState().selection).toEqual(['client:shop']);
    fireEvent.click(screen.getByRole('switch', { name: 'Memory is low' }));
    expect(present().broker.alarms).toEqual([]);
    act(() => app.document.getState().undo());
    expect(present().broker.alarms).toEqual(['memory']);
  });

  it('keeps to a limit of queues, which is one step of undo', () => {
    enter('Queues at most', '3');
    expect(scenario().vhosts).toEqual([{ name: '/', limits: { 'max-queues': 3 } }]);
    enter('Queues at most', '');
    expect(scenario().vhosts).toEqual([{ name: '/' }]);
  });

  it('copies messages to a queue that is added for them', () => {
    press('Add a queue for the copies');
    seek(50);
    fireEvent.click(screen.getByRole('switch', { name: 'On in virtual host /' }));
    seek(3_000);
    expect(queueAt(present(), '/', 'trace')?.readyCount).toBeGreaterThan(0);
  });

  it('tells what a restart has cost', () => {
    seek(3_000);
    press('Restart broker');
    expect(screen.getByText('Restart at 3.000 s')).toBeTruthy();
    expect(screen.getByText('biller, clerk, shop')).toBeTruthy();
  });
});
