/** Everything a publisher has: where to, what, how often, and what it does about answers. */
import type { JSX } from 'react';
import type { PublisherSpec } from '#scenario';
import { ChoiceEntry } from '../forms/ChoiceEntry.tsx';
import { FlagEntry } from '../forms/FlagEntry.tsx';
import { exchangeChoices } from '../forms/KnownArgumentEntry.tsx';
import { docsOf } from '../forms/known-arguments.ts';
import { NumberEntry } from '../forms/NumberEntry.tsx';
import { OptionalNumberEntry } from '../forms/OptionalNumberEntry.tsx';
import type { DeclaredNames, Save } from '../forms/names.ts';
import { anyCount, anyMs, anyText } from '../forms/reading.ts';
import { TextEntry } from '../forms/TextEntry.tsx';
import { PropertiesForm } from './PropertiesForm.tsx';
import { RateForm } from './RateForm.tsx';
import { RoutingKeyForm } from './RoutingKeyForm.tsx';

interface PublisherFormProps {
  readonly spec: PublisherSpec;
  readonly names: DeclaredNames;
  readonly save: Save<PublisherSpec>;
}

export function PublisherForm({ spec, names, save }: PublisherFormProps): JSX.Element {
  return (
    <>
      <ChoiceEntry
        label="Exchange"
        help={
          spec.exchange === ''
            ? 'The default exchange: the routing key is the name of a queue.'
            : 'Its bindings decide which queues get a copy.'
        }
        docs={docsOf.exchanges}
        value={spec.exchange}
        choices={exchangeChoices(names.exchanges)}
        onCommit={(exchange) =>
          save(`Publish to ${exchange === '' ? 'the default exchange' : exchange}`, {
            ...spec,
            exchange,
          })
        }
      />
      <RoutingKeyForm
        value={spec.routing_key}
        suggestions={spec.exchange === '' ? names.queues : names.routingKeys}
        onCommit={(routingKey) => save('Set the routing key', { ...spec, routing_key: routingKey })}
      />
      <RateForm spec={spec} save={save} />
      <TextEntry
        label="Body"
        help="{n} is the number of the message, {key} its routing key."
        isMultiline
        read={anyText(100_000)}
        value={spec.body}
        onCommit={(body) => save('Set the body', { ...spec, body })}
      />
      <PropertiesForm
        properties={spec.properties}
        queues={names.queues}
        save={(label, properties) => save(label, { ...spec, properties })}
      />
      <AnswersForm spec={spec} save={save} />
    </>
  );
}

/** What it asks the broker to tell, and what it does when it is told. */
function AnswersForm({ spec, save }: Omit<PublisherFormProps, 'names'>): JSX.Element {
  const retries = spec.on_return === 'retry' || spec.on_nack === 'retry';
  return (
    <>
      <FlagEntry
        label="Mandatory"
        help="A message that reaches no queue comes back."
        docs={docsOf.mandatory}
        value={spec.mandatory}
        onCommit={(mandatory) => save('Set mandatory', { ...spec, mandatory })}
      />
      {spec.mandatory && (
        <ChoiceEntry
          label="When a message is returned"
          value={spec.on_return}
          choices={reactions}
          onCommit={(onReturn) => save('Set what returns do', { ...spec, on_return: onReturn })}
        />
      )}
      <OptionalNumberEntry
        label="Publisher confirms, unconfirmed at most"
        help="It pauses while so many are unconfirmed. Empty for no confirms."
        docs={docsOf.confirms}
        placeholder="no confirms"
        bounds={{ min: 1, max: anyCount.max }}
        value={spec.confirms?.outstanding_max}
        onCommit={(max) =>
          save('Set publisher confirms', {
            ...spec,
            confirms: max === undefined ? null : { outstanding_max: max },
          })
        }
      />
      {spec.confirms !== null && (
        <ChoiceEntry
          label="When a message is nacked"
          value={spec.on_nack}
          choices={reactions}
          onCommit={(onNack) => save('Set what nacks do', { ...spec, on_nack: onNack })}
        />
      )}
      {retries && (
        <NumberEntry
          label="Retry after"
          unit="ms"
          bounds={anyMs}
          value={spec.retry_after_ms}
          onCommit={(after) => save('Set the retry', { ...spec, retry_after_ms: after })}
        />
      )}
    </>
  );
}

const reactions = [
  { value: 'ignore', label: 'ignore it' },
  { value: 'retry', label: 'publish it again' },
] as const;
