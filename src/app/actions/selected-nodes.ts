/** Those of the selection that are nodes of the document as it stands. */
import type { App } from '../app.ts';
import { nodeKeysOf } from './keys-of.ts';

export function selectedNodeKeys({ document, view }: App): readonly string[] {
  const { selection } = view.getState();
  if (selection.length === 0) return [];
  const known = new Set(nodeKeysOf(document.getState().scenario));
  return selection.filter((key) => known.has(key));
}
