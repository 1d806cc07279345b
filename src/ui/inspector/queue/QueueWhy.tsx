/** Why what waits in a queue waits: a verdict for each consumer. */
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
  return (
    <>
      <section className={styles['section']} aria-labelledby="queue-waits">
        <h3 id="queue-waits">Why messages wait</h3>
        <p className={styles['lead']}>{answer.summary ?? 'Nothing waits.'}</p>
      </section>
      <section className={styles['section']} aria-labelledby="queue-consumers">
        <h3 id="queue-consumers">
          Consumers <span className={styles['count']}>{answer.verdicts.length}</span>
        </h3>
        {answer.verdicts.length === 0 && (
          <p className={styles['dim']}>Nobody consumes from this queue.</p>
        )}
        <ul className={styles['verdicts']}>
          {answer.verdicts.map(({ consumer, client, canTake, reason }) => (
            <Verdict key={consumer} is={canTake ? 'yes' : 'wait'}>
              <strong>{client}</strong>: {reason}
            </Verdict>
          ))}
        </ul>
      </section>
    </>
  );
}
