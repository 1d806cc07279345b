/** Moves through the run: to its start, back, on, at which speed; and says where the playhead is. */
import { Pause, Play, ScrollText, SkipBack, StepBack, StepForward } from 'lucide-react';
import type { JSX } from 'react';
import { usePlayback, useView } from '../app-context.tsx';
import { Button } from '../parts/Button.tsx';
import { ActionButton } from '../shell/ActionButton.tsx';
import { useAction } from '../shell/use-action.ts';
import { BeginAgain } from './BeginAgain.tsx';
import { Clock } from './Clock.tsx';
import { ProgramWords } from './ProgramWords.tsx';
import { SpeedControl } from './SpeedControl.tsx';
import styles from './Transport.module.css';

export function Transport({ isNarrow }: { readonly isNarrow: boolean }): JSX.Element {
  const isPlaying = usePlayback((playback) => playback.isPlaying);
  return (
    <div className={styles['transport']} role="group" aria-label="Playback">
      <ActionButton action="to-start" look="plain" size="large" icon={<SkipBack />} />
      <ActionButton action="step-back" look="plain" size="large" icon={<StepBack />} />
      <ActionButton
        action="play-pause"
        look="primary"
        size="large"
        className={styles['play'] ?? ''}
        icon={isPlaying ? <Pause fill="currentColor" /> : <Play fill="currentColor" />}
      />
      <ActionButton action="step-forward" look="plain" size="large" icon={<StepForward />} />
      <SpeedControl />
      <Clock isNarrow={isNarrow} />
      <ProgramWords />
      <span className={styles['space']} />
      {!isNarrow && (
        <>
          <BeginAgain />
          <LogButton />
        </>
      )}
    </div>
  );
}

function LogButton(): JSX.Element {
  const { label, shortcut, perform } = useAction('toggle-journal');
  const isOpen = useView(({ panels }) => panels.bottom.open);
  return (
    <Button
      icon={<ScrollText />}
      hint={label}
      shortcut={shortcut}
      aria-pressed={isOpen}
      onClick={perform}
    >
      Event log
    </Button>
  );
}
