/** What one can do to the broker as a whole. */
import type { JSX } from 'react';
import { Button } from '../../parts/Button.tsx';
import { useVerbs } from '../use-verbs.ts';
import styles from '../inspector.module.css';

export function BrokerFaults(): JSX.Element {
  const { intervene } = useVerbs();
  return (
    <section className={styles['section']} aria-labelledby="broker-faults">
      <h3 id="broker-faults">Broker</h3>
      <p className={styles['dim']}>
        A restart closes all connections; durable queues stay, with their persistent messages.
      </p>
      <Button onClick={() => intervene({ type: 'broker.restart' }, 'Restart the broker')}>
        Restart broker
      </Button>
    </section>
  );
}
