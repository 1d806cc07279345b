/** What went wrong with a program, and where. A screen reader is told when it happens. */
import { CircleAlert } from 'lucide-react';
import type { JSX } from 'react';
import type { ProgramStanding } from '#app';
import { PlaceLink } from './PlaceLink.tsx';
import styles from './programs.module.css';

interface ProgramProblemProps {
  readonly client: string;
  readonly problem: ProgramStanding['problem'];
}

export function ProgramProblem({ client, problem }: ProgramProblemProps): JSX.Element {
  return (
    <div className={styles['problems']} aria-live="assertive">
      {problem !== null && (
        <p className={styles['problem']}>
          <CircleAlert aria-hidden />
          <span>
            {problem.place !== null && (
              <>
                <PlaceLink place={{ ...problem.place, client }} takesFocus />:{' '}
              </>
            )}
            {problem.text}
          </span>
        </p>
      )}
    </div>
  );
}
