/**
 * Everything that is made, moved, wired and renamed on the canvas. It comes a moment after the canvas
 * itself, which is alive without it: things are seen, selected and looked into.
 */
import type { ReactFlowProps } from '@xyflow/react';
import type { HTMLAttributes, JSX, KeyboardEvent, MouseEvent } from 'react';
import type { BindingSpec } from '#scenario';
import type { FlowEdge, FlowNode } from '../flow-elements.ts';
import type { Thing } from '../graph/thing.ts';

export interface CanvasTools {
  /** For React Flow: wires, menus, and what a double click does. */
  readonly gestures: ReactFlowProps<FlowNode, FlowEdge>;
  /** For the canvas as a whole: its keys, and what is dropped on it. */
  readonly surface: HTMLAttributes<HTMLElement>;
  /** For the chip of a binding; `edge` is its line. */
  readonly pressChip: (binding: string, event: KeyboardEvent) => void;
  readonly openChipMenu: (edge: string, binding: string, event: MouseEvent) => void;
  /** What stands in the place of a name, or of a binding key, while it is edited. */
  readonly nameField: (thing: Thing) => JSX.Element;
  readonly chipField: (binding: BindingSpec) => JSX.Element;
}
