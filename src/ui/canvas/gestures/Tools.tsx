/** Hands the canvas's tools to the canvas, and shows what belongs to them: see canvas-tools.ts. */
import { useLayoutEffect } from 'react';
import type { JSX, RefObject } from 'react';
import { bindingKeyOf } from '#app';
import { useApp } from '../../app-context.tsx';
import { useCanvasStore } from '../canvas-context.tsx';
import { ChipField } from '../edges/ChipField.tsx';
import { useCanvasKeys } from '../keys/use-canvas-keys.ts';
import { NameField } from '../nodes/NameField.tsx';
import { ConnectionLine } from './ConnectionLine.tsx';
import { IfYours } from './IfYours.tsx';
import { WireHint } from './WireHint.tsx';
import { WirePreview } from './WirePreview.tsx';
import { removeFromCanvas } from './edits.ts';
import { openMenuAt } from './open-menu.ts';
import { useFoundInSight } from './use-found-in-sight.ts';
import { useLongPress } from './use-long-press.ts';
import { useMenus } from './use-menus.ts';
import { usePaletteDrop } from './use-palette-drop.ts';
import { useWiring } from './use-wiring.ts';

export function Tools({ root }: { readonly root: RefObject<HTMLElement | null> }): JSX.Element {
  const app = useApp();
  const canvas = useCanvasStore();
  const wiring = useWiring();
  const menus = useMenus();
  const drop = usePaletteDrop();
  const onKeyDown = useCanvasKeys();
  useLongPress(root);
  useFoundInSight();
  useLayoutEffect(() => {
    canvas.getState().setTools({
      gestures: { ...wiring, ...menus, connectionLineComponent: ConnectionLine },
      surface: { ...drop, onKeyDown },
      pressChip: (binding, event) => {
        if (event.key === 'F2') canvas.getState().edit(binding);
        else if (event.key === 'Delete' || event.key === 'Backspace') {
          removeFromCanvas(app, [binding]);
        } else return;
        event.preventDefault();
        event.stopPropagation();
      },
      openChipMenu: (id, bindingKey, event) =>
        openMenuAt(canvas, event, { kind: 'edge', id, bindingKey }),
      nameField: (thing) => (
        <IfYours of={thing.key}>
          <NameField thing={thing} />
        </IfYours>
      ),
      chipField: (binding) => (
        <IfYours of={bindingKeyOf(binding)}>
          <ChipField binding={binding} />
        </IfYours>
      ),
    });
    return () => canvas.getState().setTools(null);
  }, [app, canvas, wiring, menus, drop, onKeyDown]);
  return (
    <>
      <WirePreview />
      <WireHint />
    </>
  );
}
