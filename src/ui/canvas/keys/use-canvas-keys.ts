/**
 * The canvas without a mouse. Tab goes from node to node in the direction of flow, the arrows to the
 * nearest in theirs; Enter inspects, F2 edits the name, W or Shift+Enter draws a wire, Alt+arrow
 * moves. The menu key opens the menu, as the browser has it. Whatever is handled here is marked as
 * handled, so that the page's own shortcuts leave it alone.
 */
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback } from 'react';
import type { KeyboardEvent } from 'react';
import { useApp } from '../../app-context.tsx';
import { useCanvasStore } from '../canvas-context.tsx';
import type { CanvasStore } from '../canvas-store.ts';
import { centerOf } from '../edges/node-box.ts';
import { nudge, removeFromCanvas } from '../gestures/edits.ts';
import { inspect } from '../gestures/select.ts';
import { startWiring } from '../gestures/wiring.ts';
import { focusedChipKey, focusedNodeKey, focusNode } from './focus-node.ts';
import { directionOfKey, inReadingOrder, nearestInDirection } from './walk.ts';
import type { Direction } from './walk.ts';

type App = ReturnType<typeof useApp>;

export function useCanvasKeys(): (event: KeyboardEvent) => void {
  const app = useApp();
  const canvas = useCanvasStore();
  const flow = useStoreApi();
  const { setCenter } = useReactFlow();

  /** A node that is focused out of sight is brought into it. */
  const reveal = useCallback(
    (key: string) => {
      const box = canvas.getState().boxes.get(key);
      if (box === undefined) return;
      const { transform, width, height } = flow.getState();
      if (width === 0) return;
      const [left, top, zoom] = transform;
      const { x, y } = centerOf(box);
      const at = { x: x * zoom + left, y: y * zoom + top };
      const isSeen = at.x > 60 && at.y > 40 && at.x < width - 60 && at.y < height - 40;
      if (!isSeen) void setCenter(x, y, { zoom, duration: 200 });
    },
    [canvas, flow, setCenter],
  );

  return useCallback(
    (event: KeyboardEvent) => {
      if (event.defaultPrevented || isForField(event)) return;
      const focused = focusedNodeKey();
      const direction = directionOfKey[event.key];
      const isHandled =
        direction !== undefined && !event.ctrlKey && !event.metaKey
          ? walk(app, canvas, focused, direction, event, reveal)
          : focused !== null && press(app, canvas, focused, event);
      if (isHandled) event.preventDefault();
    },
    [app, canvas, reveal],
  );
}

const isForField = ({ target }: KeyboardEvent): boolean =>
  (target as Element).closest('input, textarea, select, [role="menu"], [role="listbox"]') !== null;

function walk(
  app: App,
  canvas: CanvasStore,
  focused: string | null,
  direction: Direction,
  { altKey, shiftKey }: KeyboardEvent,
  reveal: (key: string) => void,
): boolean {
  const { boxes } = canvas.getState();
  const chip = focusedChipKey();
  if (focused === null && chip !== null) {
    const { edges } = canvas.getState().graph;
    const edge = edges.find(({ chips }) => chips.some(({ key }) => key === chip));
    if (edge !== undefined)
      focusNode(direction === 'left' || direction === 'up' ? edge.from : edge.to);
    return edge !== undefined;
  }
  if (focused === null) {
    // From an empty place of the canvas the first node is the nearest.
    const first = inReadingOrder([...boxes], ([, box]) => box)[0]?.[0];
    if (first !== undefined) focusNode(first);
    return first !== undefined;
  }
  if (altKey) {
    nudge(app, canvas, focused, direction, shiftKey);
    return true;
  }
  const next = nearestInDirection(boxes, focused, direction);
  if (next === null) return true;
  focusNode(next);
  reveal(next);
  if (shiftKey) {
    const view = app.view.getState();
    view.select([...new Set([...view.selection, focused, next])]);
  }
  return true;
}

function press(app: App, canvas: CanvasStore, focused: string, event: KeyboardEvent): boolean {
  const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
  if (altKey || ctrlKey || metaKey) return false;
  const isOnFrame = (event.target as HTMLElement).dataset['nodeKey'] === focused;
  switch (key) {
    case 'Enter':
      if (!isOnFrame) return false;
      if (shiftKey) startWiring(app, canvas, focused, endOf(canvas, focused), 'keys');
      else inspect(app, focused);
      return true;
    case 'w':
    case 'W':
      startWiring(app, canvas, focused, shiftKey ? 'source' : endOf(canvas, focused), 'keys');
      return true;
    case 'F2':
      canvas.getState().edit(focused);
      return true;
    case 'Delete':
    case 'Backspace': {
      const { selection } = app.view.getState();
      removeFromCanvas(app, selection.length > 0 ? selection : [focused], canvas);
      return true;
    }
    default:
      return false;
  }
}

/** A consumer has nothing to wire to: it is wired from its queue. */
const endOf = (canvas: CanvasStore, key: string): 'target' | 'source' =>
  canvas.getState().graph.nodes.get(key)?.thing.kind === 'consumer' ? 'source' : 'target';
