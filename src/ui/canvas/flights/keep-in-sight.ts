/**
 * Follows a message: whenever a picture was painted, sees to it that the token of the followed
 * message, or the node that holds it, is well within the pane. The viewport moves only when the
 * message is about to leave it, and then in one calm sweep.
 */
import type { ReactFlowState } from '@xyflow/react';
import type { ViewStore } from '#app';
import type { CanvasStore } from '../canvas-store.ts';
import { centerOf } from '../edges/node-box.ts';
import type { FlightPainter } from './flight-painter.ts';

interface FlowStore {
  readonly getState: () => Pick<
    ReactFlowState,
    'transform' | 'width' | 'height' | 'panZoom' | 'domNode'
  >;
}

/** The outer part of the pane, on each side, in which a followed message does not stay. */
const margin = 0.18;
const sweepMs = 420;

export function keepInSight(
  flow: FlowStore,
  canvas: CanvasStore,
  view: ViewStore,
): (painter: FlightPainter) => void {
  let isSweeping = false;
  return ({ field }) => {
    const { followed } = view.getState();
    if (followed === null || isSweeping) return;
    const { transform, width, height, panZoom, domNode } = flow.getState();
    if (panZoom === null || width === 0) return;
    const [left, top, zoom] = transform;
    const token = field.whereIs(followed);
    const place = token ?? placeOfHolder(domNode, canvas, followed, transform);
    if (place === null) return;
    const isInSight =
      place.x > width * margin &&
      place.x < width * (1 - margin) &&
      place.y > height * margin &&
      place.y < height * (1 - margin);
    if (isInSight) return;
    isSweeping = true;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    void panZoom
      .setViewport(
        { x: left + width / 2 - place.x, y: top + height / 2 - place.y, zoom },
        { duration: isCalm ? 0 : sweepMs },
      )
      .finally(() => {
        isSweeping = false;
      });
  };
}

/** The middle of the node in which the message lies, on the screen. */
function placeOfHolder(
  domNode: HTMLElement | null,
  canvas: CanvasStore,
  message: number,
  [left, top, zoom]: readonly [number, number, number],
): { readonly x: number; readonly y: number } | null {
  const slot = domNode?.querySelector<HTMLElement>(`[data-message="${message}"]`);
  const key = slot?.closest<HTMLElement>('[data-node-key]')?.dataset['nodeKey'];
  const box = key === undefined ? undefined : canvas.getState().boxes.get(key);
  if (box === undefined) return null;
  const { x, y } = centerOf(box);
  return { x: x * zoom + left, y: y * zoom + top };
}
