/** What a canvas without anything on it says: how to begin. */
import type { JSX } from 'react';
import { useApp } from '../app-context.tsx';
import { Button } from '../parts/Button.tsx';
import { KindGlyph } from './nodes/KindGlyph.tsx';
import styles from './canvas.module.css';

export function EmptyCanvas(): JSX.Element {
  const { view } = useApp();
  return (
    <div className={styles['empty']}>
      <div className={styles['emptyCard']}>
        <div className={styles['emptySketch']} aria-hidden="true">
          <span style={{ color: 'var(--producer)' }}>
            <KindGlyph kind="producer" />
          </span>
          ⟶
          <span style={{ color: 'var(--exchange)' }}>
            <KindGlyph kind="exchange" />
          </span>
          ⟶
          <span style={{ color: 'var(--queue)' }}>
            <KindGlyph kind="queue" />
          </span>
          ⟶
          <span style={{ color: 'var(--consumer)' }}>
            <KindGlyph kind="consumer" />
          </span>
        </div>
        <div className={styles['emptyTitle']}>Nothing here yet</div>
        <div>
          Drag a producer, an exchange, a queue and a consumer here, or right-click to add one. Then
          drag from the right edge of each to the next, and press play.
        </div>
        <div className={styles['emptyRow']}>
          <Button onClick={() => view.getState().openDialog('gallery')}>Open a scenario</Button>
        </div>
      </div>
    </div>
  );
}
