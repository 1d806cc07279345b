/** The canvas's one menu: what can be done with what was clicked, at the place where it was. */
import { useReactFlow } from '@xyflow/react';
import type { JSX } from 'react';
import { useApp } from '../../app-context.tsx';
import { PopupMenu } from '../../parts/PopupMenu.tsx';
import { useCanvas, useCanvasStore } from '../canvas-context.tsx';
import { fitOptions } from '../fit-options.ts';
import { giveFocusBack } from '../keys/focus-node.ts';
import { edgeEntries } from './edge-entries.tsx';
import { nodeEntries } from './node-entries.tsx';
import { paneEntries, wireEntries } from './pane-entries.tsx';

export function CanvasMenu(): JSX.Element | null {
  const app = useApp();
  const canvas = useCanvasStore();
  const menu = useCanvas((state) => state.menu);
  const { fitView } = useReactFlow();
  if (menu === null) return null;
  const { target, x, y } = menu;
  const close = (): void => {
    canvas.getState().closeMenu();
    if (target.kind === 'node' && canvas.getState().editing === null) giveFocusBack(target.key);
  };
  const entries =
    target.kind === 'node'
      ? nodeEntries(app, canvas, target.key)
      : target.kind === 'edge'
        ? edgeEntries(app, canvas, target.id, target.bindingKey)
        : target.kind === 'wire'
          ? wireEntries(app, canvas, target)
          : paneEntries(app, canvas, target.at, () => void fitView(fitOptions));
  return (
    <PopupMenu
      key={`${x} ${y}`}
      label={target.kind === 'wire' ? 'Make and wire' : 'Canvas menu'}
      at={{ x, y }}
      entries={entries}
      onClose={close}
    />
  );
}
