/** Nodes and lines for React Flow, and what becomes of moving and selecting them. */
import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useCallback, useMemo, useRef } from 'react';
import { useApp, useView } from '../../app-context.tsx';
import { useCanvas, useCanvasStore } from '../canvas-context.tsx';
import { flowEdgesOf, flowNodesOf } from '../flow-elements.ts';
import type { FlowEdge, FlowNode } from '../flow-elements.ts';
import type { Point } from '../graph/place-things.ts';
import { moveOnCanvas } from './edits.ts';

export interface FlowElements {
  readonly nodes: FlowNode[];
  readonly edges: FlowEdge[];
  readonly onNodesChange: (changes: readonly NodeChange<FlowNode>[]) => void;
  readonly onEdgesChange: (changes: readonly EdgeChange<FlowEdge>[]) => void;
  readonly onNodeDragStop: () => void;
  readonly onSelectionDragStop: () => void;
}

export function useFlowElements(): FlowElements {
  const app = useApp();
  const canvas = useCanvasStore();
  const graph = useCanvas((state) => state.graph);
  const boxes = useCanvas((state) => state.boxes);
  const selected = useView(({ selection }) => selection);
  const lastNodes = useRef<readonly FlowNode[]>([]);
  const lastEdges = useRef<readonly FlowEdge[]>([]);
  const selection = useMemo(() => new Set(selected), [selected]);
  const nodes = useMemo(
    () => (lastNodes.current = flowNodesOf(boxes, selection, lastNodes.current)),
    [boxes, selection],
  );
  const edges = useMemo(
    () => (lastEdges.current = flowEdgesOf(graph, selection, lastEdges.current)),
    [graph, selection],
  );

  const onNodesChange = useCallback(
    (changes: readonly NodeChange<FlowNode>[]) => {
      const positions = new Map<string, Point>();
      const picks = new Map<string, boolean>();
      for (const change of changes) {
        if (change.type === 'select') picks.set(change.id, change.selected);
        if (
          change.type === 'position' &&
          change.position !== undefined &&
          change.dragging === true
        ) {
          positions.set(change.id, change.position);
        }
      }
      if (positions.size > 0) canvas.getState().moveNodes(positions);
      pick(app, (key) => picks.get(key), [...picks]);
    },
    [app, canvas],
  );
  const onEdgesChange = useCallback(
    (changes: readonly EdgeChange<FlowEdge>[]) => {
      const picks = new Map<string, boolean>();
      for (const change of changes) {
        if (change.type !== 'select') continue;
        picks.set(change.id, change.selected);
        // A line stands for its bindings: with it they are selected no more.
        const edge = canvas.getState().graph.edges.find(({ id }) => id === change.id);
        for (const { key } of edge?.chips ?? []) {
          if (key !== '' && !change.selected) picks.set(key, false);
        }
      }
      pick(app, (key) => picks.get(key), [...picks]);
    },
    [app, canvas],
  );
  const onDragStop = useCallback(() => moveOnCanvas(app, canvas), [app, canvas]);
  return {
    nodes: nodes as FlowNode[],
    edges: edges as FlowEdge[],
    onNodesChange,
    onEdgesChange,
    onNodeDragStop: onDragStop,
    onSelectionDragStop: onDragStop,
  };
}

type App = ReturnType<typeof useApp>;

/** Changes the selection by what React Flow picked and dropped; leaves it where nothing changed. */
function pick(
  app: App,
  pickedOf: (key: string) => boolean | undefined,
  picks: readonly (readonly [string, boolean])[],
): void {
  if (picks.length === 0) return;
  const { selection, select } = app.view.getState();
  const kept = selection.filter((key) => pickedOf(key) !== false);
  const added = picks
    .filter(([key, isPicked]) => isPicked && !kept.includes(key))
    .map(([key]) => key);
  if (kept.length !== selection.length || added.length > 0) select([...kept, ...added]);
}
