/**
 * The entries of the journal in a list that follows the newest, unless somebody has scrolled up to
 * read. Arrow keys go from line to line.
 */
import { useCallback, useState } from 'react';
import type { JSX, KeyboardEvent } from 'react';
import { messageOf, placeOf } from '#app';
import type { JournalEntry } from '#sim';
import { useApp, useView } from '../app-context.tsx';
import { groupedText } from '../inspector/say.ts';
import { useVerbs } from '../inspector/use-verbs.ts';
import { showPlace } from '../programs/shown-place.ts';
import { useIsNarrow } from '../shell/use-is-narrow.ts';
import { JournalRow } from './JournalRow.tsx';
import { useListWindow } from './use-window.ts';
import type { ListWindow } from './use-window.ts';
import styles from './journal.module.css';

/** In pixels. On a phone a sentence has two lines. */
const rowHeights = { wide: 28, narrow: 44 } as const;

interface JournalListProps {
  /** The oldest first. */
  readonly entries: readonly JournalEntry[];
}

export function JournalList({ entries }: JournalListProps): JSX.Element {
  const isNarrow = useIsNarrow();
  const rowHeight = rowHeights[isNarrow ? 'narrow' : 'wide'];
  const list = useListWindow(entries.length, rowHeight);
  return (
    <>
      <div className={styles['viewport']} ref={list.viewport} onScroll={list.onScroll}>
        {entries.length === 0 && <p className={styles['empty']}>Nothing like this has happened.</p>}
        <JournalRows entries={entries} list={list} rowHeight={rowHeight} isNarrow={isNarrow} />
      </div>
      <footer className={styles['foot']}>
        <span>{groupedText(entries.length)} events</span>
        {!list.isAtEnd && (
          <button type="button" className={styles['chip']} onClick={list.toEnd}>
            Newest
          </button>
        )}
      </footer>
    </>
  );
}

interface JournalRowsProps extends JournalListProps {
  readonly list: ListWindow;
  readonly rowHeight: number;
  readonly isNarrow: boolean;
}

function JournalRows({ entries, list, rowHeight, isNarrow }: JournalRowsProps): JSX.Element {
  const { first, end } = list;
  const app = useApp();
  const { inspect, seek, showInspector } = useVerbs();
  const openMessage = useView(({ message }) => message);
  const [chosen, setChosen] = useState<number | null>(null);
  const { focused, onKeyDown } = useArrowKeys(list, entries.length);
  const onSelect = useCallback(
    (entry: JournalEntry) => {
      setChosen(entry.number);
      const place = placeOf(entry);
      const message = messageOf(entry);
      // What a program did leads to where it is written.
      if (place !== null && !isNarrow) return showPlace(app, place);
      if (message === null) return;
      inspect(message);
      // On a phone the inspector would cover the log: there it waits to be asked for.
      if (!isNarrow) showInspector();
    },
    [app, inspect, isNarrow, showInspector],
  );
  const onOpen = useCallback(
    (entry: JournalEntry) => {
      const place = placeOf(entry);
      if (place === null) showInspector();
      else showPlace(app, place);
    },
    [app, showInspector],
  );
  const onGoTo = useCallback((entry: JournalEntry) => seek(entry.at), [seek]);
  // One line is in the tab order: the one that had the focus last, or the newest in sight.
  const focusable = focused !== null && focused > first && focused <= end ? focused : end;
  return (
    <ol
      className={styles['list']}
      style={{
        height: entries.length * rowHeight,
        paddingTop: first * rowHeight,
        ['--row-height' as string]: `${rowHeight}px`,
      }}
      onKeyDown={onKeyDown}
    >
      {entries.slice(first, end).map((entry, index) => (
        <JournalRow
          key={entry.number}
          entry={entry}
          place={first + index + 1}
          count={entries.length}
          isOpen={openMessage !== null && messageOf(entry) === openMessage}
          isChosen={entry.number === chosen}
          isFocusable={first + index + 1 === focusable}
          onSelect={onSelect}
          onGoTo={onGoTo}
          onOpen={isNarrow ? onOpen : null}
        />
      ))}
    </ol>
  );
}

interface ArrowKeys {
  /** The place that had the focus last, from 1; null for none yet. */
  readonly focused: number | null;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

function useArrowKeys({ viewport, reveal }: ListWindow, count: number): ArrowKeys {
  const [focused, setFocused] = useState<number | null>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const place = Number((event.target as HTMLElement).dataset['place']);
    const next = placeAfter(event.key, place, count);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    reveal(next - 1);
    setFocused(next);
    // The row may only be rendered once the list has scrolled.
    requestAnimationFrame(() => {
      viewport.current?.querySelector<HTMLElement>(`[data-place="${next}"]`)?.focus();
    });
  };
  return { focused, onKeyDown };
}

/** Where a key leads from a place in the list; null where it leads nowhere. */
function placeAfter(key: string, place: number, count: number): number | null {
  if (Number.isNaN(place)) return null;
  const to = { ArrowUp: place - 1, ArrowDown: place + 1, Home: 1, End: count }[key];
  return to === undefined || to < 1 || to > count ? null : to;
}
