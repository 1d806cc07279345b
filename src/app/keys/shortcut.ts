/**
 * Shortcuts as text: `Mod+Shift+Z`, `Space`, `?`. `Mod` is the command key on a Mac and Ctrl
 * elsewhere. Which key is meant goes by what it writes, not by where it sits, so that it holds on
 * every keyboard.
 */

/** What of a keyboard event matters here. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const namedKeys: Readonly<Record<string, string>> = { Space: ' ' };

export function matchesShortcut(press: KeyPress, shortcut: string, isMac: boolean): boolean {
  const parts = shortcut.split('+');
  const name = parts.at(-1) ?? '';
  const key = namedKeys[name] ?? name;
  const wantsMod = parts.includes('Mod');
  const wantsShift = parts.includes('Shift');
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const otherMod = isMac ? press.ctrlKey : press.metaKey;
  if (mod !== wantsMod || otherMod || press.altKey) return false;
  // Many characters cannot be written without Shift, and which they are depends on the keyboard.
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase() && key !== ' ';
  if (!isSign && press.shiftKey !== wantsShift) return false;
  return press.key.length === 1 ? press.key.toLowerCase() === key.toLowerCase() : press.key === key;
}

const macNames: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Shift: '⇧',
  Delete: '⌫',
  Backspace: '⌫',
};

const signs: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
};

/** As the keys of this machine are called: `⌘Z` or `Ctrl+Z`. */
export function shortcutText(shortcut: string, isMac = runsOnMac()): string {
  const parts = shortcut.split('+').map((part) => {
    if (isMac && macNames[part] !== undefined) return macNames[part];
    return part === 'Mod' ? 'Ctrl' : (signs[part] ?? part);
  });
  return parts.join(isMac ? '' : '+');
}

/** For `aria-keyshortcuts`. */
export const ariaShortcut = (shortcut: string, isMac = runsOnMac()): string =>
  shortcut.replace('Mod', isMac ? 'Meta' : 'Control');

export const runsOnMac = (): boolean =>
  typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
