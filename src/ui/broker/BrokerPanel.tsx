/**
 * The broker as those who run it see it: policies, users and what they may do, limits, alarms, the
 * firehose and restarts. It stands beside the canvas, so that what a change does is seen at once.
 */
import { useState } from 'react';
import type { JSX } from 'react';
import { useDocument } from '../app-context.tsx';
import { SelectField } from '../parts/SelectField.tsx';
import { AlarmsSection } from './AlarmsSection.tsx';
import { FirehoseSection } from './FirehoseSection.tsx';
import { LimitsSection } from './LimitsSection.tsx';
import { PoliciesSection } from './PoliciesSection.tsx';
import { RestartSection } from './RestartSection.tsx';
import { UsersSection } from './UsersSection.tsx';
import styles from './broker.module.css';

export function BrokerPanel(): JSX.Element {
  const vhosts = useDocument(({ scenario }) => scenario.vhosts);
  const [chosen, setChosen] = useState('/');
  const vhost = vhosts.some(({ name }) => name === chosen) ? chosen : (vhosts[0]?.name ?? '/');
  return (
    <div className={styles['panel']}>
      {vhosts.length > 1 && (
        <div className={styles['vhost']}>
          <SelectField
            label="Virtual host"
            value={vhost}
            options={vhosts.map(({ name }) => ({ value: name, label: name }))}
            onChange={setChosen}
          />
        </div>
      )}
      <PoliciesSection key={`policies of ${vhost}`} vhost={vhost} kind="policies" />
      <PoliciesSection key={`operator's of ${vhost}`} vhost={vhost} kind="operator_policies" />
      <UsersSection vhost={vhost} />
      <LimitsSection vhost={vhost} />
      <AlarmsSection />
      <FirehoseSection vhost={vhost} />
      <RestartSection />
    </div>
  );
}
