/** What stands out in the run: a mark for each return, dead letter, fault, refusal and edit. */
import { memo } from 'react';
import type { JSX } from 'react';
import { spokenTime } from '#app';
import type { Mark, MarkKind } from '#sim';
import { tooltip } from '../parts/tooltip.ts';
import styles from './Track.module.css';

interface MarksProps {
  readonly marks: readonly Mark[];
  readonly spanMs: number;
}

const names: Readonly<Record<MarkKind, string>> = {
  return: 'Returned',
  'dead-letter': 'Dead-lettered',
  fault: 'Fault',
  refusal: 'Refused by the broker',
  edit: 'Edited',
};

/** More would lie on top of one another. */
const placesMax = 240;

export const Marks = memo(function Marks({ marks, spanMs }: MarksProps): JSX.Element {
  return (
    <div className={styles['marks']} aria-hidden="true">
      {thinned(marks, spanMs).map(({ at, kind }) => (
        <span
          key={`${kind} ${at}`}
          className={styles['mark']}
          data-kind={kind}
          style={{ left: `${(at / spanMs) * 100}%` }}
          {...tooltip(`${names[kind]} at ${spokenTime(at)}`)}
        />
      ))}
    </div>
  );
});

/** Of each kind, one for each place that can be told from its neighbours. */
export function thinned(marks: readonly Mark[], spanMs: number): readonly Mark[] {
  const lastPlace = new Map<MarkKind, number>();
  return marks.filter(({ at, kind }) => {
    const place = Math.floor((at / spanMs) * placesMax);
    if (lastPlace.get(kind) === place) return false;
    lastPlace.set(kind, place);
    return true;
  });
}
