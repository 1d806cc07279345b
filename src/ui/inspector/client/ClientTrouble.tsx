/** What holds a client up, in the broker's words, with the way to what an operator can do about it. */
import type { JSX } from 'react';
import { blockedReason, clientAt } from '#app';
import type { ClientSpec } from '#scenario';
import { useApp } from '../../app-context.tsx';
import { showBroker } from '../../broker/broker-place.ts';
import { Button } from '../../parts/Button.tsx';
import { useSimulation } from '../use-simulation.ts';
import styles from '../inspector.module.css';

export function ClientTrouble({ spec }: { readonly spec: ClientSpec }): JSX.Element | null {
  const app = useApp();
  const simulation = useSimulation();
  const client = clientAt(simulation, spec.name);
  if (client === undefined) return null;
  const reason = blockedReason(simulation, client);
  const { lastError } = client;
  if (reason === null && lastError === null) return null;
  return (
    <section className={styles['section']} aria-label="What is wrong">
      {lastError !== null && <p className={styles['error']}>{lastError}</p>}
      {reason !== null && (
        <p className={styles['error']} data-is="wait">
          blocked: {reason}
        </p>
      )}
      <div className={styles['buttonRow']}>
        {lastError !== null && isAboutPermissions(lastError) && (
          <Button size="small" onClick={() => showBroker(app, 'users', spec.user)}>
            Permissions of {spec.user}
          </Button>
        )}
        {reason !== null && (
          <Button size="small" onClick={() => showBroker(app, 'alarms')}>
            Alarms of the broker
          </Button>
        )}
      </div>
    </section>
  );
}

const isAboutPermissions = (refusal: string): boolean =>
  /ACCESS_REFUSED|access to vhost|NOT_ALLOWED/.test(refusal);
