/**
 * Follows a message: whenever a picture was painted, sees to it that a token of the followed message,
 * or a node that holds it, is well within the pane. The viewport moves only when the message is about
 * to leave it, and then in one calm sweep.
 */
import type { ReactFlowState } from '@xyflow/react';
import type { ViewStore } from '#app';
import type { CanvasStore } from '../canvas-store.ts';
import { centerOf } from '../edges/node-box.ts';
import type { Point } from '../graph/place-things.ts';
import type { FlightPainter } from './flight-painter.ts';
import type { Transform } from './token-field.ts';

interface FlowStore {
  readonly getState: () => Pick<
    ReactFlowState,
    'transform' | 'width' | 'height' | 'panZoom' | 'domNode'
  >;
}

/** The outer part of the pane, on each side, in which a followed message does not stay. */
const margin = 0.14;
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
    const token = field.whereIs(followed);
    // Of several copies it is enough to see one.
    const places = token === null ? holdersOf(domNode, canvas, followed, transform) : [token];
    const [place] = places;
    const isInSight = ({ x, y }: Point): boolean =>
      x > width * margin &&
      x < width * (1 - margin) &&
      y > height * margin &&
      y < height * (1 - margin);
    if (place === undefined || places.some(isInSight)) return;
    const [left, top, zoom] = transform;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    isSweeping = true;
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

/** The middles of the nodes in which the message lies, on the screen. */
function holdersOf(
  domNode: HTMLElement | null,
  canvas: CanvasStore,
  message: number,
  [left, top, zoom]: Transform,
): readonly Point[] {
  const { boxes } = canvas.getState();
  const slots = domNode?.querySelectorAll<HTMLElement>(`[data-message="${message}"]`) ?? [];
  return [...slots].flatMap((slot) => {
    const key = slot.closest<HTMLElement>('[data-node-key]')?.dataset['nodeKey'];
    const box = key === undefined ? undefined : boxes.get(key);
    if (box === undefined) return [];
    const { x, y } = centerOf(box);
    return [{ x: x * zoom + left, y: y * zoom + top }];
  });
}
