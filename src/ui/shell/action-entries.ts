/** Lines of a menu made from actions. */
import { actionOf } from '#app';
import type { App } from '#app';
import type { MenuAction } from '../parts/menu-entry.ts';

export function actionEntry(app: App, id: string, extra: Partial<MenuAction> = {}): MenuAction {
  const action = actionOf(id);
  return {
    kind: 'action',
    label: action.labelNow?.(app) ?? action.label,
    shortcut: action.shortcut,
    isEnabled: action.isEnabled(app),
    perform: () => action.perform(app),
    ...extra,
  };
}
