/**
 * The event log: what happened up to the playhead, in sentences. A click opens the message it is
 * about; the playhead moves only when it is told to.
 */
import { useMemo, useState } from 'react';
import type { JSX } from 'react';
import { askJournal, selectedNode } from '#app';
import type { JournalQuestion } from '#app';
import { useDocument, useView } from '../app-context.tsx';
import { useSimulation } from '../inspector/use-simulation.ts';
import { JournalFilters } from './JournalFilters.tsx';
import { JournalList } from './JournalList.tsx';
import styles from './journal.module.css';

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
