/** A producer: how often it publishes, what is not confirmed yet, and a button to publish by hand. */
import type { Node, NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { JSX } from 'react';
import { colourIndexOf } from '#app';
import { titleOf } from '../graph/thing.ts';
import type { ClientThing } from '../graph/thing.ts';
import { faceWords, useClientFace, useUnconfirmed } from './client-face.ts';
import { ClientError } from './ClientError.tsx';
import { ClientStatus } from './ClientStatus.tsx';
import { publisherFacts } from './facts.ts';
import { KindGlyph } from './KindGlyph.tsx';
import { NodeFrame } from './NodeFrame.tsx';
import { NodeName } from './NodeName.tsx';
import { PublishButton } from './PublishButton.tsx';
import type { NodeData } from './QueueNode.tsx';
import { useClientThing } from './use-thing.ts';
import styles from './node.module.css';
import slots from './slots.module.css';

export const ProducerNode = memo(function ProducerNode({
  data,
  selected,
}: NodeProps<Node<NodeData>>): JSX.Element | null {
  const thing = useClientThing(data.nodeKey);
  return thing === null ? null : <ProducerOnCanvas thing={thing} selected={selected} />;
});

function ProducerOnCanvas({
  thing,
  selected,
}: {
  readonly thing: ClientThing;
  readonly selected: boolean;
}): JSX.Element {
  const face = useClientFace(thing.name);
  const spec = thing.spec.publishers[0];
  const facts = spec === undefined ? ['publishes nothing'] : publisherFacts(spec);
  const label = `Producer ${titleOf(thing)}, ${facts.join(', ')}${faceWords(face)}`;
  return (
    <NodeFrame thing={thing} label={label} selected={selected}>
      <div className={styles['bodyRow']}>
        <div className={styles['grow']}>
          <div className={styles['head']}>
            <span className={styles['icon']}>
              <KindGlyph kind="producer" />
            </span>
            <NodeName thing={thing} />
            <ClientStatus status={face.status} blocked={face.blocked} />
          </div>
          {face.error !== null ? (
            <ClientError text={face.error} />
          ) : (
            <div className={styles['facts']} title={facts.join(' · ')}>
              {facts.join(' · ')}
            </div>
          )}
          {spec === undefined || spec.confirms === null ? null : (
            <UnconfirmedPips client={thing.name} max={spec.confirms.outstanding_max} />
          )}
        </div>
        {spec === undefined ? null : (
          <PublishButton
            client={thing.name}
            publisher={0}
            isPrimary={spec.rate.kind === 'by_hand'}
            size="round"
            isDisabled={face.status !== 'running'}
          />
        )}
      </div>
    </NodeFrame>
  );
}

const pipsMax = 8;

/** What it has published and the broker has not confirmed, message by message. */
function UnconfirmedPips({
  client,
  max,
}: {
  readonly client: string;
  readonly max: number;
}): JSX.Element {
  const unconfirmed = useUnconfirmed(client, 0);
  return (
    <div className={styles['facts']} title={`${unconfirmed.length} of at most ${max} unconfirmed`}>
      <span className={slots['pips']}>
        {unconfirmed.slice(0, pipsMax).map(({ sequence, message }) => (
          <span
            key={sequence}
            className={`${slots['slot']} ${slots['pip']}`}
            data-colour={colourIndexOf(message)}
            data-message={message}
          />
        ))}
      </span>{' '}
      {unconfirmed.length === 0 ? 'all confirmed' : `${unconfirmed.length} unconfirmed`}
    </div>
  );
}
