/** The scenario as JSON, with completion and errors; what is valid becomes the scenario at once. */
import { CircleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { JSX } from 'react';
import type { ScenarioProblem } from '#app';
import { useApp } from '../app-context.tsx';
import { Button } from '../parts/Button.tsx';
import { useShownTheme } from '../theme/use-theme.ts';
import styles from './Editor.module.css';
import { makeEditorTheme } from './editor-theme.ts';
import { editor } from './monaco.ts';
import { startTextDocument } from './text-document.ts';
import type { TextDocument } from './text-document.ts';

export function Editor(): JSX.Element {
  const app = useApp();
  const theme = useShownTheme();
  const host = useRef<HTMLDivElement>(null);
  const text = useRef<TextDocument | null>(null);
  const [problems, setProblems] = useState<readonly ScenarioProblem[]>([]);
  const [isBehind, setIsBehind] = useState(false);

  useEffect(() => {
    if (host.current === null) return;
    const document = startTextDocument(app, host.current, { setProblems, setIsBehind });
    text.current = document;
    return () => {
      text.current = null;
      document.stop();
    };
  }, [app]);
  useEffect(() => {
    // The page's own colours change in the same frame; they are read once they have.
    const frame = requestAnimationFrame(() => editor.setTheme(makeEditorTheme(theme)));
    return () => cancelAnimationFrame(frame);
  }, [theme]);

  return (
    <div className={styles['editor']}>
      <div className={styles['host']} ref={host} data-testid="editor" />
      {isBehind && (
        <p className={styles['behind']}>
          The scenario was changed elsewhere, and this text is not valid yet.
          <Button size="small" onClick={() => text.current?.takeDocument()}>
            Take the scenario's text
          </Button>
        </p>
      )}
      <ProblemList problems={problems} onChoose={(path) => text.current?.reveal(path)} />
    </div>
  );
}

interface ProblemListProps {
  readonly problems: readonly ScenarioProblem[];
  readonly onChoose: (path: string) => void;
}

const shownMax = 50;

function ProblemList({ problems, onChoose }: ProblemListProps): JSX.Element {
  return (
    <section className={styles['problems']} aria-label="Problems" aria-live="polite">
      {problems.length === 0 ? (
        <p className={styles['fine']}>No problems. The canvas shows what stands here.</p>
      ) : (
        <ul>
          {problems.slice(0, shownMax).map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <button type="button" className={styles['problem']} onClick={() => onChoose(path)}>
                <CircleAlert />
                <span>
                  {message} {path !== '' && <code className={styles['path']}>{path}</code>}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
