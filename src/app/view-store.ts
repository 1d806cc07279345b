/**
 * What the visitor looks at: selection, panels, dialogs, theme, notices. None of it is part of the
 * document or of the run, and none of it can be undone.
 */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { MessageId } from '#engine';
import { hasSettings, readSettings, writeSettings } from './settings.ts';
import type { SettingsStorage } from './settings.ts';

export type Theme = 'dark' | 'light' | 'system';
export type PanelSide = 'left' | 'right' | 'bottom';
export type DialogName = 'gallery' | 'share' | 'commands' | 'shortcuts';

export interface PanelState {
  readonly open: boolean;
  /** In pixels: of its width, or of its height at the bottom. */
  readonly size: number;
  /** Right: `inspector` or `code`. Left: `add`, or `broker` with a place in it. Bottom: `journal`. */
  readonly tab: string;
}

export type Panels = Readonly<Record<PanelSide, PanelState>>;

export interface NoticeAction {
  readonly label: string;
  readonly perform: () => void;
}

/** A sentence at the edge of the screen. */
export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'success' | 'warning' | 'error';
  readonly text: string;
  readonly action: NoticeAction | null;
  /** It goes by itself after so long; null if it waits to be closed. */
  readonly lastsMs: number | null;
}

export type NoticeSpec = Pick<Notice, 'text'> & Partial<Omit<Notice, 'id' | 'text'>>;

export interface View {
  /** Keys of nodes and of lines, as the canvas makes them. */
  readonly selection: readonly string[];
  /** The message that the inspector shows. */
  readonly message: MessageId | null;
  /** The message that the canvas keeps in sight. */
  readonly followed: MessageId | null;
  readonly theme: Theme;
  readonly panels: Panels;
  /** On a phone panels are sheets, one at a time. */
  readonly isNarrow: boolean;
  /** The sheet that is up. */
  readonly sheet: PanelSide | null;
  readonly dialog: DialogName | null;
  readonly notices: readonly Notice[];
  /** What the live region says. Counted, so that the same text twice is said twice. */
  readonly announcement: { readonly text: string; readonly number: number };
  /** Where the middle of the canvas is, in its own coordinates: where things are put. */
  readonly canvasCentre: readonly [number, number] | null;
  /** What stopped the program; null while it is well. */
  readonly failure: Error | null;

  readonly select: (keys: readonly string[]) => void;
  readonly inspectMessage: (message: MessageId | null) => void;
  readonly follow: (message: MessageId | null) => void;
  readonly setTheme: (theme: Theme) => void;
  /** Where panels are sheets, `open` puts the sheet up or away and is not remembered. */
  readonly setPanel: (side: PanelSide, change: Partial<PanelState>) => void;
  readonly setNarrow: (isNarrow: boolean) => void;
  /** Opens it, or closes it if it is open with that tab. */
  readonly togglePanel: (side: PanelSide, tab?: string) => void;
  readonly openDialog: (dialog: DialogName | null) => void;
  readonly notify: (notice: NoticeSpec) => number;
  readonly dismiss: (id: number) => void;
  readonly announce: (text: string) => void;
  readonly setCanvasCentre: (centre: readonly [number, number] | null) => void;
  readonly fail: (error: unknown) => void;
}

export type ViewStore = StoreApi<View>;

const lastsMsUsual = 6_000;
const noticesMax = 4;

const nothingYet = {
  selection: [],
  message: null,
  followed: null,
  isNarrow: false,
  sheet: null,
  dialog: null,
  notices: [],
  announcement: { text: '', number: 0 },
  canvasCentre: null,
  failure: null,
} as const satisfies Partial<View>;

export function createViewStore(storage: SettingsStorage | null): ViewStore {
  const { theme, panels } = readSettings(storage);
  let noticeCount = 0;
  // Whoever closes the inspector does not want it back with every click.
  let isClosedByHand = hasSettings(storage) && !panels.right.open;
  const store = createStore<View>()((set, get) => {
    const showInspector = (): void => {
      const { isNarrow, panels: all } = get();
      if (!isNarrow && !all.right.open) get().setPanel('right', { open: true, tab: 'inspector' });
    };
    return {
      ...nothingYet,
      theme,
      panels,

      select: (selection) => {
        set({ selection, message: null });
        if (selection.length > 0 && !isClosedByHand) showInspector();
      },
      inspectMessage: (message) => {
        set({ message });
        if (message !== null) showInspector();
      },
      follow: (followed) => set({ followed }),
      setTheme: (chosen) => set({ theme: chosen }),
      setPanel: (side, change) => set((view) => withPanel(view, side, change)),
      setNarrow: (isNarrow) => set({ isNarrow, sheet: null }),
      togglePanel: (side, tab) => {
        const { isNarrow, sheet, panels: all } = get();
        const panel = all[side];
        const isOpen = isNarrow ? sheet === side : panel.open;
        const shows = isOpen && (tab === undefined || tab === panel.tab);
        if (side === 'right') isClosedByHand = shows;
        get().setPanel(side, { open: !shows, tab: tab ?? panel.tab });
      },
      openDialog: (dialog) => set({ dialog }),
      notify: ({ text, tone = 'info', action = null, lastsMs = lastsMsUsual }) => {
        const id = ++noticeCount;
        const others = get().notices.filter((notice) => notice.text !== text);
        set({ notices: [...others, { id, text, tone, action, lastsMs }].slice(-noticesMax) });
        get().announce(text);
        return id;
      },
      dismiss: (id) => set(({ notices }) => ({ notices: notices.filter((one) => one.id !== id) })),
      announce: (text) =>
        set(({ announcement }) => ({ announcement: { text, number: announcement.number + 1 } })),
      setCanvasCentre: (canvasCentre) => set({ canvasCentre }),
      fail: (error) => set({ failure: error instanceof Error ? error : new Error(String(error)) }),
    };
  });
  store.subscribe((view, before) => {
    if (view.theme === before.theme && view.panels === before.panels) return;
    writeSettings(storage, { theme: view.theme, panels: view.panels });
  });
  return store;
}

function withPanel(
  { panels, isNarrow, sheet }: View,
  side: PanelSide,
  change: Partial<PanelState>,
): Partial<View> {
  const panel = { ...panels[side], ...change };
  if (!isNarrow) return { panels: { ...panels, [side]: panel } };
  const kept = { ...panels, [side]: { ...panel, open: panels[side].open } };
  if (change.open === undefined) return { panels: kept };
  return { panels: kept, sheet: change.open ? side : sheet === side ? null : sheet };
}
