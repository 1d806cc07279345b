/** The text of a program to read: on a phone, and until the editor has come. */
import { useEffect, useRef } from 'react';
import type { JSX, RefObject } from 'react';
import { useStore } from 'zustand';
import type { ProgramStanding } from '#app';
import { useApp } from '../app-context.tsx';
import { shownPlaceOf } from './shown-place.ts';
import styles from './programs.module.css';

interface ProgramListingProps {
  readonly client: string;
  readonly source: string;
  readonly place: ProgramStanding['place'];
  readonly problem: ProgramStanding['problem'];
}

export function ProgramListing(props: ProgramListingProps): JSX.Element {
  const { client, source, place, problem } = props;
  const app = useApp();
  const asked = useStore(shownPlaceOf(app), (shown) =>
    shown.asked?.client === client ? shown.asked : null,
  );
  const list = useRef<HTMLOListElement>(null);
  const line = place?.line ?? problem?.place?.line ?? null;
  useReveal(list, line);
  useReveal(list, asked?.line ?? null, asked?.number);
  const marks: Readonly<Record<number, string>> = {
    ...(place === null ? {} : { [place.line]: 'at' }),
    ...(problem?.place == null ? {} : { [problem.place.line]: 'failed' }),
  };
  return (
    <ol className={styles['listing']} ref={list} aria-label={`Text of ${client}`} tabIndex={0}>
      {source.split('\n').map((text, index) => (
        // A line is known by its number.
        <li
          key={index}
          data-line={index + 1}
          data-mark={marks[index + 1]}
          aria-current={marks[index + 1] === undefined ? undefined : 'step'}
        >
          <code>{text}</code>
        </li>
      ))}
    </ol>
  );
}

/** Again with another `number`, though the line is the same. */
function useReveal(
  list: RefObject<HTMLOListElement | null>,
  line: number | null,
  number = 0,
): void {
  useEffect(() => {
    const element = list.current;
    const row = element?.querySelector<HTMLElement>(`[data-line="${line}"]`);
    if (element === null || row === null || row === undefined) return;
    const top = row.offsetTop - element.offsetTop;
    const isSeen =
      top >= element.scrollTop &&
      top + row.offsetHeight <= element.scrollTop + element.clientHeight;
    if (!isSeen) element.scrollTo({ top: top - element.clientHeight / 2 });
  }, [list, line, number]);
}
