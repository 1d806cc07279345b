/**
 * What a program declares comes into sight, unless somebody has moved the canvas to look at something
 * else: then it stays as they left it.
 */
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { useApp } from '../../app-context.tsx';
import { useCanvasStore } from '../canvas-context.tsx';
import type { NodeBox } from '../edges/node-box.ts';
import { fitOptions } from '../fit-options.ts';
import { narrowWidth } from './use-refit.ts';

const sweepMs = 420;
/** Several things are often declared at one blow. */
const quietMs = 60;

export function useFoundInSight(): void {
  const app = useApp();
  const canvas = useCanvasStore();
  const flow = useStoreApi();
  const { fitView } = useReactFlow();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isInSight = ({ x, y, width, height }: NodeBox): boolean => {
      const { transform, width: paneWidth, height: paneHeight } = flow.getState();
      const [left, top, zoom] = transform;
      return (
        x * zoom + left >= 0 &&
        y * zoom + top >= 0 &&
        (x + width) * zoom + left <= paneWidth &&
        (y + height) * zoom + top <= paneHeight
      );
    };
    const end = canvas.subscribe(({ boxes, sight }, before) => {
      if (boxes === before.boxes || sight === 'moved' || flow.getState().width < narrowWidth)
        return;
      const { found } = app.document.getState();
      const isOut = [...boxes].some(
        ([key, box]) => found.has(key) && !before.boxes.has(key) && !isInSight(box),
      );
      if (!isOut) return;
      clearTimeout(timer);
      const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      timer = setTimeout(() => {
        canvas.setState({ sight: 'fitted' });
        void fitView({ ...fitOptions, duration: isCalm ? 0 : sweepMs });
      }, quietMs);
    });
    return () => {
      end();
      clearTimeout(timer);
    };
  }, [app, canvas, fitView, flow]);
}
