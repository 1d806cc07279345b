/** Restarts the broker, and tells what restarts have cost so far. */
import type { JSX } from 'react';
import { useMemo } from 'react';
import { restartLosses } from '#app';
import { useView } from '../app-context.tsx';
import { DocsLink } from '../inspector/forms/DocsLink.tsx';
import { docsOf } from '../inspector/forms/known-arguments.ts';
import { useSimulation } from '../inspector/use-simulation.ts';
import { useVerbs } from '../inspector/use-verbs.ts';
import { Button } from '../parts/Button.tsx';
import { BrokerSection } from './BrokerSection.tsx';
import { readBrokerTab } from './broker-place.ts';
import { RestartSummary } from './RestartSummary.tsx';
import styles from './broker.module.css';

export function RestartSection(): JSX.Element {
  const { journal } = useSimulation();
  const restarts = useMemo(() => restartLosses({ journal }), [journal]);
  const { intervene } = useVerbs();
  const wanted = useView(({ panels }) => readBrokerTab(panels.left.tab).item);
  const opened = restarts.find(({ number }) => String(number) === wanted) ?? restarts[0];
  return (
    <BrokerSection
      name="restart"
      title="Restart"
      summary={restarts.length === 0 ? '' : timesText(restarts.length)}
    >
      <p className={styles['help']}>
        A restart closes all connections; durable queues stay, with their persistent messages.{' '}
        <DocsLink to={docsOf.durability} about="Durability" />
      </p>
      <div className={styles['buttons']}>
        <Button onClick={() => intervene({ type: 'broker.restart' }, 'Restart the broker')}>
          Restart broker
        </Button>
      </div>
      {restarts.map((losses) => (
        <RestartSummary
          key={`${losses.number} ${losses === opened}`}
          losses={losses}
          isOpen={losses === opened}
        />
      ))}
    </BrokerSection>
  );
}

const timesText = (count: number): string =>
  count === 1 ? 'once so far' : `${count} times so far`;
