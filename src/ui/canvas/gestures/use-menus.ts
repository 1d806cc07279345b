/** Right-click opens the one menu, on a node, on a line, or on a free place; a double click edits. */
import { useReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import type { MouseEvent as ReactMouseEvent } from 'react';
import { useApp } from '../../app-context.tsx';
import { useCanvasStore } from '../canvas-context.tsx';
import type { FlowEdge, FlowNode } from '../flow-elements.ts';
import { openMenuAt } from './open-menu.ts';
import { select } from './select.ts';

export interface MenuHandlers {
  readonly onNodeContextMenu: (event: ReactMouseEvent, node: FlowNode) => void;
  readonly onEdgeContextMenu: (event: ReactMouseEvent, edge: FlowEdge) => void;
  readonly onPaneContextMenu: (event: ReactMouseEvent | MouseEvent) => void;
  readonly onSelectionContextMenu: (event: ReactMouseEvent, nodes: FlowNode[]) => void;
  readonly onNodeDoubleClick: (event: ReactMouseEvent, node: FlowNode) => void;
  readonly onEdgeDoubleClick: (event: ReactMouseEvent, edge: FlowEdge) => void;
}

export function useMenus(): MenuHandlers {
  const app = useApp();
  const canvas = useCanvasStore();
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(
    () => ({
      onNodeContextMenu: (event, { id }) => {
        if (!app.view.getState().selection.includes(id)) select(app, id, { adds: false });
        openMenuAt(canvas, event, { kind: 'node', key: id });
      },
      onEdgeContextMenu: (event, { id }) => {
        select(app, id, { adds: false });
        openMenuAt(canvas, event, { kind: 'edge', id, bindingKey: null });
      },
      onPaneContextMenu: (event) => {
        const at = screenToFlowPosition({ x: event.clientX, y: event.clientY });
        openMenuAt(canvas, event, { kind: 'pane', at });
      },
      onSelectionContextMenu: (event, [first]) => {
        if (first !== undefined) openMenuAt(canvas, event, { kind: 'node', key: first.id });
      },
      onNodeDoubleClick: (_, { id }) => canvas.getState().edit(id),
      onEdgeDoubleClick: (_, { data }) => {
        const key = data?.edge.chips[0]?.key ?? '';
        if (key !== '') canvas.getState().edit(key);
      },
    }),
    [app, canvas, screenToFlowPosition],
  );
}
