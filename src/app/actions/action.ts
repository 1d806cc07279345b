/**
 * Something a user can do. Menus, keys, buttons and the command palette are all made from actions,
 * so that each has one name, one shortcut and one condition everywhere.
 */
import type { App } from '../app.ts';

export type ActionGroup = 'Run' | 'Edit' | 'Add' | 'Arrange' | 'Faults' | 'Scenario' | 'View';

export interface Action {
  readonly id: string;
  readonly label: string;
  /** What it would do now, where that can be said more exactly: `Undo add queue`. */
  readonly labelNow?: (app: App) => string;
  readonly group: ActionGroup;
  /** See keys/shortcut.ts. */
  readonly shortcut?: string;
  readonly otherShortcuts?: readonly string[];
  /** Its shortcut also works while the focus is in a field or in the editor. */
  readonly worksWhileTyping?: boolean;
  /** Other words that people look for it by. */
  readonly keywords?: string;
  readonly isEnabled: (app: App) => boolean;
  readonly perform: (app: App) => void;
}

export const always = (): boolean => true;
