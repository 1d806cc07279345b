/** The built-in scenarios with a sentence and a sketch each, and the visitor's own kept works. */
import type { JSX } from 'react';
import { libraryEntries, openLibraryScenario } from '#app';
import type { LibraryItem } from '#app';
import { useApp, useDocument } from '../app-context.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import styles from './Gallery.module.css';
import { KeptWorks } from './KeptWorks.tsx';
import { RecordedCases } from '../cases/RecordedCases.tsx';
import { Sketch } from './Sketch.tsx';

export function Gallery({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const app = useApp();
  const title = useDocument(({ scenario }) => scenario.title);
  const open = (id: string): void => {
    onClose();
    openLibraryScenario(app, id);
  };
  return (
    <Dialog
      title="Gallery"
      description="Each scenario shows one idea. Open it, watch it, change it: what you had open is kept."
      width="wide"
      onClose={onClose}
    >
      <KeptWorks onClose={onClose} />
      <Cards entries={ideas} title={title} onOpen={open} />
      {programs.length > 0 && (
        <section className={styles['section']} aria-labelledby="gallery-programs">
          <h3 className={styles['heading']} id="gallery-programs">
            Tutorials, as programs
          </h3>
          <Cards entries={programs} title={title} onOpen={open} />
        </section>
      )}
      <RecordedCases onOpen={onClose} />
    </Dialog>
  );
}

const ideas = libraryEntries.filter(({ section }) => section === 'ideas');
const programs = libraryEntries.filter(({ section }) => section === 'programs');

interface CardsProps {
  readonly entries: readonly LibraryItem[];
  /** Of what is open. */
  readonly title: string;
  readonly onOpen: (id: string) => void;
}

function Cards({ entries, title, onOpen }: CardsProps): JSX.Element {
  return (
    <ul className={styles['cards']}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <button
            type="button"
            className={styles['card']}
            aria-current={entry.title === title}
            onClick={() => onOpen(entry.id)}
          >
            <Sketch entry={entry} />
            <span className={styles['title']}>{entry.title}</span>
            <span className={styles['sentence']}>{entry.sentence}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
