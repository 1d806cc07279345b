/** Nodes and lines for React Flow, and what becomes of moving and selecting them. */
import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useStoreApi } from '@xyflow/react';
import { useCallback, useMemo, useRef } from 'react';
import type { App } from '#app';
import { useApp, useView } from '../../app-context.tsx';
import { useCanvas, useCanvasStore } from '../canvas-context.tsx';
import type { CanvasStore } from '../canvas-store.ts';
import { flowEdgesOf, flowNodesOf } from '../flow-elements.ts';
import type { FlowEdge, FlowNode } from '../flow-elements.ts';
import type { Point } from '../graph/place-things.ts';

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
  const flow = useStoreApi();
  const graph = useCanvas((state) => state.graph);
  const boxes = useCanvas((state) => state.boxes);
  const selected = useView(({ selection }) => selection);
  const lastNodes = useRef<readonly FlowNode[]>([]);
  const lastEdges = useRef<readonly FlowEdge[]>([]);
  const selection = useMemo(() => new Set(selected), [selected]);
  const nodes = useMemo(() => {
    const next = flowNodesOf(boxes, selection, lastNodes.current);
    lastNodes.current = next;
    return next;
  }, [boxes, selection]);
  const edges = useMemo(() => {
    const next = flowEdgesOf(graph, selection, lastEdges.current);
    lastEdges.current = next;
    return next;
  }, [graph, selection]);
  const onNodesChange = useCallback(
    (changes: readonly NodeChange<FlowNode>[]) => changeNodes(app, canvas, changes),
    [app, canvas],
  );
  const onEdgesChange = useCallback(
    (changes: readonly EdgeChange<FlowEdge>[]) => {
      // A frame that is drawn round nodes picks the lines between them too; they go with the nodes.
      const isFraming = flow.getState().userSelectionRect !== null;
      changeEdges(app, canvas, isFraming ? changes.filter(isDrop) : changes);
    },
    [app, canvas, flow],
  );
  const onDragStop = useCallback(() => void keepMoves(app, canvas), [app, canvas]);
  return {
    nodes,
    edges,
    onNodesChange,
    onEdgesChange,
    onNodeDragStop: onDragStop,
    onSelectionDragStop: onDragStop,
  };
}

/** They stay where they were left until what writes it down has come, should it not be there yet. */
async function keepMoves(app: App, canvas: CanvasStore): Promise<void> {
  try {
    const { moveOnCanvas } = await import('./edits.ts');
    moveOnCanvas(app, canvas);
  } catch (error) {
    app.view.getState().fail(error);
  }
}

const isDrop = (change: EdgeChange<FlowEdge>): boolean =>
  change.type === 'select' && !change.selected;

/** Whether a key was picked or dropped. */
type Picks = Map<string, boolean>;

function changeNodes(
  app: App,
  canvas: CanvasStore,
  changes: readonly NodeChange<FlowNode>[],
): void {
  const positions = new Map<string, Point>();
  const picks: Picks = new Map();
  for (const change of changes) {
    if (change.type === 'select') picks.set(change.id, change.selected);
    if (change.type === 'position' && change.position !== undefined && change.dragging === true) {
      positions.set(change.id, change.position);
    }
  }
  if (positions.size > 0) canvas.getState().moveNodes(positions);
  pick(app, picks);
}

function changeEdges(
  app: App,
  canvas: CanvasStore,
  changes: readonly EdgeChange<FlowEdge>[],
): void {
  const picks: Picks = new Map();
  for (const change of changes) {
    if (change.type !== 'select') continue;
    picks.set(change.id, change.selected);
    // A line stands for its bindings: with it they are selected no more.
    const edge = canvas.getState().graph.edges.find(({ id }) => id === change.id);
    for (const { key } of edge?.chips ?? []) {
      if (key !== '' && !change.selected) picks.set(key, false);
    }
  }
  pick(app, picks);
}

/** Changes the selection by what React Flow picked and dropped; leaves it where nothing changed. */
function pick(app: App, picks: Picks): void {
  if (picks.size === 0) return;
  const view = app.view.getState();
  const kept = view.selection.filter((key) => picks.get(key) !== false);
  const added = [...picks]
    .filter(([key, isPicked]) => isPicked && !kept.includes(key))
    .map(([key]) => key);
  if (kept.length !== view.selection.length || added.length > 0) view.select([...kept, ...added]);
}
