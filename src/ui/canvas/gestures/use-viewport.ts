/** What part of the canvas is in sight: fits a scenario when it is opened, and says where one is. */
import { useReactFlow, useStoreApi } from '@xyflow/react';
import type { Viewport } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import { useApp } from '../../app-context.tsx';
import { useCanvasStore } from '../canvas-context.tsx';
import { fitOptions } from '../CanvasControls.tsx';
import { narrowWidth, useRefit } from './use-refit.ts';
import type { NodeBox } from '../edges/node-box.ts';
import type { Point } from '../graph/place-things.ts';

export interface ViewportHandlers {
  readonly onInit: () => void;
  readonly onMoveEnd: (event: MouseEvent | TouchEvent | null) => void;
  /** Where a panel that belongs to a node opens, in pixels of the pane. */
  readonly placeOf: (key: string) => Point;
}

const pickerWidth = 280;
const pickerHeight = 300;

const readableZoom = 0.6;

/** Where the messages come from, large enough to read; the rest is a swipe away. */
function beginningOf(boxes: readonly NodeBox[], height: number): Viewport {
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  const room = height - marginBottom;
  const y = (room - (bottom - top) * readableZoom) / 2 - top * readableZoom;
  return {
    x: margin - left * readableZoom,
    y: Math.max(y, margin - top * readableZoom),
    zoom: readableZoom,
  };
}

const margin = 16;
/** The counters and the zoom buttons stand there. */
const marginBottom = 130;

export function useViewport(): ViewportHandlers {
  const app = useApp();
  const canvas = useCanvasStore();
  const flow = useStoreApi();
  const { fitView, setViewport } = useReactFlow();
  const isFitted = useRef(true);

  const showScenario = useCallback(() => {
    const boxes = [...canvas.getState().boxes.values()];
    const { width, height } = flow.getState();
    // An empty canvas stays as it is: React Flow would wait and fit the first node dropped on it.
    if (boxes.length === 0) void setViewport({ x: 0, y: 0, zoom: 1 });
    else if (width < narrowWidth) void setViewport(beginningOf(boxes, height));
    else void fitView({ ...fitOptions, duration: 0 });
    isFitted.current = boxes.length > 0;
  }, [canvas, fitView, flow, setViewport]);

  useRefit(isFitted);

  useEffect(() => {
    let frame: number | null = null;
    const end = app.document.subscribe((now, before) => {
      if (now.scenario === before.scenario || now.isTouched || now.canUndo) return;
      // It has just been opened. Its nodes are there when React has rendered them.
      frame ??= requestAnimationFrame(() => {
        frame = null;
        showScenario();
      });
    });
    return () => {
      end();
      if (frame !== null) cancelAnimationFrame(frame);
    };
  }, [app, showScenario]);

  const tellCentre = useCallback(() => {
    const { transform, width, height } = flow.getState();
    const [left, top, zoom] = transform;
    if (width === 0) return;
    app.view.getState().setCanvasCentre([(width / 2 - left) / zoom, (height / 2 - top) / zoom]);
  }, [app, flow]);

  const placeOf = useCallback(
    (key: string) => besideNode(flow.getState(), canvas.getState().boxes.get(key)),
    [canvas, flow],
  );
  const onInit = useCallback(() => {
    if (flow.getState().width < narrowWidth) showScenario();
    tellCentre();
  }, [flow, showScenario, tellCentre]);
  const onMoveEnd = useCallback(
    (event: MouseEvent | TouchEvent | null) => {
      if (event !== null) isFitted.current = false;
      tellCentre();
    },
    [tellCentre],
  );
  return { onInit, onMoveEnd, placeOf };
}

interface Pane {
  readonly transform: readonly [number, number, number];
  readonly width: number;
  readonly height: number;
}

function besideNode({ transform, width, height }: Pane, box: NodeBox | undefined): Point {
  const [left, top, zoom] = transform;
  if (box === undefined) return { x: margin, y: margin };
  const x = (box.x + box.width) * zoom + left + 12;
  const y = box.y * zoom + top;
  return {
    x: Math.max(8, Math.min(x, width - pickerWidth)),
    y: Math.max(8, Math.min(y, height - pickerHeight)),
  };
}
