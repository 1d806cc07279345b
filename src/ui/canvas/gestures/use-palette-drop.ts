/** Things dragged from the palette onto the canvas are made where they are dropped. */
import { useReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import type { DragEvent } from 'react';
import { addedKinds, addThing } from '#app';
import type { AddedKind } from '#app';
import { useApp } from '../../app-context.tsx';
import { focusNode } from '../keys/focus-node.ts';
import { cornerAround } from './create.ts';

/** What is dragged carries its kind under this type. */
export const paletteType = 'application/warren-node';

export interface DropHandlers {
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
}

export function usePaletteDrop(): DropHandlers {
  const app = useApp();
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(
    () => ({
      onDragOver: (event) => {
        if (!event.dataTransfer.types.includes(paletteType)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      },
      onDrop: (event) => {
        const kind = event.dataTransfer.getData(paletteType);
        if (!isAddedKind(kind)) return;
        event.preventDefault();
        const middle = screenToFlowPosition({ x: event.clientX, y: event.clientY });
        focusNode(addThing(app, kind, { at: cornerAround(kind, middle) }));
      },
    }),
    [app, screenToFlowPosition],
  );
}

const isAddedKind = (text: string): text is AddedKind =>
  (addedKinds as readonly string[]).includes(text);
