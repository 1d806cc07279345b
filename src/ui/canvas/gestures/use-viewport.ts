/** What part of the canvas is in sight: fits a scenario when it is opened, and says where one is. */
import { getViewportForBounds, useReactFlow, useStoreApi } from '@xyflow/react';
import type { Viewport } from '@xyflow/react';
import { useCallback, useEffect } from 'react';
import type { App } from '#app';
import { useApp } from '../../app-context.tsx';
import { useCanvasStore } from '../canvas-context.tsx';
import type { CanvasStore } from '../canvas-store.ts';
import { fitOptions } from '../fit-options.ts';
import { narrowWidth, useRefit } from './use-refit.ts';
import type { Box } from '../graph/place-things.ts';
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
function beginningOf({ x, y, height }: Box, paneHeight: number): Viewport {
  const room = paneHeight - marginBottom;
  const top = (room - height * readableZoom) / 2 - y * readableZoom;
  return {
    x: margin - x * readableZoom,
    y: Math.max(top, margin - y * readableZoom),
    zoom: readableZoom,
  };
}

const margin = 16;
/** The counters and the zoom buttons stand there. */
const marginBottom = 130;

/** As large as most nodes are, or larger. */
const placeSize = { width: 244, height: 108 } as const;

/** Scripts and programs declare things as they go; what has its place already is in sight at once. */
function boxesToShow(app: App, canvas: CanvasStore): readonly Box[] {
  const { script, scenario } = app.playback.getState().history.run;
  const boxes = [...canvas.getState().boxes.values()];
  if (!hasStage(app)) return boxes;
  const places = Object.values(scenario.positions).map(([x, y]) => ({ x, y, ...placeSize }));
  return script === undefined ? [...boxes, ...places] : places;
}

/** Things come and go on it while the run goes on. */
export function hasStage({ playback }: App): boolean {
  const { script, scenario } = playback.getState().history.run;
  return script !== undefined || scenario.clients.some(({ program }) => program !== undefined);
}

function boundsOf(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

export function useViewport(): ViewportHandlers {
  const app = useApp();
  const canvas = useCanvasStore();
  const flow = useStoreApi();
  const { setViewport } = useReactFlow();

  const showScenario = useCallback(
    (duration = 0) => {
      const boxes = boxesToShow(app, canvas);
      const { width, height, minZoom } = flow.getState();
      const { padding, maxZoom } = fitOptions;
      canvas.setState({ sight: boxes.length > 0 ? 'fitted' : 'unset' });
      // An empty canvas stays as it is.
      if (boxes.length === 0) return void setViewport({ x: 0, y: 0, zoom: 1 });
      const bounds = boundsOf(boxes);
      const sight =
        width < narrowWidth
          ? beginningOf(bounds, height)
          : getViewportForBounds(bounds, width, height, minZoom, maxZoom, padding);
      void setViewport(sight, { duration });
    },
    [app, canvas, flow, setViewport],
  );

  useRefit(showScenario);

  useShowWhenOpened(app, showScenario);

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
    if (flow.getState().width < narrowWidth || hasStage(app)) showScenario();
    tellCentre();
  }, [app, flow, showScenario, tellCentre]);
  const onMoveEnd = useCallback(
    (event: MouseEvent | TouchEvent | null) => {
      if (event !== null) canvas.setState({ sight: 'moved' });
      tellCentre();
    },
    [canvas, tellCentre],
  );
  return { onInit, onMoveEnd, placeOf };
}

function useShowWhenOpened(app: App, show: () => void): void {
  useEffect(() => {
    let frame: number | null = null;
    let shown = app.playback.getState().history.run.script;
    let opened = app.playback.getState().openNumber;
    const end = app.document.subscribe((now, before) => {
      if (now.scenario === before.scenario || now.isTouched || now.canUndo) return;
      const { history, openNumber } = app.playback.getState();
      const { script, programs } = history.run;
      const isSame = openNumber === opened && programs !== undefined;
      const isPlayedOn = isSame || (script !== undefined && script === shown);
      opened = openNumber;
      shown = script;
      if (isPlayedOn) return;
      // It has just been opened. Its nodes are there when React has rendered them.
      frame ??= requestAnimationFrame(() => {
        frame = null;
        show();
      });
    });
    return () => {
      end();
      if (frame !== null) cancelAnimationFrame(frame);
    };
  }, [app, show]);
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
