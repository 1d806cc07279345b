/**
 * When messages leave the head of a queue the others move up. They do so in one short movement of the
 * whole row, on a lively canvas; where much happens at once, or motion is not wanted, they are simply
 * there.
 */
import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { QueuedMessage } from '#engine';

const slideMs = 150;

export function useSlide(
  row: RefObject<HTMLElement | null>,
  slots: readonly QueuedMessage[],
  pitch: number,
): void {
  const last = useRef<{ readonly positions: readonly number[]; readonly pitch: number } | null>(
    null,
  );
  useLayoutEffect(() => {
    const before = last.current;
    last.current = { positions: slots.map(({ position }) => position), pitch };
    const element = row.current;
    const head = slots[0];
    if (before === null || head === undefined || element === null || before.pitch !== pitch) return;
    const left = before.positions.indexOf(head.position);
    if (left <= 0 || element.closest('[data-lively="true"]') === null) return;
    element.animate?.([{ transform: `translateX(${-left * pitch}px)` }, { transform: 'none' }], {
      duration: slideMs,
      easing: 'ease-out',
    });
  });
}
