/** A finger that rests becomes a right-click, also where the browser does not make it one. */
import { useEffect } from 'react';
import type { RefObject } from 'react';

const longPressMs = 480;
/** A finger is never quite still. */
const driftMax = 10;

export function useLongPress(root: RefObject<HTMLElement | null>): void {
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
