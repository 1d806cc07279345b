/** A binding key on its line: it is selected, edited in its place, and removed like a node. */
import type { JSX, KeyboardEvent, MouseEvent } from 'react';
import { bindingKeyOf } from '#app';
import type { BindingSpec } from '#scenario';
import { useApp, useView } from '../../app-context.tsx';
import { useCanvas, useCanvasStore } from '../canvas-context.tsx';
import { bindingKeyProblem } from '../gestures/name-problem.ts';
import { changeBindingKey, removeFromCanvas } from '../gestures/edits.ts';
import { openMenuAt } from '../gestures/open-menu.ts';
import { select } from '../gestures/select.ts';
import type { EdgeChip, GraphEdge } from '../graph/graph-edge.ts';
import { focusChip } from '../keys/focus-node.ts';
import { InlineField } from '../nodes/InlineField.tsx';
import { shortenChip } from './place-chips.ts';
import styles from './edge.module.css';

interface BindingChipProps {
  readonly chip: EdgeChip;
  readonly edge: GraphEdge;
  readonly isLineSelected: boolean;
}

export function BindingChip({ chip, edge, isLineSelected }: BindingChipProps): JSX.Element {
  const { binding } = chip;
  return binding === null ? (
    <span className={styles['chip']} data-note="true">
      {chip.text}
    </span>
  ) : (
    <EditableChip chip={{ ...chip, binding }} edge={edge} isLineSelected={isLineSelected} />
  );
}

type ChipOfBinding = EdgeChip & { readonly binding: BindingSpec };

function EditableChip({
  chip,
  edge,
  isLineSelected,
}: BindingChipProps & { readonly chip: ChipOfBinding }): JSX.Element {
  const { key, text, binding } = chip;
  const app = useApp();
  const canvas = useCanvasStore();
  const isEdited = useCanvas(({ editing }) => editing === key);
  const isSelected = useView(({ selection }) => selection.includes(key)) || isLineSelected;
  if (isEdited) return <ChipField binding={binding} />;
  const onClick = (event: MouseEvent): void => {
    event.stopPropagation();
    select(app, key, { adds: event.shiftKey || event.metaKey || event.ctrlKey });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'F2') canvas.getState().edit(key);
    else if (event.key === 'Delete' || event.key === 'Backspace') removeFromCanvas(app, [key]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <button
      type="button"
      className={`nodrag nopan ${styles['chip']}`}
      data-chip-key={key}
      data-selected={isSelected}
      aria-label={`Binding from ${binding.source} to ${binding.destination}, ${text}`}
      aria-pressed={isSelected}
      title={text === shortenChip(text) ? undefined : text}
      onClick={onClick}
      onDoubleClick={(event) => {
        event.stopPropagation();
        canvas.getState().edit(key);
      }}
      onKeyDown={onKeyDown}
      onContextMenu={(event) =>
        openMenuAt(canvas, event, { kind: 'edge', id: edge.id, bindingKey: key })
      }
    >
      {shortenChip(text)}
    </button>
  );
}

function ChipField({ binding }: { readonly binding: BindingSpec }): JSX.Element {
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
