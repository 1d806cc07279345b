/** Over the text of a program: its arguments, and what becomes of what was written. */
import { Play } from 'lucide-react';
import type { JSX } from 'react';
import { useStore } from 'zustand';
import { useApp } from '../app-context.tsx';
import { Button } from '../parts/Button.tsx';
import { draft, draftsOf } from './drafts.ts';
import { ProgramArguments } from './ProgramArguments.tsx';
import styles from './programs.module.css';

interface ProgramBarProps {
  readonly client: string;
  /** The arguments in the scenario. */
  readonly of: readonly string[];
  readonly onRun: () => void;
}

export function ProgramBar({ client, of, onRun }: ProgramBarProps): JSX.Element {
  const app = useApp();
  const isWritten = useStore(draftsOf(app), (drafts) => drafts.has(client));
  return (
    <div className={styles['bar']}>
      <ProgramArguments client={client} of={of} onRun={onRun} />
      {isWritten && (
        <Button
          size="small"
          look="quiet"
          hint="Drops what was written since it was last run"
          onClick={() => draft(app, client, { source: null, arguments: null })}
        >
          Take back
        </Button>
      )}
      <Button
        size="small"
        look={isWritten ? 'primary' : 'plain'}
        icon={<Play fill="currentColor" />}
        hint={isWritten ? 'Runs what stands here' : 'Begins it again'}
        shortcut="Mod+S"
        onClick={onRun}
      >
        Run this
      </Button>
    </div>
  );
}
