/**
 * A text edited where it stands. Enter and leaving it keep what is written, Escape does not; what
 * cannot be kept is said in a sentence below, and then leaving the field keeps the old text.
 */
import { useEffect, useId, useRef, useState } from 'react';
import type { JSX, KeyboardEvent } from 'react';
import styles from './node.module.css';

interface InlineFieldProps {
  readonly label: string;
  readonly initialText: string;
  readonly className?: string | undefined;
  /** Null where the text may be kept, else the sentence that says why not. */
  readonly problemOf: (text: string) => string | null;
  /** Called once, with the text to keep, or null where nothing is to change. */
  readonly onDone: (text: string | null) => void;
}

export function InlineField({
  label,
  initialText,
  className,
  problemOf,
  onDone,
}: InlineFieldProps): JSX.Element {
  const [text, setText] = useState(initialText);
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  const problemId = useId();
  const problem = text === initialText ? null : problemOf(text);

  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);

  const end = (kept: string | null): void => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(kept === initialText ? null : kept);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') end(null);
    if (event.key === 'Enter' && problem === null) end(text);
  };
  return (
    <>
      <input
        ref={field}
        className={`nodrag nopan nokey ${className ?? styles['rename']}`}
        aria-label={label}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        value={text}
        maxLength={300}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onDoubleClick={(event) => event.stopPropagation()}
        onPointerDown={(event) => event.stopPropagation()}
        onBlur={() => end(problem === null ? text : null)}
      />
      {problem === null ? null : (
        <span id={problemId} className={styles['problem']} role="alert">
          {problem}
        </span>
      )}
    </>
  );
}
