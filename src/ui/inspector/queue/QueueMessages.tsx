/** What a queue holds, in its order: what is with consumers, then what is ready, the head first. */
import type { JSX } from 'react';
import { queueContents } from '#app';
import type { QueueCopy } from '#app';
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
      <Copies
        title="Delivered, unacknowledged"
        count={contents.unackedCount}
        copies={contents.unacked}
        empty="No consumer holds any of its messages."
      />
      <Copies
        title="Ready"
        count={contents.readyCount}
        copies={contents.ready}
        empty="Nothing is ready."
      />
    </>
  );
}

interface CopiesProps {
  readonly title: string;
  readonly count: number;
  readonly copies: readonly QueueCopy[];
  readonly empty: string;
}

function Copies({ title, count, copies, empty }: CopiesProps): JSX.Element {
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
              <CopyTags copy={copy} />
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

function CopyTags({ copy }: { readonly copy: QueueCopy }): JSX.Element {
  return (
    <>
      {copy.redelivered && (
        <span className={styles['tag']} data-is="redelivered">
          redelivered
        </span>
      )}
      {copy.priority !== null && <span className={styles['tag']}>priority {copy.priority}</span>}
      {copy.expiresInMs !== null && (
        <span className={styles['tag']}>expires in {spanText(copy.expiresInMs)}</span>
      )}
      {copy.holder !== null && <span className={styles['tag']}>{copy.holder}</span>}
    </>
  );
}
