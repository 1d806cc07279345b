/** The routing key of a publisher: a text that may hold {n}, or a choice drawn for each message. */
import type { JSX } from 'react';
import type { PublisherSpec } from '#scenario';
import { AddButton } from '../forms/AddButton.tsx';
import { ChoiceEntry } from '../forms/ChoiceEntry.tsx';
import { NumberEntry } from '../forms/NumberEntry.tsx';
import { RemoveButton } from '../forms/RemoveButton.tsx';
import { TextEntry } from '../forms/TextEntry.tsx';
import styles from '../forms/forms.module.css';

type RoutingKey = PublisherSpec['routing_key'];
type WeightedKeys = Exclude<RoutingKey, string>;

interface RoutingKeyFormProps {
  readonly value: RoutingKey;
  readonly suggestions: readonly string[];
  readonly onCommit: (value: RoutingKey) => string | null;
}

export function RoutingKeyForm({ value, suggestions, onCommit }: RoutingKeyFormProps): JSX.Element {
  const isText = typeof value === 'string';
  return (
    <>
      <ChoiceEntry
        label="Routing key is"
        value={isText ? 'text' : 'choice'}
        choices={[
          { value: 'text', label: 'a text or template' },
          { value: 'choice', label: 'drawn from a list, by weight' },
        ]}
        onCommit={(kind) => onCommit(kind === 'text' ? firstKeyOf(value) : asList(value))}
      />
      {isText ? (
        <TextEntry
          label="Routing key"
          help="{n} is the number of the message."
          value={value}
          suggestions={suggestions}
          onCommit={onCommit}
        />
      ) : (
        <WeightedKeyRows value={value} suggestions={suggestions} onCommit={onCommit} />
      )}
    </>
  );
}

const firstKeyOf = (value: RoutingKey): string =>
  typeof value === 'string' ? value : (value[0]?.key ?? '');

const asList = (value: RoutingKey): WeightedKeys =>
  typeof value === 'string' ? [{ key: value, weight: 1 }] : value;

interface WeightedKeyRowsProps {
  readonly value: WeightedKeys;
  readonly suggestions: readonly string[];
  readonly onCommit: (value: WeightedKeys) => string | null;
}

function WeightedKeyRows({ value, suggestions, onCommit }: WeightedKeyRowsProps): JSX.Element {
  const total = value.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <div className={styles['rows']} role="group" aria-label="Routing keys and their weights">
      {value.map((row, index) => (
        // Rows have no identity but their place.
        <div className={styles['pair']} data-removable={value.length > 1} key={index}>
          <TextEntry
            label={`Key ${index + 1}`}
            value={row.key}
            suggestions={suggestions}
            onCommit={(key) => onCommit(value.with(index, { ...row, key }))}
          />
          <NumberEntry
            label="Weight"
            unit={shareOf(row.weight, total)}
            isDecimal
            bounds={{ min: 0, max: 1_000_000 }}
            value={row.weight}
            onCommit={(weight) => onCommit(value.with(index, { ...row, weight }))}
          />
          {value.length > 1 && (
            <RemoveButton
              label={`Remove key ${index + 1}`}
              onPress={() => onCommit(value.toSpliced(index, 1))}
            />
          )}
        </div>
      ))}
      <AddButton
        label="Add routing key"
        onPress={() => onCommit([...value, { key: '', weight: 1 }])}
      />
    </div>
  );
}

const shareOf = (weight: number, total: number): string =>
  total === 0 ? '' : `${Math.round((weight / total) * 100)} %`;
