import { beforeEach, describe, expect, it } from 'vitest';
import { aRun } from '../../testing/a-run.ts';
import { createApp } from '../app.ts';
import { matchesShortcut, shortcutText } from './shortcut.ts';
import type { KeyPress } from './shortcut.ts';
import { actionFor, startShortcuts } from './shortcuts.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('matchesShortcut', () => {
  it.each`
    shortcut         | key             | held                                 | isMac    | matches  | because
    ${'Space'}       | ${' '}          | ${{}}                                | ${false} | ${true}  | ${'the space bar writes a space'}
    ${'Mod+Z'}       | ${'z'}          | ${{ ctrlKey: true }}                 | ${false} | ${true}  | ${'Mod is Ctrl'}
    ${'Mod+Z'}       | ${'z'}          | ${{ metaKey: true }}                 | ${true}  | ${true}  | ${'Mod is ⌘ on a Mac'}
    ${'Mod+Z'}       | ${'z'}          | ${{ ctrlKey: true }}                 | ${true}  | ${false} | ${'Ctrl is not ⌘'}
    ${'Mod+Z'}       | ${'z'}          | ${{ ctrlKey: true, shiftKey: true }} | ${false} | ${false} | ${'Shift makes another key of it'}
    ${'Mod+Shift+Z'} | ${'Z'}          | ${{ ctrlKey: true, shiftKey: true }} | ${false} | ${true}  | ${'with Shift it writes Z'}
    ${'?'}           | ${'?'}          | ${{ shiftKey: true }}                | ${false} | ${true}  | ${'a sign may need Shift'}
    ${'['}           | ${'['}          | ${{}}                                | ${false} | ${true}  | ${'or may not'}
    ${'P'}           | ${'p'}          | ${{ ctrlKey: true }}                 | ${false} | ${false} | ${'Ctrl+P prints'}
    ${'P'}           | ${'P'}          | ${{}}                                | ${false} | ${true}  | ${'caps lock is no Shift'}
    ${'Delete'}      | ${'Delete'}     | ${{}}                                | ${false} | ${true}  | ${'named keys are named'}
    ${'ArrowRight'}  | ${'ArrowRight'} | ${{ shiftKey: true }}                | ${false} | ${false} | ${'with Shift it is another'}
  `('$shortcut and $key: $matches, because $because', ({ shortcut, key, held, isMac, matches }) => {
    expect(matchesShortcut(press(key, held), shortcut, isMac)).toBe(matches);
  });
});

it('names keys as the machine at hand does', () => {
  expect(shortcutText('Mod+Shift+Z', true)).toBe('⌘⇧Z');
  expect(shortcutText('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z');
  expect(shortcutText('Shift+ArrowLeft', false)).toBe('Shift+←');
});

describe('keys on the page', () => {
  beforeEach(() => {
    document.body.innerHTML =
      '<main tabindex="-1"></main><input><button>Go</button><div role="slider" tabindex="0"></div>' +
      '<div class="monaco-editor"><div tabindex="0"></div></div>';
  });

  const at = (selector: string, key: string, held: KeyboardEventInit = {}): KeyboardEvent => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held });
    document.querySelector(selector)?.dispatchEvent(event);
    return event;
  };
  const anApp = () => createApp({ run: aRun() });

  it('do what they stand for', () => {
    const app = anApp();
    const end = startShortcuts(app);
    expect(at('main', ' ').defaultPrevented).toBe(true);
    expect(app.playback.getState().isPlaying).toBe(true);
    at('main', ']');
    expect(app.playback.getState().speed).toBe(2);
    at('main', 'q');
    expect(app.document.getState().undoLabel).toBe('Add queue');
    at('main', 'z', { ctrlKey: true });
    expect(app.document.getState().canUndo).toBe(false);
    end();
    at('main', ' ');
    expect(app.playback.getState().isPlaying).toBe(true);
  });

  it('are left to whoever types', () => {
    const app = anApp();
    expect(actionFor(app, at('input', 'q'))).toBeNull();
    expect(actionFor(app, at('.monaco-editor > div', 'Delete'))).toBeNull();
    expect(actionFor(app, at('input', 'k', { ctrlKey: true }))?.id).toBe('commands');
  });

  it('are left to controls that want them', () => {
    const app = anApp();
    expect(actionFor(app, at('button', ' '))).toBeNull();
    expect(actionFor(app, at('button', 'ArrowRight'))?.id).toBe('step-forward');
    expect(actionFor(app, at('[role=slider]', 'ArrowRight'))).toBeNull();
    expect(actionFor(app, at('[role=slider]', ' '))?.id).toBe('play-pause');
  });

  it('are left alone while a dialog is open, and where somebody else has dealt with them', () => {
    const app = anApp();
    const event = at('main', ' ');
    event.preventDefault();
    expect(actionFor(app, event)).toBeNull();
    app.view.getState().openDialog('gallery');
    expect(actionFor(app, at('main', 'q'))).toBeNull();
  });

  it('do nothing where there is nothing to do', () => {
    const app = anApp();
    expect(actionFor(app, at('main', 'z', { ctrlKey: true }))).toBeNull();
    expect(actionFor(app, at('main', 'Delete'))).toBeNull();
  });
});
