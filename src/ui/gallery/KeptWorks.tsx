/** What the visitor worked on before and can go back to. */
import { Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { JSX } from 'react';
import type { Work } from '#app';
import { useApp } from '../app-context.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import styles from './Gallery.module.css';

export function KeptWorks({ onClose }: { readonly onClose: () => void }): JSX.Element | null {
  const app = useApp();
  const [works, setWorks] = useState<readonly Work[]>([]);
  useEffect(() => {
    let isOpen = true;
    void app.works.kept().then((kept) => isOpen && setWorks(kept));
    return () => {
      isOpen = false;
    };
  }, [app]);
  if (works.length === 0) return null;

  const reopen = (id: string): void => {
    onClose();
    void app.works.reopen(id);
  };
  const forget = (id: string): void => {
    setWorks(works.filter((work) => work.id !== id));
    void app.works.forget(id);
  };
  return (
    <section className={styles['works']} aria-labelledby="kept-works">
      <h3 className={styles['heading']} id="kept-works">
        Your work
      </h3>
      <ul className={styles['workList']}>
        {works.map(({ id, title, savedAt }) => (
          <li key={id} className={styles['work']}>
            <button type="button" className={styles['reopen']} onClick={() => reopen(id)}>
              <span className={styles['title']}>{title}</span>
              <span className={styles['sentence']}>{dateText(savedAt)}</span>
            </button>
            <IconButton
              size="small"
              label={`Delete ${title} from this browser`}
              icon={<Trash2 />}
              onClick={() => forget(id)}
            />
          </li>
        ))}
      </ul>
      <h3 className={styles['heading']}>Library</h3>
    </section>
  );
}

const dateText = (savedAt: number): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(savedAt);
