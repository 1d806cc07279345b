/** The key of a binding while it is edited on its line. */
import type { JSX } from 'react';
import { bindingKeyOf } from '#app';
import type { BindingSpec } from '#scenario';
import { useApp } from '../../app-context.tsx';
import { useCanvasStore } from '../canvas-context.tsx';
import { changeBindingKey } from '../gestures/edits.ts';
import { bindingKeyProblem } from '../gestures/name-problem.ts';
import { focusChip } from '../keys/focus-node.ts';
import { InlineField } from '../nodes/InlineField.tsx';
import styles from './edge.module.css';

export function ChipField({ binding }: { readonly binding: BindingSpec }): JSX.Element {
  const app = useApp();
  const canvas = useCanvasStore();
  return (
    <span className={`nodrag nopan ${styles['editor']}`}>
      <InlineField
        label={`Binding key from ${binding.source} to ${binding.destination}`}
        initialText={binding.routing_key}
        className={styles['field']}
        problemOf={(routingKey) =>
          bindingKeyProblem(app.document.getState().scenario, binding, routingKey)
        }
        onDone={(routingKey) => {
          canvas.getState().edit(null);
          focusChip(
            routingKey === null
              ? bindingKeyOf(binding)
              : changeBindingKey(app, binding, routingKey),
          );
        }}
      />
    </span>
  );
}
