/** What a program has written, with the virtual time and the line; it follows the newest. */
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { JSX } from 'react';
import { consoleOf } from '#app';
import type { ConsoleLine } from '#app';
import { instantText } from '../inspector/say.ts';
import { useSimulation } from '../inspector/use-simulation.ts';
import { useVerbs } from '../inspector/use-verbs.ts';
import { PlaceLink } from './PlaceLink.tsx';
import styles from './programs.module.css';

export function ProgramConsole({ client }: { readonly client: string }): JSX.Element {
  const simulation = useSimulation();
  const { journal } = simulation;
  const lines = useMemo(() => consoleOf({ journal }, client), [journal, client]);
  const list = useRef<HTMLOListElement>(null);
  const isAtEnd = useRef(true);
  useLayoutEffect(() => {
    const element = list.current;
    if (element !== null && isAtEnd.current) element.scrollTop = element.scrollHeight;
  }, [lines]);
  return (
    <section className={styles['console']} aria-label={`Console of ${client}`}>
      <h3 className={styles['consoleHead']}>Console</h3>
      {lines.length === 0 ? (
        <p className={styles['empty']}>It has written nothing so far.</p>
      ) : (
        <ol
          className={styles['lines']}
          ref={list}
          tabIndex={0}
          aria-label="Lines"
          onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
            isAtEnd.current = scrollTop + clientHeight >= scrollHeight - 4;
          }}
        >
          {lines.map((line) => (
            <Line key={line.entry.number} line={line} client={client} />
          ))}
        </ol>
      )}
    </section>
  );
}

interface LineProps {
  readonly line: ConsoleLine;
  readonly client: string;
}

function Line({ line: { entry, level, text, place }, client }: LineProps): JSX.Element {
  const { seek } = useVerbs();
  return (
    <li className={styles['line']} data-level={level}>
      <button
        type="button"
        className={styles['time']}
        title="Move the playhead here"
        onClick={() => seek(entry.at)}
      >
        {instantText(entry.at)}
      </button>
      <span className={styles['said']}>{text}</span>
      {place !== null && <PlaceLink place={{ ...place, client }} takesFocus />}
    </li>
  );
}
