/**
 * What can be added, the library, and the notes of the scenario that is open. Where the run plays a
 * recorded case, its steps stand first.
 */
import { lazy, Suspense, useId } from 'react';
import type { JSX, ReactNode } from 'react';
import { usePlayback } from '../app-context.tsx';
import { AddPalette } from './AddPalette.tsx';
import styles from './LeftPanel.module.css';
import { LibraryList } from './LibraryList.tsx';
import { Notes } from './Notes.tsx';

const CasePanel = lazy(async () => ({
  default: (await import('../cases/CasePanel.tsx')).CasePanel,
}));

export function LeftPanel(): JSX.Element {
  const script = usePlayback(({ history }) => history.run.script);
  return (
    <aside className={styles['panel']} aria-label="Add, library and notes">
      {script !== undefined && (
        <Suspense fallback={null}>
          <CasePanel key={script.name} />
        </Suspense>
      )}
      <Section title="Add">
        <AddPalette />
      </Section>
      {script === undefined && (
        <Section title="Notes">
          <Notes />
        </Section>
      )}
      <Section title="Library">
        <LibraryList />
      </Section>
    </aside>
  );
}

function Section(props: { readonly title: string; readonly children: ReactNode }): JSX.Element {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <h2 className={styles['heading']} id={id}>
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}
