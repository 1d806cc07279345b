/**
 * What the page remembers of how a visitor likes it: theme and panels. Read at once and before
 * anything is drawn, hence not in IndexedDB, where the work is.
 */
import type { Panels, PanelSide, PanelState, Theme } from './view-store.ts';

/** The part of `localStorage` that is needed; a browser may refuse every call. */
export type SettingsStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** Null where the browser forbids even to ask. */
export function browserSettings(): SettingsStorage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

export interface Settings {
  readonly theme: Theme;
  readonly panels: Panels;
}

const settingsKey = 'warren:settings';

const firstSettings: Settings = {
  theme: 'system',
  panels: {
    left: { open: true, size: 252, tab: 'add' },
    // It opens with the first selection: until then the canvas has the room.
    right: { open: false, size: 340, tab: 'inspector' },
    bottom: { open: false, size: 220, tab: 'journal' },
  },
};

export function readSettings(storage: SettingsStorage | null): Settings {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(settingsKey) ?? '{}');
    return typeof kept === 'object' && kept !== null ? sane(kept) : firstSettings;
  } catch {
    return firstSettings;
  }
}

/** Whether the visitor has been here and chosen something. */
export function hasSettings(storage: SettingsStorage | null): boolean {
  try {
    return typeof storage?.getItem(settingsKey) === 'string';
  } catch {
    return false;
  }
}

export function writeSettings(storage: SettingsStorage | null, settings: Settings): void {
  try {
    storage?.setItem(settingsKey, JSON.stringify(settings));
  } catch {
    // Storage is full or forbidden. The visitor loses a preference at the next visit, nothing else.
  }
}

/** Storage is outside the program: whatever is not as it should be is taken as never set. */
function sane(kept: object): Settings {
  const theme: unknown = Reflect.get(kept, 'theme');
  const panels: unknown = Reflect.get(kept, 'panels');
  return {
    theme: theme === 'dark' || theme === 'light' ? theme : 'system',
    panels: {
      left: sanePanel(panels, 'left'),
      right: sanePanel(panels, 'right'),
      bottom: sanePanel(panels, 'bottom'),
    },
  };
}

function sanePanel(panels: unknown, side: PanelSide): PanelState {
  const usual = firstSettings.panels[side];
  if (typeof panels !== 'object' || panels === null) return usual;
  const panel: unknown = Reflect.get(panels, side);
  if (typeof panel !== 'object' || panel === null) return usual;
  const { open, size } = panel as Partial<PanelState>;
  return {
    open: typeof open === 'boolean' ? open : usual.open,
    size: typeof size === 'number' && size >= 120 && size <= 1_200 ? size : usual.size,
    // The editor is a megabyte: it opens when asked for, not because it was open last week.
    tab: usual.tab,
  };
}
