/**
 * A program in the inspector: its text and its arguments, what went wrong with it, and what it has
 * written. What is typed runs when it is told to, and not before.
 */
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { JSX, RefObject } from 'react';
import { useStore } from 'zustand';
import { clientAt, programStanding } from '#app';
import type { SelectedClient } from '#app';
import { useApp } from '../app-context.tsx';
import { useSimulation } from '../inspector/use-simulation.ts';
import { useIsNarrow } from '../shell/use-is-narrow.ts';
import { ProgramBar } from './ProgramBar.tsx';
import { ProgramConsole } from './ProgramConsole.tsx';
import { ProgramListing } from './ProgramListing.tsx';
import { ProgramProblem } from './ProgramProblem.tsx';
import { draftsOf } from './drafts.ts';
import { runThis } from './run-this.ts';
import styles from './programs.module.css';

const ProgramText = lazy(async () => ({
  default: (await import('./ProgramText.tsx')).ProgramText,
}));

export function ProgramPanel({ client }: { readonly client: SelectedClient }): JSX.Element {
  const app = useApp();
  const { name, spec } = client;
  const written = useStore(draftsOf(app), (drafts) => drafts.get(name));
  const [refusal, setRefusal] = useState<string | null>(null);
  const standing = programStanding(clientAt(useSimulation(), name));
  const isNarrow = useIsNarrow();
  const panel = useRef<HTMLElement>(null);
  const run = (): void => setRefusal(runThis(app, name));
  const latestRun = useRef(run);
  useEffect(() => {
    latestRun.current = run;
  });
  useSaveKey(panel, latestRun);
  const source = spec.program?.source ?? '';
  const place = standing.condition === 'failed' ? null : standing.place;
  const listing = (
    <ProgramListing client={name} source={source} place={place} problem={standing.problem} />
  );
  return (
    <section className={styles['panel']} ref={panel} aria-label={`Program ${name}`}>
      {!isNarrow && <ProgramBar client={name} of={spec.program?.arguments ?? []} onRun={run} />}
      {isNarrow ? (
        <>
          <p className={styles['note']}>Programs are edited on a wider screen.</p>
          {listing}
        </>
      ) : (
        <Suspense fallback={listing}>
          <ProgramText key={name} client={name} onRun={latestRun} />
        </Suspense>
      )}
      {written !== undefined && (
        <p className={styles['note']} data-tone="draft">
          Changed, and not running yet.
        </p>
      )}
      {refusal !== null && (
        <p className={styles['note']} data-tone="bad" role="alert">
          {refusal}
        </p>
      )}
      <ProgramProblem client={name} problem={standing.problem} />
      <ProgramConsole client={name} />
    </section>
  );
}

/** While the panel has the focus, the keys that save a page run the program. */
function useSaveKey(panel: RefObject<HTMLElement | null>, run: RefObject<() => void>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isSave = event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey);
      if (!isSave || event.shiftKey || event.altKey || event.defaultPrevented) return;
      if (!(event.target instanceof Node) || panel.current?.contains(event.target) !== true) return;
      event.preventDefault();
      event.stopPropagation();
      run.current();
    };
    // Before the page's own shortcuts; what has the editor's focus comes to the editor first.
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [panel, run]);
}
