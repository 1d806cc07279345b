/**
 * What can be added. Drag it to its place on the canvas, or click it, or press Enter on it, and it
 * is put in the middle.
 */
import type { DragEvent, JSX } from 'react';
import { actionOf, addedKinds } from '#app';
import type { AddedKind } from '#app';
import { useApp } from '../app-context.tsx';
import { tooltip } from '../parts/tooltip.ts';
import { KindMark } from './KindMark.tsx';
import styles from './LeftPanel.module.css';

/** What the canvas looks for in a drop. */
export const dragType = 'application/warren-node';

const labels: Readonly<Record<AddedKind, string>> = {
  producer: 'Producer',
  exchange: 'Exchange',
  queue: 'Queue',
  consumer: 'Consumer',
  app: 'App',
  program: 'Program',
};

export function AddPalette(): JSX.Element {
  const app = useApp();
  const onDragStart = (event: DragEvent, kind: AddedKind): void => {
    event.dataTransfer.setData(dragType, kind);
    event.dataTransfer.effectAllowed = 'copy';
  };
  return (
    <ul className={styles['palette']}>
      {addedKinds.map((kind) => {
        const action = actionOf(`add-${kind}`);
        return (
          <li key={kind}>
            <button
              type="button"
              draggable
              className={styles['added']}
              aria-label={action.label}
              onClick={() => action.perform(app)}
              onDragStart={(event) => onDragStart(event, kind)}
              {...tooltip('Drag to the canvas, or click', action.shortcut)}
            >
              <KindMark kind={kind} />
              {labels[kind]}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
