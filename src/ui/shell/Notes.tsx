/** What there is to see in the scenario, in the words of whoever made it. */
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { JSX } from 'react';
import { useApp, useDocument } from '../app-context.tsx';
import { Button } from '../parts/Button.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import styles from './LeftPanel.module.css';

const notesLengthMax = 100_000;

export function Notes(): JSX.Element {
  const notes = useDocument(({ scenario }) => scenario.notes);
  const [isEditing, setIsEditing] = useState(false);
  if (isEditing) return <NotesEditor notes={notes} onDone={() => setIsEditing(false)} />;
  const paragraphs = notes.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  return (
    <div className={styles['notes']}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {paragraphs.length === 0 && <p className={styles['none']}>No notes yet.</p>}
      <IconButton
        className={styles['editNotes'] ?? ''}
        size="small"
        label="Edit the notes"
        icon={<Pencil />}
        onClick={() => setIsEditing(true)}
      />
    </div>
  );
}

function NotesEditor(props: { readonly notes: string; readonly onDone: () => void }): JSX.Element {
  const app = useApp();
  const [draft, setDraft] = useState(props.notes);
  const keep = (): void => {
    app.document
      .getState()
      .edit('Edit notes', (scenario) => ({ ...scenario, notes: draft.trim() }));
    props.onDone();
  };
  return (
    <div className={styles['notes']}>
      <textarea
        className={styles['notesInput']}
        aria-label="Notes of the scenario"
        rows={8}
        value={draft}
        maxLength={notesLengthMax}
        // The field stands where the visitor has just clicked.
        autoFocus
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') props.onDone();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep();
        }}
      />
      <span className={styles['notesButtons']}>
        <Button size="small" look="quiet" onClick={props.onDone}>
          Cancel
        </Button>
        <Button size="small" look="primary" onClick={keep}>
          Keep
        </Button>
      </span>
    </div>
  );
}
