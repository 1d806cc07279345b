/** The text of a program in Monaco. */
import { useEffect, useRef } from 'react';
import type { JSX, RefObject } from 'react';
import { useApp } from '../app-context.tsx';
import { makeEditorTheme } from '../editor/editor-theme.ts';
import { editor } from '../editor/monaco.ts';
import { useShownTheme } from '../theme/use-theme.ts';
import { startProgramEditor } from './program-editor.ts';
import styles from './programs.module.css';

interface ProgramTextProps {
  readonly client: string;
  readonly onRun: RefObject<() => void>;
}

export function ProgramText({ client, onRun }: ProgramTextProps): JSX.Element {
  const app = useApp();
  const theme = useShownTheme();
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current === null) return;
    return startProgramEditor(app, host.current, client, () => onRun.current());
  }, [app, client, onRun]);
  useEffect(() => {
    // The page's own colours change in the same frame; they are read once they have.
    const frame = requestAnimationFrame(() => editor.setTheme(makeEditorTheme(theme)));
    return () => cancelAnimationFrame(frame);
  }, [theme]);
  return <div className={styles['text']} ref={host} data-testid="program-text" />;
}
