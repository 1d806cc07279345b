import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp, openFragment } from '#app';
import type { App } from '#app';
import { AppProvider } from '../app-context.tsx';
import { CasePanel } from './CasePanel.tsx';
import { CaseStrip } from './CaseStrip.tsx';
import { RecordedCases } from './RecordedCases.tsx';

let app: App;

afterEach(cleanup);

beforeEach(async () => {
  Element.prototype.scrollIntoView = () => {};
  app = createApp();
  await openFragment(app, '#case:acking/multiple');
  app.playback.getState().pause();
  app.playback.getState().seek(0);
});

describe('the panel of a recorded case', () => {
  beforeEach(() => {
    render(
      <AppProvider app={app}>
        <CasePanel />
        <CaseStrip />
      </AppProvider>,
    );
  });
  const steps = (): readonly HTMLElement[] => screen.getAllByRole('button', { name: /^Step \d+:/ });
  const current = (): string | null =>
    steps()
      .find((step) => step.getAttribute('aria-current') === 'step')
      ?.getAttribute('aria-label') ?? null;

  it('has what RabbitMQ was asked, and whether the same was answered', () => {
    expect(steps()[0]?.getAttribute('aria-label')).toMatch(
      /^Step 1: a queue\.declare .*answered as RabbitMQ did$/,
    );
    expect(
      screen.getByText(/^Warren answers all \d+ steps as RabbitMQ 4\.0\.5 did\.$/),
    ).toBeTruthy();
    expect(current()).toBeNull();
  });

  it('goes to a step that is clicked, and shows what was answered', () => {
    fireEvent.click(steps()[0] as HTMLElement);
    expect(current()).toMatch(/^Step 1:/);
    expect(app.playback.getState().playheadMs).toBe(100);
    const item = (steps()[0] as HTMLElement).closest('li') as HTMLElement;
    expect(within(item).getByText('queue.declare-ok')).toBeTruthy();
  });

  it('follows the playhead, whoever moves it', () => {
    fireEvent.click(steps()[2] as HTMLElement);
    act(() => app.playback.getState().stepBack());
    expect(current()).toMatch(/^Step 2:/);
    act(() => app.playback.getState().stepForward());
    expect(current()).toMatch(/^Step 3:/);
  });

  it('gives its place to a strip over the canvas when it is closed', () => {
    expect(screen.queryByRole('button', { name: 'Show the steps of the case' })).toBeNull();
    act(() => app.view.getState().setPanel('left', { open: false }));
    fireEvent.click(screen.getByRole('button', { name: 'Show the steps of the case' }));
    expect(app.view.getState().panels.left.open).toBe(true);
  });

  it('says so when something was done in the run', () => {
    expect(screen.queryByText(/^You have done something/)).toBeNull();
    act(() => app.playback.getState().intervene({ type: 'broker.restart' }, 'Restart'));
    expect(screen.getByText(/^You have done something/)).toBeTruthy();
  });
});

describe('the list of recorded cases', () => {
  it('opens an area, and finds cases by words; each is a link', async () => {
    render(<RecordedCases onOpen={() => {}} />);
    expect(screen.queryAllByRole('link')).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: /^acking/ }));
    expect(screen.getAllByRole('link').length).toBeGreaterThan(10);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'waiting dead-letter' } });
    const found = await screen.findByRole('link', { name: /waiting-consumer/ });
    expect(found.getAttribute('href')).toBe('#case:dead-lettering/waiting-consumer');
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'zzz' } });
    expect(await screen.findByText('No case has all of these words.')).toBeTruthy();
  });
});
