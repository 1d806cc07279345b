/** What a queue holds, in its order: what is with consumers, then what is ready, the head first. */
import type { JSX } from 'react';
import { queueContents } from '#app';
import type { QueueCopy, StreamReader } from '#app';
import { MessageRow } from '../message/MessageRow.tsx';
import { groupedText, spanText } from '../say.ts';
import { useSimulation } from '../use-simulation.ts';
import styles from '../inspector.module.css';

/** More rows than anybody reads; the count tells of the rest. */
const shownMax = 200;

interface QueueMessagesProps {
  readonly vhost: string;
  readonly name: string;
}

export function QueueMessages({ vhost, name }: QueueMessagesProps): JSX.Element {
  const contents = queueContents(useSimulation(), vhost, name, shownMax);
  if (contents === null) {
    return (
      <section className={styles['section']}>
        <p className={styles['dim']}>The queue is not declared at this moment.</p>
      </section>
    );
  }
  return (
    <>
      <Readers readers={contents.readers} />
      {contents.keptLetterCount > 0 && (
        <section className={styles['section']}>
          <p className={styles['dim']}>
            {groupedText(contents.keptLetterCount)} dead-lettered and kept: no queue has taken them
            yet.
          </p>
        </section>
      )}
      <Copies
        title="Delivered, unacknowledged"
        count={contents.unackedCount}
        copies={contents.unacked}
        deliveryLimit={contents.deliveryLimit}
        empty="No consumer holds any of its messages."
      />
      <Copies
        title={contents.readers.length > 0 ? 'Kept' : 'Ready'}
        count={contents.readyCount}
        copies={contents.ready}
        deliveryLimit={contents.deliveryLimit}
        empty="Nothing is ready."
      />
    </>
  );
}

/** Where each consumer of a stream stands. */
function Readers({ readers }: { readonly readers: readonly StreamReader[] }): JSX.Element | null {
  if (readers.length === 0) return null;
  return (
    <section className={styles['section']} aria-label="Readers">
      <h3>
        Readers <span className={styles['count']}>{groupedText(readers.length)}</span>
      </h3>
      <ul className={styles['list']}>
        {readers.map(({ client, consumerTag, nextOffset, lag, credit }) => (
          <li key={`${client} ${consumerTag}`}>
            <strong>{client}</strong> reads offset {groupedText(nextOffset)} next
            <span className={styles['tag']}>{lag === 0 ? 'at the end' : `${lag} behind`}</span>
            <span className={styles['tag']}>room for {groupedText(Math.max(0, credit))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface CopiesProps {
  readonly deliveryLimit: number | null;
  readonly title: string;
  readonly count: number;
  readonly copies: readonly QueueCopy[];
  readonly empty: string;
}

function Copies({ title, count, copies, empty, deliveryLimit }: CopiesProps): JSX.Element {
  return (
    <section className={styles['section']} aria-label={title}>
      <h3>
        {title} <span className={styles['count']}>{groupedText(count)}</span>
      </h3>
      {copies.length === 0 && <p className={styles['dim']}>{empty}</p>}
      <ol className={styles['list']}>
        {copies.map((copy) => (
          <li key={copy.position}>
            <MessageRow
              message={copy.message}
              routingKey={copy.routingKey}
              isOutlined={copy.holder !== null}
            >
              <CopyTags copy={copy} deliveryLimit={deliveryLimit} />
            </MessageRow>
          </li>
        ))}
      </ol>
      {count > copies.length && (
        <p className={styles['dim']}>and {groupedText(count - copies.length)} more</p>
      )}
    </section>
  );
}

interface CopyTagsProps {
  readonly copy: QueueCopy;
  readonly deliveryLimit: number | null;
}

function CopyTags({ copy, deliveryLimit }: CopyTagsProps): JSX.Element {
  return (
    <>
      {copy.redelivered && (
        <span className={styles['tag']} data-is="redelivered">
          redelivered
        </span>
      )}
      {copy.offset !== null && <span className={styles['tag']}>offset {copy.offset}</span>}
      {copy.deliveryCount > 0 && (
        <span className={styles['tag']}>{returnedText(copy.deliveryCount, deliveryLimit)}</span>
      )}
      {copy.priority !== null && <span className={styles['tag']}>priority {copy.priority}</span>}
      {copy.expiresInMs !== null && (
        <span className={styles['tag']}>expires in {spanText(copy.expiresInMs)}</span>
      )}
      {copy.holder !== null && <span className={styles['tag']}>{copy.holder}</span>}
    </>
  );
}

const returnedText = (count: number, limit: number | null): string =>
  limit === null || limit < 0 || !Number.isFinite(limit)
    ? `returned ${count === 1 ? 'once' : `${count} times`}`
    : `returned ${count} of ${limit} times`;
