/** An app: a client with several publishers or consumers, one row for each. */
import type { Node, NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { JSX } from 'react';
import { clientAt } from '#app';
import type { ConsumerSpec, PublisherSpec } from '#scenario';
import type { ClientState } from '#sim';
import { appRowsMax } from '../graph/node-size.ts';
import { titleOf } from '../graph/thing.ts';
import type { ClientThing } from '../graph/thing.ts';
import { useLive } from '../live/use-live.tsx';
import { ClientError, ClientStatus, statusWords } from './ClientStatus.tsx';
import { consumerFacts, rateText } from './facts.ts';
import { KindGlyph } from './Glyph.tsx';
import { HandAnswers } from './HandAnswers.tsx';
import { NodeFrame } from './NodeFrame.tsx';
import { NodeName } from './NodeName.tsx';
import { PrefetchWindow } from './PrefetchWindow.tsx';
import { PublishButton } from './PublishButton.tsx';
import type { NodeData } from './QueueNode.tsx';
import { useClientThing } from './use-thing.ts';
import { WorkRing } from './WorkRing.tsx';
import styles from './node.module.css';

export const AppNode = memo(function AppNode({
  data,
  selected,
}: NodeProps<Node<NodeData>>): JSX.Element | null {
  const thing = useClientThing(data.nodeKey);
  return thing === null ? null : <AppOnCanvas thing={thing} selected={selected} />;
});

function AppOnCanvas({
  thing,
  selected,
}: {
  readonly thing: ClientThing;
  readonly selected: boolean;
}): JSX.Element {
  const client = useLive(({ history }) => clientAt(history.present, thing.name));
  const { publishers, consumers } = thing.spec;
  const consumersShown = consumers.slice(0, Math.max(0, appRowsMax - publishers.length));
  const publishersShown = publishers.slice(0, appRowsMax);
  const rest =
    publishers.length + consumers.length - publishersShown.length - consumersShown.length;
  const label =
    `App ${titleOf(thing)}, ${publishers.length} publishers, ${consumers.length} consumers` +
    statusWords(client);
  return (
    <NodeFrame thing={thing} label={label} selected={selected}>
      <div className={styles['appHead']}>
        <span className={styles['icon']}>
          <KindGlyph kind="app" />
        </span>
        <NodeName thing={thing} />
        <ClientStatus client={client} />
      </div>
      {typeof client?.lastError === 'string' ? (
        <div className={styles['appRow']}>
          <ClientError text={client.lastError} />
        </div>
      ) : (
        <>
          {publishersShown.map((spec, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a publisher is known by its number.
            <PublisherRow key={index} name={thing.name} index={index} spec={spec} client={client} />
          ))}
          {consumersShown.map((spec, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a consumer is known by its number.
            <ConsumerRow key={index} name={thing.name} index={index} spec={spec} client={client} />
          ))}
          {publishers.length + consumers.length === 0 ? (
            <div className={styles['appRow']}>Neither publishes nor consumes yet</div>
          ) : null}
          {rest > 0 ? <div className={styles['rest']}>{`and ${rest} more`}</div> : null}
        </>
      )}
    </NodeFrame>
  );
}

interface RowProps<Spec> {
  readonly name: string;
  readonly index: number;
  readonly spec: Spec;
  readonly client: ClientState | undefined;
}

function PublisherRow({ name, index, spec, client }: RowProps<PublisherSpec>): JSX.Element {
  const target = spec.exchange === '' ? 'default exchange' : spec.exchange;
  const unconfirmed = client?.publishers[index]?.unconfirmed.length ?? 0;
  const text = `${target} · ${rateText(spec)}${unconfirmed === 0 ? '' : ` · ${unconfirmed} unconfirmed`}`;
  return (
    <div className={styles['appRow']} data-role="publisher">
      <span className={styles['icon']}>
        <KindGlyph kind="producer" />
      </span>
      <span className={`${styles['facts']} ${styles['grow']}`} title={`Publishes to ${text}`}>
        {text}
      </span>
      <PublishButton
        client={name}
        publisher={index}
        isPrimary={spec.rate.kind === 'by_hand'}
        size="tiny"
        isDisabled={client?.status !== 'running'}
      />
    </div>
  );
}

function ConsumerRow({ name, index, spec, client }: RowProps<ConsumerSpec>): JSX.Element {
  const consumer = client?.consumers[index];
  const isByHand = spec.acknowledgement === 'by_hand';
  return (
    <div className={styles['appRow']} data-role="consumer">
      <span className={styles['icon']}>
        <KindGlyph kind="consumer" />
      </span>
      <span
        className={`${styles['facts']} ${styles['grow']}`}
        title={`Consumes from ${spec.queue} · ${consumerFacts(spec).join(' · ')}`}
      >
        {spec.queue}
      </span>
      {isByHand ? (
        <HandAnswers client={name} consumer={index} delivery={consumer?.held[0] ?? null} />
      ) : (
        <>
          <div style={{ flex: 'none', width: 96, display: 'flex' }}>
            <PrefetchWindow spec={spec} consumer={consumer} width={94} chosen={null} />
          </div>
          <WorkRing spec={spec} consumer={consumer} diameter={18} />
        </>
      )}
    </div>
  );
}
