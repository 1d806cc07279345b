/** A queue: its name, what it holds, and the settings that decide what becomes of it. */
import type { Node, NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { JSX } from 'react';
import { queueAt } from '#app';
import { useLive } from '../live/use-live.tsx';
import { queueFacts } from './facts.ts';
import { KindGlyph } from './KindGlyph.tsx';
import { NodeFrame } from './NodeFrame.tsx';
import { NodeName } from './NodeName.tsx';
import { QueueTrack } from './QueueTrack.tsx';
import { countsText } from './slots.ts';
import { useQueueThing } from './use-thing.ts';
import { titleOf } from '../graph/thing.ts';
import type { QueueThing } from '../graph/thing.ts';
import styles from './node.module.css';

/** Only what stays the same while a run goes on; what changes, the node looks up for itself. */
export type NodeData = { readonly nodeKey: string };

export const QueueNode = memo(function QueueNode({
  data,
  selected,
}: NodeProps<Node<NodeData>>): JSX.Element | null {
  const thing = useQueueThing(data.nodeKey);
  return thing === null ? null : <QueueOnCanvas thing={thing} selected={selected} />;
});

function QueueOnCanvas({
  thing,
  selected,
}: {
  readonly thing: QueueThing;
  readonly selected: boolean;
}): JSX.Element {
  const queue = useLive(({ history }) => queueAt(history.present, thing.vhost, thing.name));
  const ready = queue?.readyCount ?? 0;
  const unacked = queue?.unackedCount ?? 0;
  const state =
    queue === undefined ? 'not in the broker now' : `${ready} ready, ${unacked} unacknowledged`;
  return (
    <NodeFrame
      thing={thing}
      label={`Queue ${titleOf(thing)}, ${state}`}
      selected={selected}
      isGone={queue === undefined}
    >
      <div className={styles['head']}>
        <span className={styles['icon']}>
          <KindGlyph kind="queue" />
        </span>
        <NodeName thing={thing} />
        {queue === undefined ? null : (
          <span className={styles['counts']} title={`${ready} ready, ${unacked} unacknowledged`}>
            {countsText(ready, unacked)}
          </span>
        )}
      </div>
      {queue === undefined ? (
        <div className={`${styles['facts']} ${styles['caution']}`}>{absence(thing)}</div>
      ) : (
        <QueueTrack queue={queue} />
      )}
      <Facts facts={thing.spec === null ? [] : queueFacts(thing.spec)} />
    </NodeFrame>
  );
}

const absence = (thing: QueueThing): string =>
  thing.spec === null ? 'Not declared in this scenario' : 'Not in the broker now';

/** Settings in one line; the whole of it in its title, where the line is too short. */
function Facts({ facts }: { readonly facts: readonly string[] }): JSX.Element {
  const text = facts.join(' · ');
  return (
    <div className={styles['facts']} title={text}>
      {text}
    </div>
  );
}
