/**
 * From keys to actions. A key that a field, an editor, a menu or a slider wants for itself is left to
 * it, and so is one that somebody has dealt with before it came here.
 */
import { actions } from '../actions/index.ts';
import type { Action } from '../actions/action.ts';
import { lastCopyOf } from '../actions/copy.ts';
import { mayBeScenario, pasteText } from '../actions/paste.ts';
import type { App } from '../app.ts';
import { matchesShortcut, runsOnMac } from './shortcut.ts';

/** Gives the function that ends it. */
export function startShortcuts(app: App, target: Document = document): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = actionFor(app, event);
    if (action === null) return;
    event.preventDefault();
    action.perform(app);
  };
  // A paste brings its text along without the page having to ask for the right to read it.
  const onPaste = (event: ClipboardEvent): void => {
    if (wantsText(event.target) || app.view.getState().dialog !== null) return;
    const text = event.clipboardData?.getData('text/plain') || (lastCopyOf(app) ?? '');
    if (!mayBeScenario(text)) return;
    event.preventDefault();
    void pasteText(app, text);
  };
  target.addEventListener('keydown', onKeyDown);
  target.addEventListener('paste', onPaste);
  return () => {
    target.removeEventListener('keydown', onKeyDown);
    target.removeEventListener('paste', onPaste);
  };
}

/** The action that a key press stands for now; null where it is not for us. */
export function actionFor(app: App, event: KeyboardEvent, isMac = runsOnMac()): Action | null {
  if (event.defaultPrevented || event.isComposing) return null;
  if (app.view.getState().dialog !== null) return null;
  const action = actions.find((one) =>
    shortcutsOf(one).some((shortcut) => matchesShortcut(event, shortcut, isMac)),
  );
  if (action === undefined || !action.isEnabled(app)) return null;
  if (wantsText(event.target) && action.worksWhileTyping !== true) return null;
  return wantsKey(event) ? null : action;
}

const shortcutsOf = ({ shortcut, otherShortcuts = [] }: Action): readonly string[] =>
  shortcut === undefined ? otherShortcuts : [shortcut, ...otherShortcuts];

const textInputs = 'input:not([type=checkbox], [type=radio], [type=range], [type=button])';
const textPlaces = `${textInputs}, textarea, select, [contenteditable=true], .monaco-editor`;

function wantsText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(textPlaces) !== null;
}

const pressed = 'button, a[href], summary, input, [role=button], [role=tab], [role=switch]';
const walked = '[role=menu], [role=listbox], [role=slider], [role=tablist], [role=separator]';

/** Whether what has the focus does something of its own with that key. */
function wantsKey({ key, target, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (!(target instanceof Element) || ctrlKey || metaKey) return false;
  if (target.closest('[role=menu], [role=listbox]') !== null) return true;
  if (key === ' ' || key === 'Enter') return target.closest(pressed) !== null;
  const isWalking = key.startsWith('Arrow') || key === 'Home' || key === 'End';
  return isWalking && target.closest(walked) !== null;
}
