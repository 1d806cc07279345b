/** What can be done with a line, as lines of its menu. */
import { whyNotYours } from '#app';
import type { App } from '#app';
import type { MenuEntry } from '../../parts/menu-entry.ts';
import type { CanvasStore } from '../canvas-store.ts';
import { wordsOf } from '../flow-elements.ts';
import type { EdgeKind, GraphEdge } from '../graph/graph-edge.ts';
import { removeFromCanvas } from './edits.ts';
import { inspect } from './select.ts';

const removeWords: Readonly<Record<EdgeKind, string>> = {
  publish: 'Stop publishing to it',
  'default-publish': 'Stop publishing to it',
  binding: 'Delete the binding',
  subscription: 'End the subscription',
  'dead-letter': 'Stop dead-lettering to it',
  alternate: 'Remove the alternate exchange',
  reply: 'Stop publishing on to it',
};

export function edgeEntries(
  app: App,
  canvas: CanvasStore,
  id: string,
  bindingKey: string | null,
): readonly MenuEntry[] {
  const { graph } = canvas.getState();
  const edge = graph.edges.find((one) => one.id === id);
  if (edge === undefined) return [];
  const isYours = whyNotYours(app, bindingKey ?? id) === null;
  const bindings = isYours ? edge.chips.filter(({ key }) => key !== '') : [];
  const one = bindingKey ?? (bindings.length === 1 ? (bindings[0]?.key ?? null) : null);
  return [
    { kind: 'heading', label: wordsOf(edge, graph) },
    ...(one === null
      ? []
      : [
          {
            kind: 'action',
            label: 'Edit the binding key',
            shortcut: 'F2',
            perform: () => canvas.getState().edit(one),
          } as const,
        ]),
    { kind: 'action', label: 'Inspect', perform: () => inspect(app, bindingKey ?? id) },
    ...(isYours ? removeEntries(app, edge, bindingKey) : []),
  ];
}

const removeEntries = (
  app: App,
  edge: GraphEdge,
  bindingKey: string | null,
): readonly MenuEntry[] => [
  { kind: 'separator' },
  {
    kind: 'action',
    label: removeLabel(edge, bindingKey),
    shortcut: 'Delete',
    isDanger: true,
    perform: () => removeFromCanvas(app, [bindingKey ?? edge.id]),
  },
];

function removeLabel({ kind, chips }: GraphEdge, bindingKey: string | null): string {
  const isSeveral = kind === 'binding' && bindingKey === null && chips.length > 1;
  return isSeveral ? `Delete ${chips.length} bindings` : removeWords[kind];
}
