/** Right-click and long press: both open the same menu, on a node, on a line, or on a free place. */
import { useReactFlow } from '@xyflow/react';
import { useCallback, useEffect } from 'react';
import type { MouseEvent as ReactMouseEvent, RefObject } from 'react';
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
  readonly onPaneClick: () => void;
}

const longPressMs = 480;
/** A finger is never quite still. */
const driftMax = 10;

export function useMenus(root: RefObject<HTMLElement | null>): MenuHandlers {
  const app = useApp();
  const canvas = useCanvasStore();
  const { screenToFlowPosition } = useReactFlow();

  const onNodeContextMenu = useCallback(
    (event: ReactMouseEvent, { id }: FlowNode) => {
      if (!app.view.getState().selection.includes(id)) select(app, id, { adds: false });
      openMenuAt(canvas, event, { kind: 'node', key: id });
    },
    [app, canvas],
  );
  const onEdgeContextMenu = useCallback(
    (event: ReactMouseEvent, { id }: FlowEdge) => {
      select(app, id, { adds: false });
      openMenuAt(canvas, event, { kind: 'edge', id, bindingKey: null });
    },
    [app, canvas],
  );
  const onPaneContextMenu = useCallback(
    (event: ReactMouseEvent | MouseEvent) => {
      const at = screenToFlowPosition({ x: event.clientX, y: event.clientY });
      openMenuAt(canvas, event, { kind: 'pane', at });
    },
    [canvas, screenToFlowPosition],
  );
  const onSelectionContextMenu = useCallback(
    (event: ReactMouseEvent, [first]: FlowNode[]) => {
      if (first !== undefined) openMenuAt(canvas, event, { kind: 'node', key: first.id });
    },
    [canvas],
  );
  const onNodeDoubleClick = useCallback(
    (_: ReactMouseEvent, { id }: FlowNode) => canvas.getState().edit(id),
    [canvas],
  );
  const onEdgeDoubleClick = useCallback(
    (_: ReactMouseEvent, { data }: FlowEdge) => {
      const key = data?.edge.chips[0]?.key ?? '';
      if (key !== '') canvas.getState().edit(key);
    },
    [canvas],
  );
  const onPaneClick = useCallback(() => app.view.getState().select([]), [app]);
  useLongPress(root);
  return {
    onNodeContextMenu,
    onEdgeContextMenu,
    onPaneContextMenu,
    onSelectionContextMenu,
    onNodeDoubleClick,
    onEdgeDoubleClick,
    onPaneClick,
  };
}

/** A finger that rests becomes a right-click, also where the browser does not make it one. */
function useLongPress(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | null = null;
    let start: PointerEvent | null = null;
    const cancel = (): void => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    };
    const onDown = (event: PointerEvent): void => {
      cancel();
      if (event.pointerType !== 'touch' || !event.isPrimary) return;
      start = event;
      timer = setTimeout(() => {
        timer = null;
        const { clientX, clientY, target } = event;
        const init = { bubbles: true, cancelable: true, clientX, clientY };
        target?.dispatchEvent(new MouseEvent('contextmenu', init));
      }, longPressMs);
    };
    const onMove = (event: PointerEvent): void => {
      if (start === null || timer === null) return;
      const drift = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY);
      if (drift > driftMax) cancel();
    };
    const endings = ['pointerup', 'pointercancel', 'contextmenu'] as const;
    element.addEventListener('pointerdown', onDown, { capture: true, passive: true });
    element.addEventListener('pointermove', onMove, { capture: true, passive: true });
    for (const name of endings) element.addEventListener(name, cancel, { capture: true });
    return () => {
      cancel();
      element.removeEventListener('pointerdown', onDown, { capture: true });
      element.removeEventListener('pointermove', onMove, { capture: true });
      for (const name of endings) element.removeEventListener(name, cancel, { capture: true });
    };
  }, [root]);
}
