/**
 * Publishes one message at the playhead, with a routing key, body and headers of one's own; what is
 * left as it is comes from the publisher's specification.
 */
import { useId, useState } from 'react';
import type { FormEvent, JSX } from 'react';
import type { ClientSpec, PublisherSpec } from '#scenario';
import type { Act } from '#sim';
import { Button } from '../../parts/Button.tsx';
import { ArgumentRows } from '../forms/ArgumentRows.tsx';
import type { ArgumentTable } from '../forms/argument-value.ts';
import { useDeclaredNames } from '../use-declared-names.ts';
import { useVerbs } from '../use-verbs.ts';
import formStyles from '../forms/forms.module.css';
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
          vhost={client.vhost}
          toQueue={publisher.exchange === ''}
        />
        <OwnText
          label="Body"
          planned={publisher.body}
          plannedWords="As specified"
          value={body}
          onChange={setBody}
          isMultiline
        />
        <Button type="submit" variant="primary">
          Publish
        </Button>
      </form>
      <p className={formStyles['label']}>Headers</p>
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
  readonly isMultiline?: boolean;
  /** For suggestions of routing keys. */
  readonly vhost?: string;
  readonly toQueue?: boolean;
}

function OwnText(props: OwnTextProps): JSX.Element {
  const { label, planned, plannedWords, value, onChange, isMultiline = false } = props;
  const id = useId();
  const names = useDeclaredNames(props.vhost ?? '/');
  const suggestions = props.toQueue === true ? names.queues : names.routingKeys;
  const shared = {
    id,
    className: formStyles['input'],
    'aria-describedby': `${id}-help`,
    value: value ?? '',
    placeholder: planned === '' ? '(empty)' : planned,
    spellCheck: false,
  };
  return (
    <div className={formStyles['field']}>
      <label className={formStyles['label']} htmlFor={id}>
        {label}
      </label>
      {isMultiline ? (
        <textarea
          {...shared}
          rows={2}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
        />
      ) : (
        <>
          <input
            {...shared}
            maxLength={255}
            list={`${id}-list`}
            onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
          />
          <datalist id={`${id}-list`}>
            {suggestions.map((suggestion) => (
              <option key={suggestion} value={suggestion} />
            ))}
          </datalist>
        </>
      )}
      <p className={formStyles['help']} id={`${id}-help`}>
        {value === null ? plannedWords : 'Instead of what is specified'}
      </p>
    </div>
  );
}
