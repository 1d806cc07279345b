/** How long a consumer works on a message: always the same, or between two bounds. */
import type { JSX } from 'react';
import type { ConsumerSpec } from '#scenario';
import { ChoiceEntry } from '../forms/ChoiceEntry.tsx';
import { NumberEntry } from '../forms/NumberEntry.tsx';
import { anyMs } from '../forms/reading.ts';
import styles from '../forms/forms.module.css';

type Work = ConsumerSpec['work_ms'];

interface WorkFormProps {
  readonly value: Work;
  readonly onCommit: (value: Work) => string | null;
}

export function WorkForm({ value, onCommit }: WorkFormProps): JSX.Element {
  return (
    <>
      <ChoiceEntry
        label="Working time is"
        value={typeof value === 'number' ? 'fixed' : 'range'}
        choices={[
          { value: 'fixed', label: 'the same for each message' },
          { value: 'range', label: 'drawn between two bounds' },
        ]}
        onCommit={(kind) => onCommit(kind === 'fixed' ? longestOf(value) : rangeOf(value))}
      />
      {typeof value === 'number' ? (
        <NumberEntry
          label="Works on each for"
          unit="ms"
          bounds={anyMs}
          value={value}
          onCommit={onCommit}
        />
      ) : (
        <div className={styles['pair']} data-equal>
          <NumberEntry
            label="At least"
            unit="ms"
            bounds={{ min: 0, max: value.max }}
            value={value.min}
            onCommit={(min) => onCommit({ ...value, min })}
          />
          <NumberEntry
            label="At most"
            unit="ms"
            bounds={{ min: value.min, max: anyMs.max }}
            value={value.max}
            onCommit={(max) => onCommit({ ...value, max })}
          />
        </div>
      )}
    </>
  );
}

const longestOf = (value: Work): number => (typeof value === 'number' ? value : value.max);

const rangeOf = (value: Work): Work =>
  typeof value === 'number' ? { min: Math.round(value / 2), max: value } : value;
