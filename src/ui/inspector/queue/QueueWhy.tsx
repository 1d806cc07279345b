/** Why what waits in a queue waits: a sentence for each consumer, and when there will be room. */
import type { JSX } from 'react';
import { askWait } from '#app';
import { Verdict } from '../Verdict.tsx';
import { useSimulation } from '../use-simulation.ts';
import styles from '../inspector.module.css';

interface QueueWhyProps {
  readonly vhost: string;
  readonly name: string;
}

export function QueueWhy({ vhost, name }: QueueWhyProps): JSX.Element {
  const answer = askWait(useSimulation(), vhost, name);
  if (answer === null) {
    return (
      <section className={styles['section']}>
        <p className={styles['dim']}>The queue is not declared at this moment.</p>
      </section>
    );
  }
  const { summary, outlook, verdicts } = answer;
  return (
    <>
      <section className={styles['section']} aria-labelledby="queue-waits">
        <h3 id="queue-waits">Why messages wait</h3>
        <p className={styles['lead']}>{summary ?? 'Nothing waits.'}</p>
        {outlook !== null && <p className={styles['dim']}>{outlook}</p>}
      </section>
      <section className={styles['section']} aria-labelledby="queue-consumers">
        <h3 id="queue-consumers">
          Consumers <span className={styles['count']}>{verdicts.length}</span>
        </h3>
        {verdicts.length === 0 && <p className={styles['dim']}>Nobody consumes from this queue.</p>}
        <ul className={styles['verdicts']}>
          {verdicts.map(({ client, canTake, sentence }, index) => (
            <Verdict key={`${client} ${index}`} is={canTake ? 'yes' : 'wait'}>
              {sentence}
            </Verdict>
          ))}
        </ul>
      </section>
    </>
  );
}
