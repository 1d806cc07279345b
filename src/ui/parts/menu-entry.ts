/** A line of a menu. */
import type { ReactNode } from 'react';

export interface MenuAction {
  readonly kind: 'action';
  readonly label: string;
  readonly icon?: ReactNode;
  readonly shortcut?: string | undefined;
  readonly isEnabled?: boolean;
  readonly isDanger?: boolean;
  /** A check mark; where left out the entry is nothing to choose. */
  readonly isChecked?: boolean;
  readonly perform: () => void;
}

export type MenuEntry =
  | MenuAction
  | { readonly kind: 'separator' }
  | { readonly kind: 'heading'; readonly label: string };
