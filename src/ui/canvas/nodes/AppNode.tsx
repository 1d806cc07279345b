/** An app: a client with several publishers or consumers, one row for each. */
import type { Node, NodeProps } from '@xyflow/react';
import { lazy, memo, Suspense } from 'react';
import type { JSX } from 'react';
import type { ConsumerSpec, PublisherSpec } from '#scenario';
import type { ClientStatus as Status } from '#sim';
import { appRowsMax } from '../graph/node-size.ts';
import { titleOf } from '../graph/thing.ts';
import type { ClientThing } from '../graph/thing.ts';
import { faceWords, useClientFace, useHeld, useUnconfirmed } from './client-face.ts';
import { ClientError } from './ClientError.tsx';
import { ClientStatus } from './ClientStatus.tsx';
import { consumerFacts, rateText, sourceText, targetText } from './facts.ts';
import { KindGlyph } from './KindGlyph.tsx';
import { HandAnswers } from './HandAnswers.tsx';
import { NodeFrame } from './NodeFrame.tsx';
import { NodeName } from './NodeName.tsx';
import { PrefetchWindow } from './PrefetchWindow.tsx';
import { PublishButton } from './PublishButton.tsx';
import type { NodeData } from './QueueNode.tsx';
import { useLive } from '../live/use-live.tsx';
import { useClientThing } from './use-thing.ts';
import { WorkRing } from './WorkRing.tsx';
import styles from './node.module.css';

const ProgramOnCanvas = lazy(async () => ({
  default: (await import('./ProgramOnCanvas.tsx')).ProgramOnCanvas,
}));
const ChannelOnCanvas = lazy(async () => ({
  default: (await import('./ChannelOnCanvas.tsx')).ChannelOnCanvas,
}));

export const AppNode = memo(function AppNode({
  data,
  selected,
}: NodeProps<Node<NodeData>>): JSX.Element | null {
  const thing = useClientThing(data.nodeKey);
  const isScripted = useLive(
    ({ history }) => thing !== null && history.run.script?.owns(thing.name) === true,
  );
  if (thing === null) return null;
  const isProgram = thing.spec.program !== undefined;
  if (!isScripted && !isProgram) return <AppOnCanvas thing={thing} selected={selected} />;
  const Special = isProgram ? ProgramOnCanvas : ChannelOnCanvas;
  return (
    <Suspense fallback={null}>
      <Special thing={thing} selected={selected} />
    </Suspense>
  );
});

function AppOnCanvas({
  thing,
  selected,
}: {
  readonly thing: ClientThing;
  readonly selected: boolean;
}): JSX.Element {
  const face = useClientFace(thing.name);
  const { publishers, consumers } = thing.spec;
  const consumersShown = consumers.slice(0, Math.max(0, appRowsMax - publishers.length));
  const publishersShown = publishers.slice(0, appRowsMax);
  const rest =
    publishers.length + consumers.length - publishersShown.length - consumersShown.length;
  const label =
    `App ${titleOf(thing)}, ${publishers.length} publishers, ${consumers.length} consumers` +
    faceWords(face);
  return (
    <NodeFrame thing={thing} label={label} selected={selected}>
      <div className={styles['appHead']}>
        <span className={styles['icon']}>
          <KindGlyph kind="app" />
        </span>
        <NodeName thing={thing} />
        <ClientStatus status={face.status} blocked={face.blocked} />
      </div>
      {face.error !== null ? (
        <div className={styles['appRow']}>
          <ClientError text={face.error} />
        </div>
      ) : (
        <>
          {publishersShown.map((spec, index) => (
            // A publisher is known by its number.
            <PublisherRow
              key={index}
              name={thing.name}
              index={index}
              spec={spec}
              status={face.status}
            />
          ))}
          {consumersShown.map((spec, index) => (
            // A consumer is known by its number.
            <ConsumerRow key={index} name={thing.name} index={index} spec={spec} />
          ))}
          {publishers.length + consumers.length === 0 ? (
            <div className={styles['appRow']}>Wire it to a queue or an exchange</div>
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
}

function PublisherRow({
  name,
  index,
  spec,
  status,
}: RowProps<PublisherSpec> & { readonly status: Status }): JSX.Element {
  const unconfirmed = useUnconfirmed(name, index).length;
  const text = `${targetText(spec)} · ${rateText(spec)}${unconfirmed === 0 ? '' : ` · ${unconfirmed} unconfirmed`}`;
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
        isDisabled={status !== 'running'}
      />
    </div>
  );
}

const windowWidthMax = 94;
const slotPitch = 23;

function ConsumerRow({ name, index, spec }: RowProps<ConsumerSpec>): JSX.Element {
  const held = useHeld(name, index);
  const isByHand = spec.acknowledgement === 'by_hand';
  const width = Math.min(windowWidthMax, Math.max(1, spec.prefetch, held.length) * slotPitch);
  return (
    <div className={styles['appRow']} data-role="consumer">
      <span className={styles['icon']}>
        <KindGlyph kind="consumer" />
      </span>
      <span
        className={`${styles['facts']} ${styles['grow']}`}
        title={`Consumes from ${sourceText(spec)} · ${consumerFacts(spec).join(' · ')}`}
      >
        {sourceText(spec)}
      </span>
      {isByHand ? (
        <HandAnswers client={name} consumer={index} delivery={held[0] ?? null} />
      ) : (
        <>
          <div style={{ flex: 'none', width, display: 'flex' }}>
            <PrefetchWindow spec={spec} held={held} width={width} chosen={null} />
          </div>
          <WorkRing spec={spec} held={held} diameter={18} />
        </>
      )}
    </div>
  );
}
