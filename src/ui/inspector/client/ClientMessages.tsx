/**
 * What a client has in hand: deliveries it has not answered for, with answers by hand where it
 * waits for them, and publishes that are not confirmed; and a form to publish one by hand.
 */
import type { JSX } from 'react';
import type { ClientSpec, ConsumerSpec, PublisherSpec } from '#scenario';
import type { ClientState, ConsumerState, PublisherState } from '#sim';
import { MessageRow } from '../message/MessageRow.tsx';
import { exchangeText } from '../say.ts';
import { useSimulation } from '../use-simulation.ts';
import { HeldDelivery } from './HeldDelivery.tsx';
import { PublishByHand } from './PublishByHand.tsx';
import styles from '../inspector.module.css';

export function ClientMessages({ spec }: { readonly spec: ClientSpec }): JSX.Element {
  const client = useSimulation().clients.get(spec.name);
  if (client === undefined) {
    return (
      <section className={styles['section']}>
        <p className={styles['dim']}>The client is not in the run at this moment.</p>
      </section>
    );
  }
  return (
    <>
      {client.program !== null && client.publishers.length + client.consumers.length === 0 && (
        <section className={styles['section']}>
          <p className={styles['dim']}>It has not published or consumed anything by now.</p>
        </section>
      )}
      {client.consumers.map((state, index) => {
        const consumer = client.spec.consumers[index];
        return (
          consumer !== undefined && (
            <HeldMessages key={state.tag} {...{ client, consumer, state, index }} />
          )
        );
      })}
      {client.publishers.map((state, index) => {
        const publisher = client.spec.publishers[index];
        return (
          publisher !== undefined && (
            <PublishedMessages key={state.channel} {...{ client, publisher, state, index }} />
          )
        );
      })}
    </>
  );
}

interface HeldMessagesProps {
  readonly client: ClientState;
  readonly consumer: ConsumerSpec;
  readonly state: ConsumerState;
  readonly index: number;
}

function HeldMessages({ client, consumer, state, index }: HeldMessagesProps): JSX.Element {
  const title = client.spec.consumers.length === 1 ? 'Holds' : `Holds from ${consumer.queue}`;
  return (
    <section className={styles['section']} aria-label={title}>
      <h3>
        {title} <span className={styles['count']}>{prefetchText(state, consumer)}</span>
      </h3>
      {state.held.length === 0 && (
        <p className={styles['dim']}>It holds nothing that it has not answered for.</p>
      )}
      <ol className={styles['list']}>
        {state.held.map((held) => (
          <HeldDelivery
            key={held.deliveryTag}
            client={client.spec.name}
            consumer={index}
            held={held}
            isByHand={consumer.acknowledgement === 'by_hand' && client.program === null}
          />
        ))}
      </ol>
    </section>
  );
}

function prefetchText({ held }: ConsumerState, consumer: ConsumerSpec): string {
  if (consumer.acknowledgement === 'automatic') return `${held.length}, automatic`;
  return consumer.prefetch === 0
    ? `${held.length}, no limit`
    : `${held.length} of ${consumer.prefetch}`;
}

interface PublishedMessagesProps {
  readonly client: ClientState;
  readonly publisher: PublisherSpec;
  readonly state: PublisherState;
  readonly index: number;
}

function PublishedMessages(props: PublishedMessagesProps): JSX.Element {
  const { client, publisher, state, index } = props;
  const isOnly = client.spec.publishers.length === 1;
  const suffix = isOnly ? '' : ` to ${exchangeText(publisher.exchange)}`;
  return (
    <>
      {(publisher.confirms !== null || state.unconfirmed.length > 0) && (
        <section className={styles['section']} aria-label={`Unconfirmed${suffix}`}>
          <h3>
            Unconfirmed{suffix}{' '}
            <span className={styles['count']}>
              {state.unconfirmed.length}
              {publisher.confirms !== null && ` of ${publisher.confirms.outstanding_max}`}
            </span>
          </h3>
          {state.unconfirmed.length === 0 && (
            <p className={styles['dim']}>Every publish has been confirmed.</p>
          )}
          <ol className={styles['list']}>
            {state.unconfirmed.map(({ sequence, message, routingKey }) => (
              <li key={sequence}>
                <MessageRow message={message} routingKey={routingKey} isOutlined>
                  <span className={styles['tag']}>tag {sequence}</span>
                </MessageRow>
              </li>
            ))}
          </ol>
        </section>
      )}
      {client.program === null && (
        <PublishByHand
          key={`${client.spec.name} ${index}`}
          client={client.spec}
          publisher={publisher}
          index={index}
          sentCount={state.sentCount}
        />
      )}
    </>
  );
}
