/** A line of a menu. */
import type { ReactNode } from 'react';

export interface MenuAction {
  readonly kind: 'action';
  readonly label: string;
  readonly icon?: ReactNode;
  readonly shortcut?: string | undefined;
  readonly isEnabled?: boolean;
  readonly isDanger?: boolean;
  /** One of several to choose from, and whether it is the chosen one. */
  readonly isChecked?: boolean;
  readonly perform: () => void;
}

export type MenuEntry =
  | MenuAction
  | { readonly kind: 'separator' }
  | { readonly kind: 'heading'; readonly label: string };
