/**
 * How a consumer's work ends: the first outcome whose conditions hold and whose chance comes up
 * decides, so the order counts; where none does, the message is acknowledged.
 */
import type { JSX } from 'react';
import type { OutcomeSpec } from '#scenario';
import { ChoiceEntry } from '../forms/ChoiceEntry.tsx';
import { NumberEntry } from '../forms/NumberEntry.tsx';
import type { Save } from '../forms/names.ts';
import { OrderedItems } from '../forms/OrderedItems.tsx';
import { ConditionForm } from './ConditionForm.tsx';

interface OutcomesFormProps {
  readonly outcomes: readonly OutcomeSpec[];
  readonly save: Save<readonly OutcomeSpec[]>;
}

export function OutcomesForm({ outcomes, save }: OutcomesFormProps): JSX.Element {
  return (
    <OrderedItems<OutcomeSpec>
      word="outcome"
      items={outcomes}
      max={20}
      empty="Every message is acknowledged when the work is done."
      titleOf={outcomeTitle}
      create={() => ({ does: 'reject', chance: 0.3, when: {} })}
      save={save}
      render={(outcome, change) => <OutcomeForm outcome={outcome} save={change} />}
    />
  );
}

interface OutcomeFormProps {
  readonly outcome: OutcomeSpec;
  readonly save: Save<OutcomeSpec>;
}

function OutcomeForm({ outcome, save }: OutcomeFormProps): JSX.Element {
  return (
    <>
      <ChoiceEntry
        label="The consumer"
        help={outcomeHelp[outcome.does]}
        value={outcome.does}
        choices={outcomeChoices}
        onCommit={(does) => save('Set the outcome', { ...outcome, does })}
      />
      <NumberEntry
        label="In"
        unit="% of cases"
        isDecimal
        bounds={{ min: 0, max: 100 }}
        value={percentOf(outcome.chance)}
        onCommit={(percent) => save('Set the chance', { ...outcome, chance: percent / 100 })}
      />
      <ConditionForm
        condition={outcome.when}
        save={(label, when) => save(label, { ...outcome, when })}
      />
    </>
  );
}

/** Without the noise of binary fractions. */
const percentOf = (chance: number): number => Math.round(chance * 1e6) / 1e4;

const outcomeChoices = [
  { value: 'ack', label: 'acknowledges it' },
  { value: 'reject', label: 'rejects it' },
  { value: 'requeue', label: 'requeues it' },
  { value: 'crash', label: 'crashes and reconnects' },
  { value: 'never_answer', label: 'never answers' },
] as const;

const outcomeHelp: Readonly<Record<OutcomeSpec['does'], string>> = {
  ack: 'basic.ack: the message is gone from the queue.',
  reject: 'basic.reject without requeue: to the dead letter exchange, if there is one.',
  requeue: 'basic.reject with requeue: back to its place in the queue.',
  crash: 'Its connection is lost, and all that it holds goes back to the queue.',
  never_answer: 'The message stays unacknowledged, and counts against the prefetch.',
};

const outcomeTitle = (outcome: OutcomeSpec): string => {
  const share = outcome.chance === 1 ? '' : ` in ${percentOf(outcome.chance)} %`;
  const condition = Object.keys(outcome.when).length === 0 ? '' : ', on conditions';
  return `${outcome.does.replace('_', ' ')}${share}${condition}`;
};
