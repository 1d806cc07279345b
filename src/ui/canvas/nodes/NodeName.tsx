/** The name of a node, which becomes a field while it is edited in its place. */
import type { JSX } from 'react';
import { useApp } from '../../app-context.tsx';
import { useCanvas, useCanvasStore } from '../canvas-context.tsx';
import { nameProblem } from '../gestures/name-problem.ts';
import { rename } from '../gestures/edits.ts';
import { focusNode } from '../keys/focus-node.ts';
import type { Thing } from '../graph/thing.ts';
import { InlineField } from './InlineField.tsx';
import styles from './node.module.css';

export function NodeName({ thing }: { readonly thing: Thing }): JSX.Element {
  const isEdited = useCanvas(({ editing }) => editing === thing.key);
  const app = useApp();
  const canvas = useCanvasStore();
  if (!isEdited) {
    return (
      <span className={styles['name']} title={thing.name}>
        {thing.name}
      </span>
    );
  }
  return (
    <InlineField
      label={`New name of ${thing.name}`}
      initialText={thing.name}
      problemOf={(name) => nameProblem(app.document.getState().scenario, thing, name)}
      onDone={(name) => {
        canvas.getState().edit(null);
        const key = name === null ? thing.key : rename(app, thing, name);
        focusNode(key);
      }}
    />
  );
}
