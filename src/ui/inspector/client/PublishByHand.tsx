/**
 * Publishes one message at the playhead, with a routing key, body and headers of one's own; what is
 * left as it is comes from the publisher's specification.
 */
import { useState } from 'react';
import type { JSX } from 'react';
import type { ClientSpec, PublisherSpec } from '#scenario';
import type { Act } from '#sim';
import { Button } from '../../parts/Button.tsx';
import { ArgumentRows } from '../forms/ArgumentRows.tsx';
import type { ArgumentTable } from '#scenario';
import { OwnText } from './OwnText.tsx';
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
  const names = useDeclaredNames(client.vhost);
  // Null: as the specification says.
  const [routingKey, setRoutingKey] = useState<string | null>(null);
  const [body, setBody] = useState<string | null>(null);
  const [headers, setHeaders] = useState<ArgumentTable>({});
  const publish = (): void => {
    const act = publishAct(client.name, index, { routingKey, body, headers });
    intervene(act, `Publish from ${client.name}`);
  };
  const planned = publisher.routing_key;
  return (
    <section className={styles['section']} aria-label="Publish by hand">
      <h3>
        Publish by hand <span className={styles['count']}>{sentCount} published</span>
      </h3>
      <div className={formStyles['fields']}>
        <OwnText
          label="Routing key"
          planned={typeof planned === 'string' ? planned : planned.map(({ key }) => key).join(', ')}
          plannedWords={typeof planned === 'string' ? 'As specified.' : 'One of these is drawn.'}
          value={routingKey}
          onChange={setRoutingKey}
          onEnter={publish}
          suggestions={publisher.exchange === '' ? names.queues : names.routingKeys}
        />
        <OwnText
          label="Body"
          planned={publisher.body}
          plannedWords="As specified."
          value={body}
          onChange={setBody}
          isMultiline
        />
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
        <div>
          <Button look="primary" onClick={publish}>
            Publish
          </Button>
        </div>
      </div>
    </section>
  );
}

interface OwnContent {
  readonly routingKey: string | null;
  readonly body: string | null;
  readonly headers: ArgumentTable;
}

/** What is as specified is left out. */
const publishAct = (
  client: string,
  publisher: number,
  { routingKey, body, headers }: OwnContent,
): PublishAct => ({
  type: 'publish',
  client,
  publisher,
  ...(routingKey === null ? {} : { routingKey }),
  ...(body === null ? {} : { body }),
  // The rows let nothing else in.
  ...(Object.keys(headers).length === 0
    ? {}
    : { headers: headers as NonNullable<PublishAct['headers']> }),
});
