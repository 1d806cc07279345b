/** Opens the canvas's menu where the pointer is, or, from the keyboard, where the thing is. */
import type { CanvasStore, MenuTarget } from '../canvas-store.ts';

interface PointerPlace {
  readonly clientX: number;
  readonly clientY: number;
  readonly currentTarget: EventTarget | null;
  preventDefault(): void;
  stopPropagation(): void;
}

export function openMenuAt(canvas: CanvasStore, event: PointerPlace, target: MenuTarget): void {
  event.preventDefault();
  event.stopPropagation();
  const isFromKeys = event.clientX === 0 && event.clientY === 0;
  const box = (event.currentTarget as Element | null)?.getBoundingClientRect();
  const place =
    isFromKeys && box !== undefined
      ? { x: box.left + box.width / 2, y: box.top + box.height / 2 }
      : { x: event.clientX, y: event.clientY };
  canvas.getState().openMenu({ target, ...place });
}
