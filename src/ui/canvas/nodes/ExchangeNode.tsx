/** An exchange: its name, its type with a sign for it, and what else decides where messages go. */
import type { Node, NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { JSX } from 'react';
import { exchangeAt } from '#app';
import { exchangeTypeOf, isMissing, isPredeclared, titleOf } from '../graph/thing.ts';
import type { ExchangeThing } from '../graph/thing.ts';
import { useLive } from '../live/use-live.tsx';
import { exchangeFacts } from './facts.ts';
import { KindGlyph } from './KindGlyph.tsx';
import { NodeFrame } from './NodeFrame.tsx';
import { NodeName } from './NodeName.tsx';
import { TypeGlyph } from './TypeGlyph.tsx';
import type { NodeData } from './QueueNode.tsx';
import { useExchangeThing } from './use-thing.ts';
import styles from './node.module.css';

export const ExchangeNode = memo(function ExchangeNode({
  data,
  selected,
}: NodeProps<Node<NodeData>>): JSX.Element | null {
  const thing = useExchangeThing(data.nodeKey);
  return thing === null ? null : <ExchangeOnCanvas thing={thing} selected={selected} />;
});

function ExchangeOnCanvas({
  thing,
  selected,
}: {
  readonly thing: ExchangeThing;
  readonly selected: boolean;
}): JSX.Element {
  const isThere = useLive(
    ({ history }) => exchangeAt(history.present, thing.vhost, thing.name) !== undefined,
  );
  const bindingCount = useLive(
    ({ history }) => exchangeAt(history.present, thing.vhost, thing.name)?.bindings.size ?? 0,
  );
  const type = exchangeTypeOf(thing);
  const facts = factsOf(thing, isThere, bindingCount);
  return (
    <NodeFrame
      thing={thing}
      label={`Exchange ${titleOf(thing)}, ${[type ?? 'unknown type', ...facts].join(', ')}`}
      selected={selected}
      isGone={!isThere}
    >
      <div className={styles['head']}>
        <span className={styles['icon']}>
          <KindGlyph kind="exchange" />
        </span>
        <NodeName thing={thing} />
      </div>
      <div className={styles['type']}>
        <TypeGlyph type={type} />
        <span>{type ?? 'unknown type'}</span>
      </div>
      <div
        className={`${styles['facts']} ${isThere ? '' : styles['caution']}`}
        title={facts.join(' · ')}
      >
        {facts.join(' · ')}
      </div>
    </NodeFrame>
  );
}

function factsOf(thing: ExchangeThing, isThere: boolean, bindingCount: number): readonly string[] {
  if (isMissing(thing)) return ['not declared'];
  if (!isThere) return ['not in the broker now'];
  if (isPredeclared(thing) || thing.spec === null) return ['predeclared'];
  return exchangeFacts(thing.spec, bindingCount);
}
