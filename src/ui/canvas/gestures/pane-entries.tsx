/** What can be done on a free place of the canvas, and with a wire that ends on one. */
import { addedKinds, addThing } from '#app';
import type { AddedKind, App } from '#app';
import type { MenuEntry } from '../../parts/menu-entry.ts';
import type { CanvasStore, MenuTarget } from '../canvas-store.ts';
import type { Point } from '../graph/place-things.ts';
import { kindNames } from '../graph/thing.ts';
import { focusNode } from '../keys/focus-node.ts';
import { KindGlyph } from '../nodes/KindGlyph.tsx';
import { cornerAround, kindsToWire, makeWired } from './create.ts';

export function paneEntries(
  app: App,
  canvas: CanvasStore,
  at: Point,
  fitView: () => void,
): readonly MenuEntry[] {
  const { graph } = canvas.getState();
  return [
    ...addedKinds.map(
      (kind): MenuEntry => ({
        kind: 'action',
        label: `Add ${withArticle(kind)}`,
        icon: <KindGlyph kind={kind} />,
        perform: () => focusNode(addThing(app, kind, { at: cornerAround(kind, at) })),
      }),
    ),
    { kind: 'separator' },
    {
      kind: 'action',
      label: 'Select all',
      shortcut: 'Mod+A',
      isEnabled: graph.nodes.size > 0,
      perform: () => app.view.getState().select([...graph.nodes.keys()]),
    },
    { kind: 'action', label: 'Fit the view', isEnabled: graph.nodes.size > 0, perform: fitView },
  ];
}

export function wireEntries(
  app: App,
  canvas: CanvasStore,
  { at, from, seeks }: Extract<MenuTarget, { kind: 'wire' }>,
): readonly MenuEntry[] {
  const thing = canvas.getState().graph.nodes.get(from)?.thing;
  if (thing === undefined) return [];
  return [
    {
      kind: 'heading',
      label: seeks === 'target' ? 'Make and wire to it' : 'Make and wire from it',
    },
    ...kindsToWire(thing, seeks).map(
      (kind): MenuEntry => ({
        kind: 'action',
        label: kindNames[kind],
        icon: <KindGlyph kind={kind} />,
        perform: () => makeWired(app, canvas, kind, from, seeks, at),
      }),
    ),
  ];
}

const withArticle = (kind: AddedKind): string => `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
