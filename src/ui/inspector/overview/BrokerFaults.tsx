/** What one can do to the broker as a whole. */
import type { JSX } from 'react';
import { useApp, usePlayback } from '../../app-context.tsx';
import { showBroker } from '../../broker/broker-place.ts';
import { Button } from '../../parts/Button.tsx';
import { useVerbs } from '../use-verbs.ts';
import styles from '../inspector.module.css';

export function BrokerFaults(): JSX.Element {
  const app = useApp();
  const { intervene } = useVerbs();
  const isScripted = usePlayback(({ history }) => history.run.script !== undefined);
  return (
    <section className={styles['section']} aria-labelledby="broker-faults">
      <h3 id="broker-faults">Broker</h3>
      <p className={styles['dim']}>
        A restart closes all connections; durable queues stay, with their persistent messages.
      </p>
      <div className={styles['buttonRow']}>
        <Button onClick={() => intervene({ type: 'broker.restart' }, 'Restart the broker')}>
          Restart broker
        </Button>
        {!isScripted && (
          <Button onClick={() => showBroker(app, 'policies')}>Policies, users, alarms</Button>
        )}
      </div>
    </section>
  );
}
