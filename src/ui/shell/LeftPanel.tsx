/** What can be added, the library, and the notes of the scenario that is open. */
import { useId } from 'react';
import type { JSX, ReactNode } from 'react';
import { AddPalette } from './AddPalette.tsx';
import styles from './LeftPanel.module.css';
import { LibraryList } from './LibraryList.tsx';
import { Notes } from './Notes.tsx';

export function LeftPanel(): JSX.Element {
  return (
    <aside className={styles['panel']} aria-label="Add, library and notes">
      <Section title="Add">
        <AddPalette />
      </Section>
      <Section title="Notes">
        <Notes />
      </Section>
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
