import { describe, expect, it } from 'vitest';
import { createApp } from './app.ts';

function aStorage(kept: Record<string, string> = {}) {
  return {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
  };
}

describe('the view', () => {
  it('comes back with the theme and the panels it had', () => {
    const settings = aStorage();
    const before = createApp({ settings }).view.getState();
    before.setTheme('light');
    before.setPanel('left', { open: false });
    before.setPanel('right', { open: true, size: 400 });
    expect(createApp({ settings }).view.getState()).toMatchObject({
      theme: 'light',
      panels: { left: { open: false }, right: { open: true, size: 400 } },
    });
  });

  it.each([
    ['no JSON', '{'],
    ['something else', '[1, 2]'],
    ['wrong values', '{"theme": 7, "panels": {"left": {"open": "yes", "size": -3}}}'],
  ])('begins as it does for everybody where storage holds %s', (_, text) => {
    const { theme, panels } = createApp({
      settings: aStorage({ 'warren:settings': text }),
    }).view.getState();
    expect(theme).toBe('system');
    expect(panels.left).toMatchObject({ open: true });
    expect(panels.left.size).toBeGreaterThan(100);
  });

  it('opens a panel with another tab instead of closing it', () => {
    const { view } = createApp();
    view.getState().togglePanel('right', 'code');
    expect(view.getState().panels.right).toMatchObject({ open: true, tab: 'code' });
    view.getState().togglePanel('right', 'code');
    expect(view.getState().panels.right.open).toBe(false);
  });

  it('has one sheet up at a time on a phone, and forgets none of the panels for it', () => {
    const { view } = createApp();
    view.getState().setNarrow(true);
    view.getState().togglePanel('left', 'add');
    view.getState().setPanel('right', { open: true, tab: 'inspector' });
    expect(view.getState().sheet).toBe('right');
    view.getState().togglePanel('right', 'inspector');
    expect(view.getState().sheet).toBeNull();
    expect(view.getState().panels).toMatchObject({ left: { open: true }, right: { open: false } });
  });

  it('says the same thing twice as two announcements', () => {
    const { view } = createApp();
    view.getState().announce('Deleted');
    const { number } = view.getState().announcement;
    view.getState().announce('Deleted');
    expect(view.getState().announcement.number).toBe(number + 1);
  });

  it('shows the same notice once', () => {
    const { view } = createApp();
    view.getState().notify({ text: 'Link copied.' });
    view.getState().notify({ text: 'Link copied.' });
    expect(view.getState().notices).toHaveLength(1);
  });
});
