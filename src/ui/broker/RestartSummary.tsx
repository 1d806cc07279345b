/** What one restart of the broker has cost, thing by thing. */
import type { JSX, ReactNode } from 'react';
import type { LostMessages, RestartLosses } from '#app';
import { MessageSwatch } from '../inspector/message/MessageSwatch.tsx';
import { countText, instantText } from '../inspector/say.ts';
import { lossText, lostMessageCount } from './loss-text.ts';
import type { MessageId } from '#engine';
import styles from './broker.module.css';

interface RestartSummaryProps {
  readonly losses: RestartLosses;
  readonly isOpen: boolean;
}

export function RestartSummary({ losses, isOpen }: RestartSummaryProps): JSX.Element {
  const { at, queues, exchanges, bindings, messages, connections } = losses;
  return (
    <details className={styles['card']} open={isOpen}>
      <summary className={styles['restartHead']}>
        <b>Restart at {instantText(at)}</b>
        <span className={styles['none']}>{lossText(losses)}</span>
      </summary>
      <dl className={styles['losses']}>
        <Loss title="Queues that were not durable" count={queues.length}>
          {queues.map(({ name }) => name).join(', ')}
        </Loss>
        <Loss title="Exchanges that were not durable" count={exchanges.length}>
          {exchanges.map(({ name }) => name).join(', ')}
        </Loss>
        <Loss title="Bindings" count={bindings.length}>
          {bindings
            .map(({ source, destination, routingKey }) =>
              bindingText(source, destination, routingKey),
            )
            .join(', ')}
        </Loss>
        <Loss title="Messages" count={lostMessageCount(losses)}>
          {messages.map((lost) => (
            <MessagesLine key={`${lost.vhost} ${lost.queue}`} lost={lost} />
          ))}
        </Loss>
        <Loss title="Connections" count={connections.length}>
          {connections.join(', ')}
        </Loss>
      </dl>
      {losses.isPartial && (
        <p className={styles['help']}>
          The event log no longer reaches back to all of it: there may have been more.
        </p>
      )}
    </details>
  );
}

const bindingText = (source: string, destination: string, key: string): string =>
  `${source} → ${destination}${key === '' ? '' : ` (${key})`}`;

interface LossProps {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}

function Loss({ title, count, children }: LossProps): JSX.Element {
  return (
    <div data-none={count === 0}>
      <dt>
        {title} <span className={styles['count']}>{count}</span>
      </dt>
      {count > 0 && <dd>{children}</dd>}
    </div>
  );
}

function MessagesLine({ lost }: { readonly lost: LostMessages }): JSX.Element {
  const { queue, isQueueLost, count, first } = lost;
  const rest = count - first.length;
  return (
    <div className={styles['lostMessages']}>
      <span>
        {countText(count, 'message')} of <b data-kind="queue">{queue}</b>:{' '}
        {isQueueLost ? 'their queue is gone' : 'not persistent'}
      </span>
      <span className={styles['swatches']}>
        {first.map((message) => (
          <span key={message}>
            <MessageSwatch message={message as MessageId} />#{message}
          </span>
        ))}
        {rest > 0 && <span className={styles['none']}>and {rest} more</span>}
      </span>
    </div>
  );
}
