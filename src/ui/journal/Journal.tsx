/**
 * The event log: what happened up to the playhead, in sentences. A click opens the message it is
 * about; the playhead moves only when it is told to.
 */
import { useCallback, useMemo, useState } from 'react';
import type { JSX, KeyboardEvent } from 'react';
import { askJournal, messageOf, selectedNode } from '#app';
import type { JournalQuestion } from '#app';
import type { JournalEntry } from '#sim';
import { useDocument, useView } from '../app-context.tsx';
import { groupedText } from '../inspector/say.ts';
import { useSimulation } from '../inspector/use-simulation.ts';
import { useVerbs } from '../inspector/use-verbs.ts';
import { JournalFilters } from './JournalFilters.tsx';
import { JournalRow } from './JournalRow.tsx';
import { useListWindow } from './use-window.ts';
import styles from './journal.module.css';

/** As in journal.module.css. */
const rowHeight = 28;

const everything: JournalQuestion = { groups: null, text: '', nodeKey: null };

export function Journal(): JSX.Element {
  const simulation = useSimulation();
  const selected = useSelectedNode();
  const [asked, setAsked] = useState(everything);
  // What only concerns a node lasts as long as that node is selected.
  const question = asked.nodeKey === (selected?.key ?? null) ? asked : { ...asked, nodeKey: null };
  const { groups, text, nodeKey } = question;
  const entries = useMemo(
    () => askJournal(simulation, { groups, text, nodeKey }),
    [simulation, groups, text, nodeKey],
  );
  return (
    <section className={styles['journal']} aria-label="Event log">
      <JournalFilters question={question} selected={selected} onChange={setAsked} />
      <JournalList entries={entries} />
    </section>
  );
}

function useSelectedNode(): { readonly key: string; readonly name: string } | null {
  const key = useView(({ selection }) => (selection.length === 1 ? (selection[0] ?? null) : null));
  const scenario = useDocument((document) => document.scenario);
  return useMemo(() => {
    const node = key === null ? null : selectedNode(scenario, key);
    return node === null ? null : { key: node.key, name: node.name };
  }, [key, scenario]);
}

function JournalList({ entries }: { readonly entries: readonly JournalEntry[] }): JSX.Element {
  const { inspect, seek } = useVerbs();
  const openMessage = useView(({ message }) => message);
  const list = useListWindow(entries.length, rowHeight);
  const [focused, setFocused] = useState<number | null>(null);
  const { first, end, viewport, reveal } = list;

  const onSelect = useCallback(
    (entry: JournalEntry) => {
      const message = messageOf(entry);
      if (message !== null) inspect(message);
    },
    [inspect],
  );
  const onGoTo = useCallback((entry: JournalEntry) => seek(entry.at), [seek]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const place = Number((event.target as HTMLElement).dataset['place']);
    const next = placeAfter(event.key, place, entries.length);
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
  const isFocusedShown = focused !== null && focused > first && focused <= end;
  return (
    <>
      <div className={styles['viewport']} ref={viewport} onScroll={list.onScroll}>
        {entries.length === 0 && <p className={styles['empty']}>Nothing like this has happened.</p>}
        <ol
          className={styles['list']}
          style={{ height: entries.length * rowHeight, paddingTop: first * rowHeight }}
          onKeyDown={onKeyDown}
        >
          {entries.slice(first, end).map((entry, index) => {
            const place = first + index + 1;
            return (
              <JournalRow
                key={entry.number}
                entry={entry}
                place={place}
                count={entries.length}
                isOpen={openMessage !== null && messageOf(entry) === openMessage}
                isFocusable={isFocusedShown ? place === focused : place === end}
                onSelect={onSelect}
                onGoTo={onGoTo}
              />
            );
          })}
        </ol>
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

/** Where a key leads from a place in the list; null where it leads nowhere. */
function placeAfter(key: string, place: number, count: number): number | null {
  if (Number.isNaN(place)) return null;
  const to = { ArrowUp: place - 1, ArrowDown: place + 1, Home: 1, End: count }[key];
  return to === undefined || to < 1 || to > count ? null : to;
}
