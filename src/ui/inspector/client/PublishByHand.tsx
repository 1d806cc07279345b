/**
 * Publishes one message at the playhead, with a routing key, body and headers of one's own; what is
 * left as it is comes from the publisher's specification.
 */
import { useState } from 'react';
import type { FormEvent, JSX } from 'react';
import type { ClientSpec, PublisherSpec } from '#scenario';
import type { Act } from '#sim';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { ArgumentRows } from '../forms/ArgumentRows.tsx';
import type { ArgumentTable } from '#scenario';
import { Suggestions } from '../forms/Suggestions.tsx';
import { useDeclaredNames } from '../use-declared-names.ts';
import { useVerbs } from '../use-verbs.ts';
import styles from '../inspector.module.css';

interface PublishByHandProps {
  readonly client: ClientSpec;
  readonly publisher: PublisherSpec;
  /** Which of the client's publishers. */
  readonly index: number;
  readonly sentCount: number;
}

type PublishAct = Extract<Act, { readonly type: 'publish' }>;

export function PublishByHand(props: PublishByHandProps): JSX.Element {
  const { client, publisher, index, sentCount } = props;
  const { intervene } = useVerbs();
  const names = useDeclaredNames(client.vhost);
  // Null: as the specification says.
  const [routingKey, setRoutingKey] = useState<string | null>(null);
  const [body, setBody] = useState<string | null>(null);
  const [headers, setHeaders] = useState<ArgumentTable>({});
  const publish = (event: FormEvent): void => {
    event.preventDefault();
    const act: PublishAct = {
      type: 'publish',
      client: client.name,
      publisher: index,
      ...(routingKey === null ? {} : { routingKey }),
      ...(body === null ? {} : { body }),
      ...(Object.keys(headers).length === 0 ? {} : { headers: plainHeaders(headers) }),
    };
    intervene(act, `Publish from ${client.name}`);
  };
  const planned = publisher.routing_key;
  return (
    <section className={styles['section']} aria-label="Publish by hand">
      <h3>
        Publish by hand <span className={styles['count']}>{sentCount} published</span>
      </h3>
      <form onSubmit={publish}>
        <OwnText
          label="Routing key"
          planned={typeof planned === 'string' ? planned : planned.map(({ key }) => key).join(', ')}
          plannedWords={typeof planned === 'string' ? 'As specified' : 'Drawn from'}
          value={routingKey}
          onChange={setRoutingKey}
          suggestions={publisher.exchange === '' ? names.queues : names.routingKeys}
        />
        <OwnText
          label="Body"
          planned={publisher.body}
          plannedWords="As specified"
          value={body}
          onChange={setBody}
          isMultiline
        />
        <Button type="submit" look="primary">
          Publish
        </Button>
      </form>
      <ArgumentRows
        word="header"
        table={headers}
        onCommit={(table) => {
          if (Object.values(table).some((value) => typeof value === 'object')) {
            return 'A header given by hand is a string, a number or a boolean.';
          }
          setHeaders(table);
          return null;
        }}
      />
    </section>
  );
}

const plainHeaders = (table: ArgumentTable): NonNullable<PublishAct['headers']> =>
  table as NonNullable<PublishAct['headers']>;

interface OwnTextProps {
  readonly label: string;
  /** What it is where nothing else is written. */
  readonly planned: string;
  readonly plannedWords: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly suggestions?: readonly string[];
  readonly isMultiline?: boolean;
}

/** A text that comes from the specification as long as nothing is written. */
function OwnText(props: OwnTextProps): JSX.Element {
  const { label, planned, plannedWords, value, onChange, suggestions = [] } = props;
  const shared = {
    'data-mono': true,
    value: value ?? '',
    placeholder: planned === '' ? '(empty)' : planned,
    spellCheck: false,
    onChange: ({ target }: { readonly target: { readonly value: string } }): void =>
      onChange(target.value === '' ? null : target.value),
  };
  return (
    <Field
      label={label}
      help={value === null ? plannedWords : 'Instead of what is specified; empty it to go back.'}
    >
      {(control) =>
        props.isMultiline === true ? (
          <textarea {...control} {...shared} rows={2} />
        ) : (
          <>
            <input
              {...control}
              {...shared}
              autoComplete="off"
              maxLength={255}
              list={`${control.id}-list`}
            />
            <Suggestions id={`${control.id}-list`} of={suggestions} />
          </>
        )
      }
    </Field>
  );
}
