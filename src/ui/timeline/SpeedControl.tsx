/** How fast virtual time goes: a list of speeds, with a button on either side of it. */
import { Minus, Plus } from 'lucide-react';
import type { JSX } from 'react';
import { speeds, speedText } from '#app';
import { useApp, usePlayback } from '../app-context.tsx';
import { tooltip } from '../parts/tooltip.ts';
import { ActionButton } from '../shell/ActionButton.tsx';
import styles from './Transport.module.css';

export function SpeedControl(): JSX.Element {
  const app = useApp();
  const speed = usePlayback((playback) => playback.speed);
  const known = speeds.some((one) => one === speed)
    ? speeds
    : [...speeds, speed].toSorted(ascending);
  return (
    <span className={styles['speed']} role="group" aria-label="Speed">
      <ActionButton action="slower" size="small" icon={<Minus />} />
      <select
        className={styles['speedSelect']}
        aria-label="Speed"
        value={speed}
        onChange={(event) => app.playback.getState().setSpeed(Number(event.target.value))}
        {...tooltip('Virtual seconds for each real one')}
      >
        {known.map((one) => (
          <option key={one} value={one}>
            {speedText(one)}
          </option>
        ))}
      </select>
      <ActionButton action="faster" size="small" icon={<Plus />} />
    </span>
  );
}

const ascending = (one: number, other: number): number => one - other;
