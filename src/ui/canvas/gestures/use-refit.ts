/**
 * Until somebody moves the canvas, all of it stays in sight when a panel opens beside it. Not at once:
 * the click that opened the panel may be the first of two, or the beginning of a drag.
 */
import { useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { useCanvasStore } from '../canvas-context.tsx';
import { fitOptions } from '../fit-options.ts';

/** Below it a whole scenario would be too small to read. */
export const narrowWidth = 600;

const quietMs = 450;

export function useRefit(fit: (duration: number) => void): void {
  const canvas = useCanvasStore();
  const flow = useStoreApi();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refit = (): void => {
      const { moved, wiring, editing, menu, sight } = canvas.getState();
      const isBusy = moved.size > 0 || wiring !== null || editing !== null || menu !== null;
      if (sight === 'fitted' && !isBusy && flow.getState().width >= narrowWidth) {
        fit(fitOptions.duration);
      }
    };
    const end = flow.subscribe(({ width, height }, before) => {
      if (width === before.width && height === before.height) return;
      if (before.width === 0) return;
      clearTimeout(timer);
      timer = setTimeout(refit, quietMs);
    });
    return () => {
      end();
      clearTimeout(timer);
    };
  }, [canvas, fit, flow]);
}
