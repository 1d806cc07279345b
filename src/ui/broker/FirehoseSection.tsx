/** The firehose of a virtual host: copies of all that is published and delivered in it. */
import type { JSX } from 'react';
import { addBinding, addQueue, uniqueName } from '#app';
import type { Scenario } from '#scenario';
import { useDocument } from '../app-context.tsx';
import { AddButton } from '../inspector/forms/AddButton.tsx';
import { DocsLink } from '../inspector/forms/DocsLink.tsx';
import { docsOf } from '../inspector/forms/known-arguments.ts';
import { useSimulation } from '../inspector/use-simulation.ts';
import { useVerbs } from '../inspector/use-verbs.ts';
import { SwitchField } from '../parts/SwitchField.tsx';
import { BrokerSection } from './BrokerSection.tsx';
import styles from './broker.module.css';

/** Where the copies are published to. */
const traceExchange = 'amq.rabbitmq.trace';

export function FirehoseSection({ vhost }: { readonly vhost: string }): JSX.Element {
  const traced = useSimulation().broker.tracedVhosts as readonly string[];
  const bindings = useDocument(({ scenario }) => scenario.bindings);
  const { intervene, edit } = useVerbs();
  const isOn = traced.includes(vhost);
  const readers = bindings.filter(
    (binding) => binding.source === traceExchange && binding.vhost === vhost,
  );
  return (
    <BrokerSection name="firehose" title="Firehose" summary={isOn ? 'on' : 'off'}>
      <p className={styles['help']}>
        A copy of every message that is published or delivered goes to {traceExchange}. A restart
        turns it off. <DocsLink to={docsOf.firehose} about="Firehose" />
      </p>
      <SwitchField
        label={`On in virtual host ${vhost}`}
        value={isOn}
        onChange={(next) =>
          intervene(
            { type: 'trace', vhost, isOn: next },
            `Turn the firehose ${next ? 'on' : 'off'} in ${vhost}`,
          )
        }
      />
      {readers.length > 0 ? (
        <p className={styles['line']}>
          Copies go to {readers.map(({ destination }) => destination).join(', ')}.
        </p>
      ) : (
        <>
          <p className={styles['help']}>No queue is bound to it, so nobody sees the copies.</p>
          <AddButton
            label="Add a queue for the copies"
            onPress={() =>
              edit('Add a queue for the firehose', (before) => withReader(before, vhost))
            }
          />
        </>
      )}
    </BrokerSection>
  );
}

function withReader(scenario: Scenario, vhost: string): Scenario {
  const name = uniqueName(scenario, 'trace');
  return addBinding(addQueue(scenario, { name, vhost }), {
    source: traceExchange,
    vhost,
    destination: name,
    routing_key: '#',
  });
}
