/** What a consumer publishes for each message it has worked on, before it answers for it. */
import type { JSX } from 'react';
import type { ReplySpec } from '#scenario';
import { ChoiceEntry } from '../forms/ChoiceEntry.tsx';
import { exchangeChoices } from '../forms/KnownArgumentEntry.tsx';
import type { DeclaredNames, Save } from '../forms/names.ts';
import { OrderedItems } from '../forms/OrderedItems.tsx';
import { anyText } from '../forms/reading.ts';
import { TextEntry } from '../forms/TextEntry.tsx';
import { PropertiesForm } from './PropertiesForm.tsx';

interface PublishesFormProps {
  readonly publishes: readonly ReplySpec[];
  readonly names: DeclaredNames;
  readonly save: Save<readonly ReplySpec[]>;
}

export function PublishesForm({ publishes, names, save }: PublishesFormProps): JSX.Element {
  return (
    <OrderedItems<ReplySpec>
      word="publish"
      items={publishes}
      max={20}
      empty="It publishes nothing."
      titleOf={titleOf}
      create={() => ({
        to: 'exchange',
        exchange: '',
        routing_key: '{key}',
        body: '{body}',
        properties: {},
      })}
      save={save}
      render={(reply, change) => <ReplyForm reply={reply} names={names} save={change} />}
    />
  );
}

const titleOf = ({ to, exchange }: ReplySpec): string => {
  if (to === 'reply_to') return 'answers the reply_to queue';
  return `publishes to ${exchange === '' ? 'the default exchange' : exchange}`;
};

interface ReplyFormProps {
  readonly reply: ReplySpec;
  readonly names: DeclaredNames;
  readonly save: Save<ReplySpec>;
}

function ReplyForm({ reply, names, save }: ReplyFormProps): JSX.Element {
  const toExchange = reply.to === 'exchange';
  return (
    <>
      <ChoiceEntry
        label="To"
        help={toExchange ? undefined : 'With the correlation_id of the request.'}
        value={reply.to}
        choices={[
          { value: 'exchange', label: 'an exchange' },
          { value: 'reply_to', label: 'the queue that reply_to names' },
        ]}
        onCommit={(to) => save('Set where it publishes', { ...reply, to })}
      />
      {toExchange && (
        <>
          <ChoiceEntry
            label="Exchange"
            value={reply.exchange}
            choices={exchangeChoices(names.exchanges)}
            onCommit={(exchange) => save('Set the exchange', { ...reply, exchange })}
          />
          <TextEntry
            label="Routing key"
            help="{key} is the routing key of the message."
            value={reply.routing_key}
            suggestions={reply.exchange === '' ? names.queues : names.routingKeys}
            onCommit={(key) => save('Set the routing key', { ...reply, routing_key: key })}
          />
        </>
      )}
      <TextEntry
        label="Body"
        help="{body} is the body of the message."
        isMultiline
        read={anyText(100_000)}
        value={reply.body}
        onCommit={(body) => save('Set the body', { ...reply, body })}
      />
      <PropertiesForm
        properties={reply.properties}
        queues={names.queues}
        save={(label, properties) => save(label, { ...reply, properties })}
      />
    </>
  );
}
