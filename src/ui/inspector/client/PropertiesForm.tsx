/** The basic properties of what a client publishes, each under RabbitMQ's name for it. */
import type { JSX } from 'react';
import type { MessagePropertiesSpec } from '#scenario';
import { ArgumentRows } from '../forms/ArgumentRows.tsx';
import { ChoiceEntry } from '../forms/ChoiceEntry.tsx';
import { FoldedSection } from '../forms/FoldedSection.tsx';
import { docsOf } from '../forms/known-arguments.ts';
import { OptionalNumberEntry } from '../forms/OptionalNumberEntry.tsx';
import type { Save } from '../forms/names.ts';
import { expirationText } from '../forms/reading.ts';
import { OptionalTextEntry } from '../forms/OptionalTextEntry.tsx';
import styles from '../forms/forms.module.css';

interface PropertiesFormProps {
  readonly properties: MessagePropertiesSpec;
  /** Names of queues, for reply_to. */
  readonly queues: readonly string[];
  readonly save: Save<MessagePropertiesSpec>;
}

export function PropertiesForm({ properties, queues, save }: PropertiesFormProps): JSX.Element {
  const set = (name: PropertyName, value: unknown): string | null =>
    save(`Set ${name}`, withProperty(properties, name, value));
  return (
    <FoldedSection title="Properties and headers" summary={Object.keys(properties).join(', ')}>
      <div className={styles['rows']}>
        <p className={styles['help']}>Headers; texts in them are templates, too.</p>
        <ArgumentRows
          word="header"
          table={properties.headers ?? {}}
          onCommit={(headers, name) =>
            save(
              `Set header ${name}`,
              withProperty(properties, 'headers', isEmpty(headers) ? undefined : headers),
            )
          }
        />
      </div>
      <DeliveryModeEntry properties={properties} set={set} />
      <OptionalNumberEntry
        label="priority"
        help="Counts in queues with x-max-priority."
        docs="https://www.rabbitmq.com/docs/priority"
        bounds={{ min: 0, max: 255 }}
        value={properties.priority}
        onCommit={(priority) => set('priority', priority)}
      />
      <OptionalTextEntry
        label="expiration"
        help="How long the message may wait in a queue, in milliseconds."
        docs="https://www.rabbitmq.com/docs/ttl#per-message-ttl-in-publishers"
        read={expirationText}
        value={properties.expiration}
        onCommit={(expiration) => set('expiration', expiration)}
      />
      {textProperties.map(({ name, help }) => (
        <OptionalTextEntry
          key={name}
          label={name}
          help={help}
          value={properties[name]}
          suggestions={name === 'reply_to' ? queues : []}
          onCommit={(text) => set(name, text)}
        />
      ))}
      <OptionalNumberEntry
        label="timestamp"
        help="Seconds since 1970."
        bounds={{ min: 0, max: Number.MAX_SAFE_INTEGER }}
        value={properties.timestamp}
        onCommit={(timestamp) => set('timestamp', timestamp)}
      />
    </FoldedSection>
  );
}

type PropertyName = keyof MessagePropertiesSpec;

interface DeliveryModeEntryProps {
  readonly properties: MessagePropertiesSpec;
  readonly set: (name: PropertyName, value: unknown) => string | null;
}

function DeliveryModeEntry({ properties, set }: DeliveryModeEntryProps): JSX.Element {
  return (
    <ChoiceEntry
      label="delivery_mode"
      help="A persistent message in a durable queue survives a restart of the broker."
      docs={docsOf.properties}
      value={String(properties.delivery_mode ?? '')}
      choices={[
        { value: '', label: 'not set (transient)' },
        { value: '1', label: '1: transient' },
        { value: '2', label: '2: persistent' },
      ]}
      onCommit={(mode) => set('delivery_mode', mode === '' ? undefined : Number(mode))}
    />
  );
}

const textProperties = [
  { name: 'correlation_id', help: 'Tells a reply which request it answers; {n} is the number.' },
  { name: 'reply_to', help: 'The queue that an answer shall go to.' },
  { name: 'content_type', help: 'Such as application/json.' },
  { name: 'content_encoding', help: 'Such as gzip.' },
  { name: 'message_id', help: 'The application’s own name for the message.' },
  { name: 'type', help: 'The application’s own kind of message.' },
  { name: 'user_id', help: 'RabbitMQ refuses any other than the user of the connection.' },
  { name: 'app_id', help: 'The application that published it.' },
] as const;

const isEmpty = (table: object): boolean => Object.keys(table).length === 0;

/** The properties with one set; `undefined` takes it out. */
export const withProperty = (
  properties: MessagePropertiesSpec,
  name: PropertyName,
  value: unknown,
): MessagePropertiesSpec => {
  const others = Object.entries(properties).filter(([other]) => other !== name);
  return Object.fromEntries(
    value === undefined ? others : [...others, [name, value]],
  ) as MessagePropertiesSpec;
};
