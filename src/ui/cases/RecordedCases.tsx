/**
 * All recorded cases by area, for whoever looks for one. Only the areas that are open are drawn. Each
 * case is a link: to open one is to go to its address.
 */
import { ChevronRight, Search } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { JSX } from 'react';
import { caseAreas, caseCount, casesFound, countedText } from '#app';
import type { CaseArea } from '#app';
import styles from './cases.module.css';

interface RecordedCasesProps {
  readonly onOpen: () => void;
}

export function RecordedCases({ onOpen }: RecordedCasesProps): JSX.Element {
  const areas = useMemo(() => caseAreas(), []);
  const [text, setText] = useState('');
  const sought = useDeferredValue(text);
  const found = useMemo(() => casesFound(areas, sought), [areas, sought]);
  const isSearch = sought.trim() !== '';
  const count = caseCount(found);
  return (
    <section className={styles['recorded']} aria-labelledby="recorded-cases">
      <h3 className={styles['heading']} id="recorded-cases">
        Recorded cases
      </h3>
      <p className={styles['about']}>
        What real RabbitMQ nodes were asked, step by step, and what they answered. Each plays here.
      </p>
      <div className={styles['search']}>
        <Search aria-hidden="true" />
        <input
          type="search"
          aria-label="Search the recorded cases"
          placeholder={`Search ${caseCount(areas)} cases: dead-letter reject, x-max-length, fuzz …`}
          spellCheck={false}
          value={text}
          maxLength={100}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <p className={styles['found']} role="status">
        {isSearch && (count === 0 ? 'No case has all of these words.' : countedText(count, 'case'))}
      </p>
      <div className={styles['areas']}>
        {found.map((area) => (
          <Area key={area.area} area={area} isOpenAtFirst={isSearch} onOpen={onOpen} />
        ))}
      </div>
    </section>
  );
}

interface AreaProps {
  readonly area: CaseArea;
  readonly isOpenAtFirst: boolean;
  readonly onOpen: () => void;
}

function Area({ area: { area, entries }, isOpenAtFirst, onOpen }: AreaProps): JSX.Element {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isOpen = chosen ?? isOpenAtFirst;
  return (
    <div className={styles['area']}>
      <button
        type="button"
        className={styles['areaHead']}
        aria-expanded={isOpen}
        onClick={() => setChosen(!isOpen)}
      >
        <ChevronRight className={styles['turn']} aria-hidden="true" />
        {area}
        <span className={styles['count']}>{entries.length}</span>
      </button>
      {isOpen && (
        <ul className={styles['entries']}>
          {entries.map(({ id, name, title, fragment }) => (
            <li key={id}>
              <a className={styles['entry']} href={fragment} onClick={onOpen}>
                <span className={styles['entryTitle']}>{title}</span>
                <span className={styles['entryName']}>{name}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
