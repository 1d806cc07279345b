/** With nothing selected: the run in numbers, what is in trouble, and what there is to see in it. */
import { useMemo } from 'react';
import type { JSX } from 'react';
import { overviewOf } from '#app';
import type { Overview as OverviewData, Trouble } from '#app';
import { useDocument } from '../../app-context.tsx';
import { groupedText } from '../say.ts';
import { useSimulation } from '../use-simulation.ts';
import { useVerbs } from '../use-verbs.ts';
import { BrokerFaults } from './BrokerFaults.tsx';
import { NotesSection } from './NotesSection.tsx';
import { ScenarioSettings } from './ScenarioSettings.tsx';
import styles from '../inspector.module.css';

export function Overview(): JSX.Element {
  const simulation = useSimulation();
  const overview = useMemo(() => overviewOf(simulation), [simulation]);
  const title = useDocument(({ scenario }) => scenario.title);
  return (
    <article aria-label={`Overview of ${title}`}>
      <Troubles troubles={overview.troubles} />
      <Numbers title="Messages" numbers={messageNumbers(overview)} />
      <Numbers title="Declared" numbers={declaredNumbers(overview)} />
      <NotesSection />
      <ScenarioSettings />
      <BrokerFaults />
    </article>
  );
}

function Troubles({ troubles }: { readonly troubles: readonly Trouble[] }): JSX.Element {
  return (
    <section className={styles['section']} aria-labelledby="overview-troubles">
      <h3 id="overview-troubles">
        Needs a look <span className={styles['count']}>{troubles.length}</span>
      </h3>
      {troubles.length === 0 && (
        <p className={styles['dim']}>Nothing is in trouble, and no message waits without reason.</p>
      )}
      <ul className={styles['list']}>
        {troubles.map((trouble) => (
          <li key={`${trouble.key} ${trouble.sentence}`}>
            <TroubleItem trouble={trouble} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function TroubleItem({ trouble }: { readonly trouble: Trouble }): JSX.Element {
  const { select } = useVerbs();
  const { key, title, sentence, severity } = trouble;
  const isError = severity === 'error';
  const content = (
    <>
      <b
        className={styles['sign']}
        data-is={isError ? 'no' : 'wait'}
        role="img"
        aria-label={isError ? 'Error' : 'Warning'}
      >
        {isError ? '✗' : '▲'}
      </b>
      <span>
        <strong>{title}</strong>
        {sentence}
      </span>
    </>
  );
  if (key === null) return <div className={styles['trouble']}>{content}</div>;
  return (
    <button type="button" className={styles['trouble']} onClick={() => select([key])}>
      {content}
    </button>
  );
}

type Numbered = readonly [label: string, count: number];

function messageNumbers({ counters, readyCount, unackedCount }: OverviewData): readonly Numbered[] {
  return [
    ['Published', counters.published],
    ['Routed', counters.routed],
    ['Ready', readyCount],
    ['Unacknowledged', unackedCount],
    ['Delivered', counters.delivered],
    ['Acknowledged', counters.acknowledged],
    ['Requeued', counters.requeued],
    ['Dead-lettered', counters.deadLettered],
    ['Expired', counters.expired],
    ['Dropped', counters.dropped],
    ['Unroutable', counters.unroutable],
    ['Returned', counters.returned],
    ['Confirmed', counters.confirmed],
  ];
}

const declaredNumbers = (overview: OverviewData): readonly Numbered[] => [
  ['Exchanges', overview.exchangeCount],
  ['Queues', overview.queueCount],
  ['Bindings', overview.bindingCount],
  ['Clients', overview.clientCount],
  ['Connected', overview.connectionCount],
];

interface NumbersProps {
  readonly title: string;
  readonly numbers: readonly Numbered[];
}

function Numbers({ title, numbers }: NumbersProps): JSX.Element {
  return (
    <section className={styles['section']} aria-label={title}>
      <h3>{title}</h3>
      <dl className={styles['numbers']}>
        {numbers.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{groupedText(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
