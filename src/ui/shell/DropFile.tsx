/** A file that is dropped anywhere on the page is opened. */
import { useEffect, useState } from 'react';
import type { JSX } from 'react';
import { openFile } from '#app';
import { useApp } from '../app-context.tsx';
import styles from './DropFile.module.css';

export function DropFile(): JSX.Element | null {
  const app = useApp();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const bringsFile = ({ dataTransfer }: DragEvent): boolean =>
      dataTransfer?.types.includes('Files') === true;
    const onDragOver = (event: DragEvent): void => {
      if (!bringsFile(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const onDragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setIsOver(false);
      const file = event.dataTransfer?.files[0];
      if (!bringsFile(event) || file === undefined) return;
      event.preventDefault();
      void openFile(app, file);
    };
    addEventListener('dragover', onDragOver);
    addEventListener('dragleave', onDragLeave);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragover', onDragOver);
      removeEventListener('dragleave', onDragLeave);
      removeEventListener('drop', onDrop);
    };
  }, [app]);
  return isOver ? (
    <div className={styles['drop']} aria-hidden="true">
      <p className={styles['text']}>Drop a scenario file to open it</p>
    </div>
  ) : null;
}
