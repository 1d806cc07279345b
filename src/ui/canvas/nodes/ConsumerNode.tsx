/** A consumer: its prefetch window, its work, and how it answers. */
import type { Node, NodeProps } from '@xyflow/react';
import { memo, useState } from 'react';
import type { JSX } from 'react';
import { titleOf } from '../graph/thing.ts';
import type { ClientThing } from '../graph/thing.ts';
import { faceWords, useClientFace, useHeld } from './client-face.ts';
import { ClientError } from './ClientError.tsx';
import { ClientStatus } from './ClientStatus.tsx';
import { consumerFacts, failingText } from './facts.ts';
import { KindGlyph } from './KindGlyph.tsx';
import { HandAnswers } from './HandAnswers.tsx';
import { NodeFrame } from './NodeFrame.tsx';
import { NodeName } from './NodeName.tsx';
import { PrefetchWindow } from './PrefetchWindow.tsx';
import type { NodeData } from './QueueNode.tsx';
import { useClientThing } from './use-thing.ts';
import { WorkRing } from './WorkRing.tsx';
import styles from './node.module.css';

export const ConsumerNode = memo(function ConsumerNode({
  data,
  selected,
}: NodeProps<Node<NodeData>>): JSX.Element | null {
  const thing = useClientThing(data.nodeKey);
  return thing === null ? null : <ConsumerOnCanvas thing={thing} selected={selected} />;
});

function ConsumerOnCanvas({
  thing,
  selected,
}: {
  readonly thing: ClientThing;
  readonly selected: boolean;
}): JSX.Element {
  const face = useClientFace(thing.name);
  const held = useHeld(thing.name, 0);
  const [chosenTag, setChosenTag] = useState<number | null>(null);
  const spec = thing.spec.consumers[0];
  const facts = spec === undefined ? ['consumes nothing'] : consumerFacts(spec);
  const label = `Consumer ${titleOf(thing)}, holds ${held.length}, ${facts.join(', ')}${faceWords(face)}`;
  const isByHand = spec?.acknowledgement === 'by_hand';
  const chosen = held.find(({ deliveryTag }) => deliveryTag === chosenTag) ?? held[0] ?? null;
  return (
    <NodeFrame thing={thing} label={label} selected={selected}>
      <div className={styles['head']}>
        <span className={styles['icon']}>
          <KindGlyph kind="consumer" />
        </span>
        <NodeName thing={thing} />
        <ClientStatus status={face.status} blocked={face.blocked} />
      </div>
      {spec === undefined ? null : (
        <div className={styles['bodyRow']} style={{ height: 24 }}>
          <PrefetchWindow
            spec={spec}
            held={held}
            width={isByHand ? 186 : 150}
            chosen={isByHand && held.length > 1 ? (chosen?.deliveryTag ?? null) : null}
            {...(isByHand ? { onChoose: setChosenTag } : {})}
          />
          {isByHand ? null : <WorkRing spec={spec} held={held} diameter={24} />}
        </div>
      )}
      {face.error !== null ? (
        <ClientError text={face.error} />
      ) : isByHand ? (
        <HandAnswers client={thing.name} consumer={0} delivery={chosen} />
      ) : (
        <ConsumerFacts facts={facts} failing={failingText(spec?.outcomes ?? [])} />
      )}
    </NodeFrame>
  );
}

function ConsumerFacts({
  facts,
  failing,
}: {
  readonly facts: readonly string[];
  readonly failing: string | null;
}): JSX.Element {
  const rest = failing === null ? facts : facts.slice(1);
  return (
    <div className={styles['facts']} title={facts.join(' · ')}>
      {failing === null ? null : <span className={styles['trouble']}>{failing}</span>}
      {failing === null || rest.length === 0 ? '' : ' · '}
      {rest.join(' · ')}
    </div>
  );
}
