/** How a client stands, and why it stands still where it does. */
import type { JSX } from 'react';
import { clientStanding } from '#app';
import type { PartStanding, Standing } from '#app';
import type { ClientSpec } from '#scenario';
import { exchangeText } from '../say.ts';
import { useSimulation } from '../use-simulation.ts';
import { Verdict } from '../Verdict.tsx';
import styles from '../inspector.module.css';

export function ClientWhy({ spec }: { readonly spec: ClientSpec }): JSX.Element {
  const standing = clientStanding(useSimulation(), spec.name);
  if (standing === null) {
    return (
      <section className={styles['section']}>
        <p className={styles['dim']}>The client is not in the run at this moment.</p>
      </section>
    );
  }
  return (
    <section className={styles['section']} aria-labelledby="client-standing">
      <h3 id="client-standing">How it stands</h3>
      {standing.lastError !== null && <p className={styles['error']}>{standing.lastError}</p>}
      <ul className={styles['verdicts']}>
        <Verdict is={signs[standing.condition]}>{standing.sentence}</Verdict>
        {standing.parts.map((part) => (
          <Verdict key={`${part.part} ${part.index}`} is={signs[part.condition]}>
            <strong>{partName(spec, part)}</strong>: {part.sentence}
          </Verdict>
        ))}
      </ul>
    </section>
  );
}

const signs = {
  working: 'yes',
  still: 'still',
  'held-up': 'wait',
  trouble: 'no',
} as const satisfies Record<Standing['condition'], string>;

function partName(spec: ClientSpec, { part, index }: PartStanding): string {
  if (part === 'consumer') {
    const queue = spec.consumers[index]?.queue;
    return queue === undefined ? 'Consumer' : `Consumer of ${queue}`;
  }
  const exchange = spec.publishers[index]?.exchange;
  return exchange === undefined ? 'Publisher' : `Publisher to ${exchangeText(exchange)}`;
}
