/** Shows the hints of whatever is pointed at or focused; see tooltip.ts. There is one in the page. */
import { useEffect, useState } from 'react';
import type { JSX } from 'react';
import { Kbd } from './Kbd.tsx';
import styles from './TooltipLayer.module.css';

interface Shown {
  readonly text: string;
  readonly shortcut: string | null;
  readonly left: number;
  readonly top: number;
  readonly side: 'above' | 'below';
}

const delayMs = 450;
/** Once one has been shown, its neighbours follow at once. */
const keepsWarmMs = 400;
const edge = 8;

export function TooltipLayer(): JSX.Element | null {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => followTooltips(setShown), []);
  if (shown === null) return null;
  return (
    <div
      className={styles['tooltip']}
      data-side={shown.side}
      style={{ left: shown.left, top: shown.top }}
      aria-hidden
    >
      {shown.text}
      {shown.shortcut !== null && <Kbd shortcut={shown.shortcut} />}
    </div>
  );
}

function followTooltips(show: (shown: Shown | null) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: Element | null = null;
  let hiddenAt = -Infinity;

  const hide = (): void => {
    clearTimeout(timer);
    if (current !== null) hiddenAt = performance.now();
    current = null;
    show(null);
  };
  const come = (event: Event, isAtOnce: boolean): void => {
    const target = event.target instanceof Element ? event.target.closest('[data-tooltip]') : null;
    if (target === current) return;
    hide();
    if (target === null) return;
    current = target;
    const isWarm = performance.now() - hiddenAt < keepsWarmMs && isAtOnce;
    timer = setTimeout(() => show(placed(target)), isWarm ? 0 : delayMs);
  };
  const onPointer = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') come(event, true);
  };
  const onFocus = (event: FocusEvent): void => {
    if (event.target instanceof Element && event.target.matches(':focus-visible'))
      come(event, false);
  };

  const options = { capture: true, passive: true } as const;
  document.addEventListener('pointerover', onPointer, options);
  document.addEventListener('focusin', onFocus, options);
  for (const type of ['focusout', 'pointerdown', 'keydown', 'wheel'] as const)
    document.addEventListener(type, hide, options);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('pointerover', onPointer, options);
    document.removeEventListener('focusin', onFocus, options);
    for (const type of ['focusout', 'pointerdown', 'keydown', 'wheel'] as const)
      document.removeEventListener(type, hide, options);
  };
}

function placed(target: Element): Shown | null {
  if (!target.isConnected) return null;
  const box = target.getBoundingClientRect();
  const text = target.getAttribute('data-tooltip') ?? '';
  const side = box.bottom + 48 < innerHeight ? 'below' : 'above';
  // Wide enough a guess to keep it on the screen without measuring it first.
  const halfWidth = Math.min(150, text.length * 4 + 30);
  return {
    text,
    shortcut: target.getAttribute('data-shortcut'),
    side,
    left: Math.min(
      innerWidth - halfWidth - edge,
      Math.max(halfWidth + edge, box.x + box.width / 2),
    ),
    top: side === 'below' ? box.bottom + 8 : box.top - 8,
  };
}
