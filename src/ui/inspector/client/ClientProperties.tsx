/** Everything a client has: its connection, its publishers and its consumers. */
import type { JSX } from 'react';
import type { ClientSpec, ConsumerSpec, PublisherSpec } from '#scenario';
import { AddButton } from '../forms/AddButton.tsx';
import { ChoiceEntry, choicesOf } from '../forms/ChoiceEntry.tsx';
import { FlagEntry } from '../forms/FlagEntry.tsx';
import { FoldedSection } from '../forms/FoldedSection.tsx';
import { FormSection } from '../forms/FormSection.tsx';
import { docsOf } from '../forms/known-arguments.ts';
import { OptionalNumberEntry } from '../forms/OptionalNumberEntry.tsx';
import type { DeclaredNames, Save } from '../forms/names.ts';
import { anyMs, nameText } from '../forms/reading.ts';
import { RemoveButton } from '../forms/RemoveButton.tsx';
import { TextEntry } from '../forms/TextEntry.tsx';
import type { Commit } from '../forms/use-draft.ts';
import { exchangeText } from '../say.ts';
import { ConsumerForm } from './ConsumerForm.tsx';
import { PublisherForm } from './PublisherForm.tsx';
import { plainConsumer, plainPublisher } from './plain-parts.ts';
import styles from '../forms/forms.module.css';

interface ClientPropertiesProps {
  readonly spec: ClientSpec;
  readonly names: DeclaredNames;
  readonly onRename: Commit<string>;
  readonly save: Save<ClientSpec>;
}

export function ClientProperties(props: ClientPropertiesProps): JSX.Element {
  const { spec, names, save } = props;
  return (
    <>
      <FormSection title="Client">
        <TextEntry label="Name" value={spec.name} read={nameText} onCommit={props.onRename} />
        <ConnectionFields spec={spec} names={names} save={save} />
      </FormSection>
      {spec.program === undefined && <Parts spec={spec} names={names} save={save} />}
    </>
  );
}

/** A program has in its text what it publishes and consumes. */
function Parts({ spec, names, save }: Omit<ClientPropertiesProps, 'onRename'>): JSX.Element {
  return (
    <>
      {spec.publishers.map((publisher, index) => (
        <PublisherSection key={index} {...{ spec, names, save, publisher, index }} />
      ))}
      {spec.consumers.map((consumer, index) => (
        <ConsumerSection key={index} {...{ spec, names, save, consumer, index }} />
      ))}
      <AddParts spec={spec} names={names} save={save} />
    </>
  );
}

function ConnectionFields(props: Omit<ClientPropertiesProps, 'onRename'>): JSX.Element {
  const { spec, names, save } = props;
  return (
    <FoldedSection title="Connection" summary={connectionSummary(spec)}>
      {spec.program === undefined && (
        <>
          <ChoiceEntry
            label="User"
            help="Users and what they may do are in the broker’s panel on the left."
            docs={docsOf.permissions}
            value={spec.user}
            choices={choicesOf(names.users)}
            onCommit={(user) => save(`Set the user of ${spec.name}`, { ...spec, user })}
          />
          <ChoiceEntry
            label="Virtual host"
            docs={docsOf.vhosts}
            value={spec.vhost}
            choices={choicesOf(names.vhosts)}
            onCommit={(vhost) => save(`Set the virtual host of ${spec.name}`, { ...spec, vhost })}
          />
        </>
      )}
      <OptionalNumberEntry
        label="Latency"
        help="How long anything travels to the broker or back; empty for that of the scenario."
        unit="ms"
        placeholder="as the scenario"
        bounds={anyMs}
        value={spec.latency_ms ?? undefined}
        onCommit={(latency) =>
          save(`Set the latency of ${spec.name}`, { ...spec, latency_ms: latency ?? null })
        }
      />
      <FlagEntry
        label="Running from the start"
        help="Otherwise it waits to be started."
        value={spec.starts}
        onCommit={(starts) => save(`Set whether ${spec.name} starts`, { ...spec, starts })}
      />
    </FoldedSection>
  );
}

const connectionSummary = ({ user, vhost, latency_ms: latency, starts }: ClientSpec): string =>
  [
    `${user} on ${vhost}`,
    ...(latency === null ? [] : [`${latency} ms`]),
    ...(starts ? [] : ['stopped at first']),
  ].join(', ');

interface PublisherSectionProps extends Omit<ClientPropertiesProps, 'onRename'> {
  readonly publisher: PublisherSpec;
  readonly index: number;
}

function PublisherSection(props: PublisherSectionProps): JSX.Element {
  const { spec, names, save, publisher, index } = props;
  const isOnly = spec.publishers.length === 1;
  const title = isOnly
    ? 'Publisher'
    : `Publisher ${index + 1}: ${exchangeText(publisher.exchange)}`;
  return (
    <FormSection
      title={title}
      actions={
        <RemoveButton
          label={`Remove publisher ${index + 1}`}
          onPress={() =>
            save(`Remove a publisher of ${spec.name}`, {
              ...spec,
              publishers: spec.publishers.toSpliced(index, 1),
            })
          }
        />
      }
    >
      <PublisherForm
        spec={publisher}
        names={names}
        save={(label, next) =>
          save(`${label} of ${spec.name}`, {
            ...spec,
            publishers: spec.publishers.with(index, next),
          })
        }
      />
    </FormSection>
  );
}

interface ConsumerSectionProps extends Omit<ClientPropertiesProps, 'onRename'> {
  readonly consumer: ConsumerSpec;
  readonly index: number;
}

function ConsumerSection(props: ConsumerSectionProps): JSX.Element {
  const { spec, names, save, consumer, index } = props;
  const isOnly = spec.consumers.length === 1;
  return (
    <FormSection
      title={isOnly ? 'Consumer' : `Consumer ${index + 1}: ${consumer.queue}`}
      actions={
        <RemoveButton
          label={`Remove consumer ${index + 1}`}
          onPress={() =>
            save(`Remove a consumer of ${spec.name}`, {
              ...spec,
              consumers: spec.consumers.toSpliced(index, 1),
            })
          }
        />
      }
    >
      <ConsumerForm
        spec={consumer}
        names={names}
        save={(label, next) =>
          save(`${label} of ${spec.name}`, { ...spec, consumers: spec.consumers.with(index, next) })
        }
      />
    </FormSection>
  );
}

function AddParts({ spec, names, save }: Omit<ClientPropertiesProps, 'onRename'>): JSX.Element {
  const queue = names.queues[0];
  return (
    <FormSection title="More">
      <div className={styles['rows']}>
        <AddButton
          label="Add publisher"
          onPress={() =>
            save(`Add a publisher to ${spec.name}`, {
              ...spec,
              publishers: [...spec.publishers, plainPublisher(names.exchanges[0] ?? '')],
            })
          }
        />
        {queue === undefined ? (
          <p className={styles['help']}>There is no queue to consume from yet.</p>
        ) : (
          <AddButton
            label="Add consumer"
            onPress={() =>
              save(`Add a consumer to ${spec.name}`, {
                ...spec,
                consumers: [...spec.consumers, plainConsumer(queue)],
              })
            }
          />
        )}
      </div>
    </FormSection>
  );
}
