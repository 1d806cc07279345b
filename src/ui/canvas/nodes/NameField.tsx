/** The name of a node while it is edited in its place. */
import type { JSX } from 'react';
import { useApp } from '../../app-context.tsx';
import { useCanvasStore } from '../canvas-context.tsx';
import { rename } from '../gestures/edits.ts';
import { nameProblem } from '../gestures/name-problem.ts';
import type { Thing } from '../graph/thing.ts';
import { focusNode } from '../keys/focus-node.ts';
import { InlineField } from './InlineField.tsx';

export function NameField({ thing }: { readonly thing: Thing }): JSX.Element {
  const app = useApp();
  const canvas = useCanvasStore();
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
