/** A binding key on its line: it is selected, edited in its place, and removed like a node. */
import type { JSX, MouseEvent } from 'react';
import type { BindingSpec } from '#scenario';
import { useApp, useDocument, useView } from '../../app-context.tsx';
import { useCanvas, useCanvasStore } from '../canvas-context.tsx';
import { select } from '../gestures/select.ts';
import type { EdgeChip, GraphEdge } from '../graph/graph-edge.ts';
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
  const field = useCanvas(({ editing, tools }) => (editing === key ? tools?.chipField : null));
  const isSelected = useView(({ selection }) => selection.includes(key)) || isLineSelected;
  const isFound = useDocument(({ found }) => found.has(key));
  if (field) return field(binding);
  const onClick = (event: MouseEvent): void => {
    event.stopPropagation();
    select(app, key, { adds: event.shiftKey || event.metaKey || event.ctrlKey });
  };
  return (
    <button
      type="button"
      className={`nodrag nopan ${styles['chip']}`}
      data-chip-key={key}
      data-selected={isSelected}
      data-found={isFound}
      aria-label={`Binding from ${binding.source} to ${binding.destination}, ${text}`}
      aria-pressed={isSelected}
      title={text === shortenChip(text) ? undefined : text}
      onClick={onClick}
      onDoubleClick={(event) => {
        event.stopPropagation();
        canvas.getState().edit(key);
      }}
      onKeyDown={(event) => canvas.getState().tools?.pressChip(key, event)}
      onContextMenu={(event) => canvas.getState().tools?.openChipMenu(edge.id, key, event)}
    >
      {shortenChip(text)}
    </button>
  );
}
