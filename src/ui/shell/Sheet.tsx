/**
 * A panel on a phone: it comes up from the bottom over the canvas and leaves the transport free. Its
 * handle makes it tall or low; dragged down, it closes.
 */
import { X } from 'lucide-react';
import * as m from 'motion/react-m';
import { useRef, useState } from 'react';
import type { JSX, PointerEvent, ReactNode } from 'react';
import { IconButton } from '../parts/IconButton.tsx';
import { Motion } from '../parts/Motion.tsx';
import { useLeaving } from '../parts/use-leaving.ts';
import styles from './Sheet.module.css';

interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A drag that is shorter is a tap. */
const tapPx = 6;
const swipePx = 40;

export function Sheet({ title, onClose, children }: SheetProps): JSX.Element {
  const { isLeaving, leave } = useLeaving(onClose);
  const [isTall, setIsTall] = useState(false);
  const startY = useRef<number | null>(null);
  const onPointerDown = (event: PointerEvent): void => {
    startY.current = event.clientY;
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerUp = (event: PointerEvent): void => {
    const moved = event.clientY - (startY.current ?? event.clientY);
    startY.current = null;
    if (Math.abs(moved) < tapPx) return;
    if (moved < -swipePx) setIsTall(true);
    else if (moved > swipePx && isTall) setIsTall(false);
    else if (moved > swipePx) leave();
  };
  return (
    <Motion>
      <m.section
        className={styles['sheet']}
        role="dialog"
        aria-label={title}
        data-tall={isTall}
        initial={{ y: '100%' }}
        animate={{ y: isLeaving ? '100%' : 0 }}
        transition={{ duration: 0.22, ease: [0.2, 0, 0, 1] }}
        onKeyDown={(event) => event.key === 'Escape' && leave()}
      >
        <header className={styles['header']}>
          <button
            type="button"
            className={styles['handle']}
            aria-label={isTall ? 'Make it lower' : 'Make it taller'}
            onPointerDown={onPointerDown}
            onPointerUp={onPointerUp}
            onClick={() => setIsTall(!isTall)}
          />
          <h2 className={styles['title']}>{title}</h2>
          <IconButton label={`Close: ${title}`} icon={<X />} onClick={leave} />
        </header>
        <div className={styles['content']}>{children}</div>
      </m.section>
    </Motion>
  );
}
