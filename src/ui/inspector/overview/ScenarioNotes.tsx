/** What there is to see in the scenario, as its author wrote it; a click on Edit changes it. */
import { useId, useState } from 'react';
import type { JSX } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { useDocument } from '../../app-context.tsx';
import { useVerbs } from '../use-verbs.ts';
import styles from '../inspector.module.css';

export function ScenarioNotes(): JSX.Element {
  const id = useId();
  const notes = useDocument(({ scenario }) => scenario.notes);
  const { edit } = useVerbs();
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const save = (): void => {
    const text = draft ?? notes;
    const refusal =
      text === notes ? null : edit('Edit the notes', (scenario) => ({ ...scenario, notes: text }));
    setProblem(refusal);
    if (refusal === null) setDraft(null);
  };
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <h3 id={id}>Notes</h3>
      {draft === null ? (
        <>
          <div className={styles['notes']}>
            {paragraphsOf(notes).map((paragraph, index) => (
              <p key={index}>{paragraph}</p>
            ))}
          </div>
          {notes === '' && <p className={styles['dim']}>No notes yet.</p>}
          <Button size="small" onClick={() => setDraft(notes)}>
            {notes === '' ? 'Write notes' : 'Edit notes'}
          </Button>
        </>
      ) : (
        <>
          <Field label="Notes" problem={problem} help="An empty line begins a paragraph.">
            {(control) => (
              <textarea
                {...control}
                rows={10}
                value={draft}
                onChange={(event) => setDraft(event.target.value)}
              />
            )}
          </Field>
          <Button size="small" look="primary" onClick={save}>
            Save notes
          </Button>{' '}
          <Button size="small" onClick={() => setDraft(null)}>
            Cancel
          </Button>
        </>
      )}
    </section>
  );
}

const paragraphsOf = (notes: string): readonly string[] =>
  notes.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
