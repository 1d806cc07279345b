/** What the program finds in process.argv, in one line. */
import { useState } from 'react';
import type { JSX } from 'react';
import { useStore } from 'zustand';
import { useApp } from '../app-context.tsx';
import { tooltip } from '../parts/tooltip.ts';
import { readArguments, writeArguments } from './arguments-text.ts';
import { draft, draftsOf } from './drafts.ts';
import styles from './programs.module.css';

interface ProgramArgumentsProps {
  readonly client: string;
  readonly of: readonly string[];
  readonly onRun: () => void;
}

export function ProgramArguments({ client, of, onRun }: ProgramArgumentsProps): JSX.Element {
  const app = useApp();
  const written = useStore(draftsOf(app), (drafts) => drafts.get(client)?.arguments ?? null);
  const list = written ?? of;
  // What is being typed may mean the same and read otherwise: a space at the end, a quote.
  const [typed, setTyped] = useState<string | null>(null);
  const isTyped = typed !== null && sameList(readArguments(typed), list);
  return (
    <label className={styles['arguments']}>
      <span {...tooltip('What the program finds in process.argv.slice(2)')}>Arguments</span>
      <input
        type="text"
        spellCheck={false}
        autoComplete="off"
        placeholder="none"
        value={isTyped ? typed : writeArguments(list)}
        onChange={({ target }) => {
          setTyped(target.value);
          draft(app, client, { arguments: readArguments(target.value) });
        }}
        onKeyDown={(event) => event.key === 'Enter' && onRun()}
      />
    </label>
  );
}

const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, index) => text === other[index]);
