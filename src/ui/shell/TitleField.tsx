/** The scenario's title; a click turns it into a field. Enter keeps what is typed, Escape does not. */
import { useEffect, useRef, useState } from 'react';
import type { JSX, KeyboardEvent } from 'react';
import { useApp, useDocument } from '../app-context.tsx';
import { tooltip } from '../parts/tooltip.ts';
import styles from './TopBar.module.css';

const titleLengthMax = 200;

export function TitleField(): JSX.Element {
  const app = useApp();
  const title = useDocument(({ scenario }) => scenario.title);
  const [draft, setDraft] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const hasBeenField = useRef(false);

  useEffect(() => {
    if (draft === null && hasBeenField.current) button.current?.focus();
    hasBeenField.current = draft !== null;
  }, [draft]);

  const keep = (): void => {
    const wanted = draft?.trim() ?? '';
    if (wanted !== '' && wanted !== title) app.document.getState().rename(wanted);
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') keep();
    if (event.key === 'Escape') setDraft(null);
  };

  return (
    <h1 className={styles['title']}>
      {draft === null ? (
        <button
          ref={button}
          type="button"
          className={styles['titleButton']}
          aria-label={`${title}: rename the scenario`}
          onClick={() => setDraft(title)}
          {...tooltip('Rename')}
        >
          {title}
        </button>
      ) : (
        <input
          className={styles['titleInput']}
          aria-label="Title of the scenario"
          value={draft}
          maxLength={titleLengthMax}
          // The field stands where the visitor has just clicked.
          autoFocus
          onFocus={(event) => event.target.select()}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={keep}
          onKeyDown={onKeyDown}
        />
      )}
    </h1>
  );
}
