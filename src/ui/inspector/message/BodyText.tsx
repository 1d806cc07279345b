/** The body of a message: text and nothing but text, laid out where it is JSON. */
import { useState } from 'react';
import type { JSX } from 'react';
import styles from './message.module.css';

/** What is shown of a long body before somebody asks for the rest. */
const shownMax = 4_000;

export function BodyText({ body }: { readonly body: string }): JSX.Element {
  const [isWhole, setIsWhole] = useState(false);
  if (body === '') return <p className={styles['dim']}>The body is empty.</p>;
  const text = laidOut(body);
  const isCut = !isWhole && text.length > shownMax;
  return (
    <>
      <pre className={styles['body']} tabIndex={0} aria-label="Body">
        {isCut ? `${text.slice(0, shownMax)}…` : text}
      </pre>
      {isCut && (
        <button type="button" className={styles['linkButton']} onClick={() => setIsWhole(true)}>
          Show all {text.length} characters
        </button>
      )}
    </>
  );
}

/** JSON objects and lists one entry a line; anything else as it is. */
export function laidOut(body: string): string {
  const first = body.trimStart().charAt(0);
  if (first !== '{' && first !== '[') return body;
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
