/** When an outcome applies: all that is given must hold. */
import type { JSX } from 'react';
import type { OutcomeSpec } from '#scenario';
import { ChoiceEntry } from '../forms/ChoiceEntry.tsx';
import { FoldedSection } from '../forms/FoldedSection.tsx';
import { OptionalNumberEntry } from '../forms/OptionalNumberEntry.tsx';
import type { Save } from '../forms/names.ts';
import { anyCount, anyText } from '../forms/reading.ts';
import { OptionalTextEntry } from '../forms/OptionalTextEntry.tsx';

type Condition = OutcomeSpec['when'];

interface ConditionFormProps {
  readonly condition: Condition;
  readonly save: Save<Condition>;
}

export function ConditionForm({ condition, save }: ConditionFormProps): JSX.Element {
  const set = <Name extends keyof Condition>(name: Name, value: Condition[Name]): string | null =>
    save('Set the condition', withPart(condition, name, value));
  const { header } = condition;
  return (
    <FoldedSection title="Only when" summary={summaryOf(condition)}>
      <OptionalTextEntry
        label="Routing key matches"
        help="A topic pattern: * is one word, # any number of words."
        value={condition.routing_key}
        onCommit={(pattern) => set('routing_key', pattern)}
      />
      <OptionalTextEntry
        label="Header"
        help="The name of a header."
        value={header?.name}
        onCommit={(name) =>
          set('header', name === undefined ? undefined : { name, value: header?.value ?? '' })
        }
      />
      {header !== undefined && (
        <OptionalTextEntry
          label={`Value of ${header.name}`}
          help="true, false and numbers are taken as such."
          value={String(header.value)}
          onCommit={(text) => set('header', { ...header, value: valueOf(text ?? '') })}
        />
      )}
      <OptionalTextEntry
        label="Body contains"
        read={anyText(1_000)}
        value={condition.body_contains}
        onCommit={(text) => set('body_contains', text)}
      />
      <ChoiceEntry
        label="Redelivered"
        value={condition.redelivered === undefined ? '' : String(condition.redelivered)}
        choices={[
          { value: '', label: 'or not' },
          { value: 'true', label: 'yes: it was delivered before' },
          { value: 'false', label: 'no: for the first time' },
        ]}
        onCommit={(chosen) => set('redelivered', chosen === '' ? undefined : chosen === 'true')}
      />
      <OptionalNumberEntry
        label="Deaths at least"
        help="As its x-death header counts them."
        bounds={anyCount}
        value={condition.deaths_min}
        onCommit={(count) => set('deaths_min', count)}
      />
    </FoldedSection>
  );
}

function withPart<Name extends keyof Condition>(
  condition: Condition,
  name: Name,
  value: Condition[Name],
): Condition {
  const { [name]: _, ...others } = condition;
  return (value === undefined ? others : { ...others, [name]: value }) as Condition;
}

function valueOf(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

function summaryOf(condition: Condition): string {
  const count = Object.keys(condition).length;
  if (count === 0) return 'always';
  return count === 1 ? '1 condition' : `${count} conditions`;
}
