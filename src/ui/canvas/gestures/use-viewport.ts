/** What part of the canvas is in sight: fits a scenario when it is opened, and says where one is. */
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback, useEffect } from 'react';
import { useApp } from '../../app-context.tsx';
import { useCanvasStore } from '../canvas-context.tsx';
import { fitOptions } from '../CanvasControls.tsx';
import type { Point } from '../graph/place-things.ts';

export interface ViewportHandlers {
  readonly onInit: () => void;
  readonly onMoveEnd: () => void;
  /** Where a panel that belongs to a node opens, in pixels of the pane. */
  readonly placeOf: (key: string) => Point;
}

const pickerWidth = 280;
const pickerHeight = 300;

export function useViewport(): ViewportHandlers {
  const app = useApp();
  const canvas = useCanvasStore();
  const flow = useStoreApi();
  const { fitView, setViewport } = useReactFlow();

  useEffect(() => {
    let frame: number | null = null;
    const end = app.document.subscribe((now, before) => {
      if (now.scenario === before.scenario || now.isTouched || now.canUndo) return;
      // It has just been opened. Its nodes are there when React has rendered them.
      frame ??= requestAnimationFrame(() => {
        frame = null;
        // An empty canvas stays as it is: React Flow would wait and fit the first node dropped on it.
        if (canvas.getState().graph.nodes.size === 0) void setViewport({ x: 0, y: 0, zoom: 1 });
        else void fitView({ ...fitOptions, duration: 0 });
      });
    });
    return () => {
      end();
      if (frame !== null) cancelAnimationFrame(frame);
    };
  }, [app, canvas, fitView, setViewport]);

  const tellCentre = useCallback(() => {
    const { transform, width, height } = flow.getState();
    const [left, top, zoom] = transform;
    if (width === 0) return;
    app.view.getState().setCanvasCentre([(width / 2 - left) / zoom, (height / 2 - top) / zoom]);
  }, [app, flow]);

  const placeOf = useCallback(
    (key: string): Point => {
      const { transform, width, height } = flow.getState();
      const [left, top, zoom] = transform;
      const box = canvas.getState().boxes.get(key);
      if (box === undefined) return { x: 16, y: 16 };
      const x = (box.x + box.width) * zoom + left + 12;
      const y = box.y * zoom + top;
      return {
        x: Math.max(8, Math.min(x, width - pickerWidth)),
        y: Math.max(8, Math.min(y, height - pickerHeight)),
      };
    },
    [canvas, flow],
  );
  return { onInit: tellCentre, onMoveEnd: tellCentre, placeOf };
}
