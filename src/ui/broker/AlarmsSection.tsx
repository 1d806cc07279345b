/** Raises and clears the alarms of the broker, and says whom they hold up. */
import type { JSX } from 'react';
import { alarmsReport } from '#app';
import { DocsLink } from '../inspector/forms/DocsLink.tsx';
import { docsOf } from '../inspector/forms/known-arguments.ts';
import { useSimulation } from '../inspector/use-simulation.ts';
import { useVerbs } from '../inspector/use-verbs.ts';
import { nodeKeyOf } from '#app';
import { SwitchField } from '../parts/SwitchField.tsx';
import { BrokerSection } from './BrokerSection.tsx';
import styles from './broker.module.css';

const alarmTexts = [
  { alarm: 'memory', label: 'Memory is low' },
  { alarm: 'disk', label: 'Disk space is low' },
] as const;

export function AlarmsSection(): JSX.Element {
  const { alarms, blocked } = alarmsReport(useSimulation());
  const { intervene, select } = useVerbs();
  return (
    <BrokerSection
      name="alarms"
      title="Alarms"
      summary={alarms.length === 0 ? 'none' : `low on ${alarms.join(' & ')}`}
      isAlarming={alarms.length > 0}
    >
      <p className={styles['help']}>
        While an alarm is raised, the broker reads nothing more from connections that publish.
        Consumers still get messages. <DocsLink to={docsOf.alarms} about="Alarms" />
      </p>
      {alarmTexts.map(({ alarm, label }) => (
        <SwitchField
          key={alarm}
          label={label}
          value={alarms.includes(alarm)}
          onChange={(isRaised) =>
            intervene(
              { type: 'alarm', alarm, isRaised },
              `${isRaised ? 'Raise' : 'Clear'} the ${alarm} alarm`,
            )
          }
        />
      ))}
      {alarms.length > 0 && blocked.length === 0 && (
        <p className={styles['help']}>Nobody has published since: no connection is blocked.</p>
      )}
      {blocked.length > 0 && (
        <p className={styles['line']}>
          Blocked:{' '}
          {blocked.map((client, index) => (
            <span key={client}>
              {index > 0 && ', '}
              <button
                type="button"
                className={styles['link']}
                onClick={() => select([nodeKeyOf('client', client)])}
              >
                {client}
              </button>
            </span>
          ))}
        </p>
      )}
    </BrokerSection>
  );
}
