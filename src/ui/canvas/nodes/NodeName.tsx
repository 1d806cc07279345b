/** The name of a node, which becomes a field while it is edited in its place. */
import type { JSX } from 'react';
import { useCanvas } from '../canvas-context.tsx';
import type { Thing } from '../graph/thing.ts';
import styles from './node.module.css';

export function NodeName({ thing }: { readonly thing: Thing }): JSX.Element {
  const field = useCanvas(({ editing, tools }) =>
    editing === thing.key ? tools?.nameField : null,
  );
  return field ? (
    field(thing)
  ) : (
    <span className={styles['name']} title={thing.name}>
      {thing.name}
    </span>
  );
}
