import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPolicy } from '#app';
import type { App } from '#app';
import { AppProvider } from '../../app-context.tsx';
import { aRunningApp } from '../../../testing/an-orders-app.ts';
import { AppliedPolicies } from './AppliedPolicies.tsx';

let app: App;

beforeEach(() => {
  app = aRunningApp();
  render(
    <AppProvider app={app}>
      <AppliedPolicies kind="queue" vhost="/" name="billing" />
    </AppProvider>,
  );
});
afterEach(cleanup);

const policy = { vhost: '/', pattern: '.*', 'apply-to': 'queues', priority: 0 } as const;

function govern(): void {
  act(() =>
    app.document.getState().edit('Add policies', (scenario) => {
      const definition = { 'dead-letter-exchange': 'other', 'max-length': 9 };
      const own = addPolicy(scenario, 'policies', { ...policy, name: 'own', definition });
      const limit = { ...policy, name: 'limit', definition: { 'max-length': 4 } };
      return addPolicy(own, 'operator_policies', limit);
    }),
  );
}

describe('AppliedPolicies', () => {
  it('says that none applies, and nothing of what arguments say already', () => {
    expect(screen.getByRole('button', { name: /No policy applies/ }).textContent).toBe('none');
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('says who sets what, and strikes through what does not count', () => {
    govern();
    const cells = (name: RegExp): readonly (readonly [string, boolean])[] =>
      [...within(screen.getByRole('row', { name })).getByRole('cell').children].map((source) => [
        source.textContent ?? '',
        source.querySelector('s') !== null,
      ]);
    expect(cells(/^dead-letter-exchange/)).toEqual([
      ['deadargument', false],
      ['otherpolicy', true],
    ]);
    expect(cells(/^max-length/)).toEqual([
      ['9policy', true],
      ['4operator policy', false],
    ]);
  });

  it('leads to the policy in the panel of the broker', () => {
    govern();
    fireEvent.click(screen.getByRole('button', { name: 'limit' }));
    expect(app.view.getState().panels.left).toMatchObject({
      open: true,
      tab: 'broker/operator-policies/limit',
    });
  });
});
