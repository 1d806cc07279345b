/** How many queues and connections a virtual host may have. */
import type { JSX } from 'react';
import type { VhostName } from '#engine';
import { useDocument } from '../app-context.tsx';
import { DocsLink } from '../inspector/forms/DocsLink.tsx';
import { docsOf } from '../inspector/forms/known-arguments.ts';
import { OptionalNumberEntry } from '../inspector/forms/OptionalNumberEntry.tsx';
import { anyCount } from '../inspector/forms/reading.ts';
import { useSimulation } from '../inspector/use-simulation.ts';
import { BrokerSection } from './BrokerSection.tsx';
import { useBrokerEdits } from './use-broker-edits.ts';
import styles from './broker.module.css';

const limitTexts = [
  { limit: 'max-queues', label: 'Queues at most' },
  { limit: 'max-connections', label: 'Connections at most' },
] as const;

export function LimitsSection({ vhost }: { readonly vhost: string }): JSX.Element {
  const limits = useDocument(
    ({ scenario }) => scenario.vhosts.find(({ name }) => name === vhost)?.limits,
  );
  const { setLimit } = useBrokerEdits();
  const counts = useCounts(vhost);
  const set = limitTexts.flatMap(({ limit }) => {
    const value = limits?.[limit];
    return value === undefined ? [] : [`${value} ${limit.slice('max-'.length)}`];
  });
  return (
    <BrokerSection
      name="limits"
      title="Virtual host limits"
      summary={set.length === 0 ? 'none' : set.join(', ')}
    >
      <p className={styles['help']}>
        What is there already stays when a limit is set below it.{' '}
        <DocsLink to={docsOf.vhostLimits} about="Virtual host limits" />
      </p>
      {limitTexts.map(({ limit, label }) => (
        <OptionalNumberEntry
          key={limit}
          label={label}
          help={`${counts[limit]} now.`}
          bounds={anyCount}
          value={limits?.[limit]}
          onCommit={(count) => setLimit(vhost, limit, count)}
        />
      ))}
    </BrokerSection>
  );
}

function useCounts(vhost: string): Readonly<Record<'max-queues' | 'max-connections', number>> {
  const { broker } = useSimulation();
  return {
    'max-queues': broker.vhosts.get(vhost as VhostName)?.queues.size ?? 0,
    'max-connections': [...broker.connections.values()].filter((one) => one.vhost === vhost).length,
  };
}
