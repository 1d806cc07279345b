import { duplicateThings } from '#scenario';
import type { Action } from './action.ts';
import { nodeKeysOf } from './keys-of.ts';
import { selectedNodeKeys } from './selected-nodes.ts';

export const duplicate: Action = {
  id: 'duplicate',
  label: 'Duplicate',
  group: 'Edit',
  shortcut: 'Mod+D',
  isEnabled: (app) => selectedNodeKeys(app).length > 0,
  perform: (app) => {
    const keys = selectedNodeKeys(app);
    const before = new Set(nodeKeysOf(app.document.getState().scenario));
    app.document.getState().edit('Duplicate', (scenario) => duplicateThings(scenario, keys));
    const added = nodeKeysOf(app.document.getState().scenario).filter((key) => !before.has(key));
    app.view.getState().select(added);
    app.view.getState().announce(`${added.length} duplicated`);
  },
};
