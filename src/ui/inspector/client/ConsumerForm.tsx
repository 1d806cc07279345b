/** Everything a consumer has: its queue, how much it takes, how it works and how that ends. */
import type { JSX } from 'react';
import type { ConsumerSpec } from '#scenario';
import { ArgumentsForm } from '../forms/ArgumentsForm.tsx';
import { ChoiceEntry, choicesOf } from '../forms/ChoiceEntry.tsx';
import { FlagEntry } from '../forms/FlagEntry.tsx';
import { FoldedSection } from '../forms/FoldedSection.tsx';
import { consumerArguments, docsOf } from '../forms/known-arguments.ts';
import { NumberEntry } from '../forms/NumberEntry.tsx';
import type { DeclaredNames, Save } from '../forms/names.ts';
import { anyCount, anyMs } from '../forms/reading.ts';
import { OutcomesForm } from './OutcomesForm.tsx';
import { PublishesForm } from './PublishesForm.tsx';
import { WorkForm } from './WorkForm.tsx';

interface ConsumerFormProps {
  readonly spec: ConsumerSpec;
  readonly names: DeclaredNames;
  readonly save: Save<ConsumerSpec>;
}

export function ConsumerForm({ spec, names, save }: ConsumerFormProps): JSX.Element {
  return (
    <>
      <ChoiceEntry
        label="Queue"
        value={spec.queue}
        choices={choicesOf(names.queues)}
        onCommit={(queue) => save(`Consume from ${queue}`, { ...spec, queue })}
      />
      <NumberEntry
        label="Prefetch"
        help="How many unacknowledged messages it may hold; 0 is no limit."
        docs={docsOf.prefetch}
        unit="messages"
        bounds={anyCount}
        value={spec.prefetch}
        onCommit={(prefetch) => save('Set the prefetch', { ...spec, prefetch })}
      />
      <ChoiceEntry
        label="Acknowledgement"
        help={acknowledgementHelp[spec.acknowledgement]}
        docs={docsOf.acknowledgements}
        value={spec.acknowledgement}
        choices={[
          { value: 'automatic', label: 'automatic (no-ack)' },
          { value: 'after_work', label: 'after work' },
          { value: 'by_hand', label: 'by hand' },
        ]}
        onCommit={(acknowledgement) =>
          save('Set the acknowledgement', { ...spec, acknowledgement })
        }
      />
      <WorkForm
        value={spec.work_ms}
        onCommit={(work) => save('Set the working time', { ...spec, work_ms: work })}
      />
      <FoldedSection
        title="Outcomes"
        summary={countOf(spec.outcomes, 'always acknowledged')}
        isOpenAtFirst={spec.outcomes.length > 0}
      >
        <OutcomesForm
          outcomes={spec.outcomes}
          save={(label, outcomes) => save(label, { ...spec, outcomes })}
        />
      </FoldedSection>
      <FoldedSection title="Publishes" summary={countOf(spec.publishes, 'nothing')}>
        <PublishesForm
          publishes={spec.publishes}
          names={names}
          save={(label, publishes) => save(label, { ...spec, publishes })}
        />
      </FoldedSection>
      <SubscriptionForm spec={spec} names={names} save={save} />
    </>
  );
}

function SubscriptionForm({ spec, names, save }: ConsumerFormProps): JSX.Element {
  return (
    <>
      <NumberEntry
        label="Reconnects after"
        help="When its connection is lost."
        unit="ms"
        bounds={anyMs}
        value={spec.reconnect_after_ms}
        onCommit={(after) => save('Set the reconnect', { ...spec, reconnect_after_ms: after })}
      />
      <FlagEntry
        label="Exclusive"
        help="Nobody else may consume from the queue meanwhile."
        docs={docsOf.exclusiveConsumer}
        value={spec.exclusive}
        onCommit={(exclusive) => save('Set exclusive', { ...spec, exclusive })}
      />
      <ArgumentsForm
        known={consumerArguments}
        table={spec.arguments}
        exchanges={names.exchanges}
        onCommit={(table, name) => save(`Set ${name}`, { ...spec, arguments: table })}
      />
    </>
  );
}

const countOf = (items: readonly unknown[], none: string): string =>
  items.length === 0 ? none : String(items.length);

const acknowledgementHelp: Readonly<Record<ConsumerSpec['acknowledgement'], string>> = {
  automatic: 'A message is settled as soon as it is sent; prefetch does not count.',
  after_work: 'It answers when its work on the message is done.',
  by_hand: 'It holds each message until you answer for it.',
};
