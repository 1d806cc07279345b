/** The built-in scenarios, by title; the gallery tells more of each. */
import { ArrowRight } from 'lucide-react';
import type { JSX } from 'react';
import { libraryEntries, openLibraryScenario } from '#app';
import type { LibraryItem } from '#app';
import { useApp, useDocument } from '../app-context.tsx';
import { tooltip } from '../parts/tooltip.ts';
import styles from './LeftPanel.module.css';

export function LibraryList(): JSX.Element {
  const app = useApp();
  const title = useDocument(({ scenario }) => scenario.title);
  return (
    <>
      <Entries section="ideas" title={title} />
      <h3 className={styles['subheading']}>Tutorials, as programs</h3>
      <Entries section="programs" title={title} />
      <button
        type="button"
        className={styles['more']}
        aria-haspopup="dialog"
        onClick={() => app.view.getState().openDialog('gallery')}
      >
        Gallery and your work
        <ArrowRight />
      </button>
    </>
  );
}

interface EntriesProps {
  readonly section: LibraryItem['section'];
  /** Of what is open. */
  readonly title: string;
}

function Entries({ section, title }: EntriesProps): JSX.Element {
  const app = useApp();
  return (
    <ul className={styles['library']}>
      {libraryEntries
        .filter((entry) => entry.section === section)
        .map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              className={styles['entry']}
              aria-current={entry.title === title}
              onClick={() => openLibraryScenario(app, entry.id)}
              {...tooltip(entry.sentence)}
            >
              {entry.title}
            </button>
          </li>
        ))}
    </ul>
  );
}
