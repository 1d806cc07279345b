/**
 * The canvas: the graph of the document, the flights over it, and all that can be done on it.
 *
 * React Flow draws and moves; what stands where is the document's, and what is selected the view's.
 * Nothing in here renders because a run goes on, but the nodes that changed.
 */
import {
  Background,
  BackgroundVariant,
  MiniMap,
  Panel,
  ReactFlow,
  ReactFlowProvider,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { lazy, memo, Suspense, useCallback, useRef, useState } from 'react';
import type { JSX, RefObject } from 'react';
import { useApp, usePlayback, useView } from '../app-context.tsx';
import { CanvasProvider, useCanvas } from './canvas-context.tsx';
import { WireEdge } from './edges/WireEdge.tsx';
import { fitOptions } from './fit-options.ts';
import type { FlowNode } from './flow-elements.ts';
import { FlightsOverlay } from './flights/FlightsOverlay.tsx';
import { ToolsSoon } from './gestures/ToolsSoon.tsx';
import { useFlowElements } from './gestures/use-flow-elements.ts';
import { useMarkedMessage } from './gestures/use-marked-message.ts';
import { useSlotClick } from './gestures/use-slot-click.ts';
import { hasStage, useViewport } from './gestures/use-viewport.ts';
import { LiveProvider } from './live/use-live.tsx';
import { AppNode } from './nodes/AppNode.tsx';
import { ConsumerNode } from './nodes/ConsumerNode.tsx';
import { ExchangeNode } from './nodes/ExchangeNode.tsx';
import { ProducerNode } from './nodes/ProducerNode.tsx';
import { QueueNode } from './nodes/QueueNode.tsx';
import styles from './canvas.module.css';

// The canvas is alive before these have come; nobody opens a menu sooner.
const EmptyCanvas = lazy(async () => ({
  default: (await import('./EmptyCanvas.tsx')).EmptyCanvas,
}));
const CanvasControls = lazy(async () => ({
  default: (await import('./CanvasControls.tsx')).CanvasControls,
}));
const CountersStrip = lazy(async () => ({
  default: (await import('./CountersStrip.tsx')).CountersStrip,
}));
const CanvasMenu = lazy(async () => ({
  default: (await import('./gestures/CanvasMenu.tsx')).CanvasMenu,
}));
const TargetPicker = lazy(async () => ({
  default: (await import('./gestures/TargetPicker.tsx')).TargetPicker,
}));

const nodeTypes = {
  exchange: ExchangeNode,
  queue: QueueNode,
  producer: ProducerNode,
  consumer: ConsumerNode,
  app: AppNode,
};
const edgeTypes = { wire: WireEdge };

/** Above this React Flow leaves out what is not in sight. */
const nodesDrawnMax = 200;
/** On a larger canvas, or at a higher speed, slots come and go without being animated. */
const livelyNodesMax = 30;
const livelySpeedMax = 2;

/** What React Flow is told once and for all. */
const always = {
  nodeTypes,
  edgeTypes,
  connectionRadius: 18,
  // Keys are the canvas's own: see keys/use-canvas-keys.ts.
  nodesFocusable: false,
  edgesFocusable: false,
  disableKeyboardA11y: true,
  deleteKeyCode: null,
  selectionKeyCode: 'Shift',
  multiSelectionKeyCode: ['Shift', 'Meta', 'Control'],
  zoomOnDoubleClick: false,
  nodeDragThreshold: 3,
  snapToGrid: true,
  snapGrid: [10, 10] as [number, number],
  minZoom: 0.1,
  maxZoom: 2.5,
  fitViewOptions: fitOptions,
};

export function Canvas(): JSX.Element {
  return (
    <ReactFlowProvider>
      <CanvasProvider>
        <LiveProvider>
          <Surface />
        </LiveProvider>
      </CanvasProvider>
    </ReactFlowProvider>
  );
}

function Surface(): JSX.Element {
  const root = useRef<HTMLDivElement>(null);
  const { nodes, edges, ...changes } = useFlowElements();
  const { placeOf, ...viewport } = useViewport();
  const tools = useCanvas((state) => state.tools);
  const app = useApp();
  const { view } = app;
  const onPaneClick = useCallback(() => view.getState().select([]), [view]);
  const isSlow = usePlayback(({ isPlaying, speed }) => !isPlaying || speed <= livelySpeedMax);
  const isEmpty = useCanvas(({ graph }) => graph.nodes.size === 0);
  const isNarrow = useView((view) => view.isNarrow);
  const [fitsAtFirst] = useState(() => !isEmpty && !isNarrow && !hasStage(app));
  useMarkedMessage();
  const onClick = useSlotClick();
  return (
    <section
      ref={root}
      className={styles['canvas']}
      aria-label="Graph"
      data-lively={isSlow && nodes.length <= livelyNodesMax}
      data-tools={tools !== null}
      onClick={onClick}
      {...tools?.surface}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        {...always}
        {...changes}
        {...viewport}
        {...tools?.gestures}
        onPaneClick={onPaneClick}
        onlyRenderVisibleElements={nodes.length > nodesDrawnMax}
        fitView={fitsAtFirst}
      >
        <Layers isEmpty={isEmpty} root={root} />
      </ReactFlow>
      <Suspense fallback={null}>
        {isEmpty ? <EmptyCanvas /> : null}
        <TargetPicker place={placeOf} />
        <CanvasMenu />
      </Suspense>
    </section>
  );
}

/** What lies on the ground of the canvas, and over the graph. */
const Layers = memo(function Layers({
  isEmpty,
  root,
}: {
  readonly isEmpty: boolean;
  readonly root: RefObject<HTMLElement | null>;
}): JSX.Element {
  return (
    <>
      <Background variant={BackgroundVariant.Dots} gap={22} size={1.4} />
      <FlightsOverlay />
      <ToolsSoon root={root} />
      {isEmpty ? null : (
        <Panel position="bottom-left" className={styles['counters'] ?? ''}>
          <Suspense fallback={null}>
            <CountersStrip />
          </Suspense>
        </Panel>
      )}
      <Panel position="bottom-right">
        <Suspense fallback={null}>
          <CanvasControls />
        </Suspense>
      </Panel>
      {isEmpty ? null : <Overview />}
    </>
  );
});

function Overview(): JSX.Element {
  return (
    <MiniMap<FlowNode>
      className={styles['minimap'] ?? ''}
      position="bottom-right"
      pannable
      zoomable
      ariaLabel="Map of the canvas"
      nodeColor={colourOnMap}
      nodeStrokeWidth={0}
      nodeBorderRadius={26}
      bgColor="var(--panel)"
      maskColor="color-mix(in srgb, var(--surface) 62%, transparent)"
      style={mapSize}
    />
  );
}

const mapSize = { width: 148, height: 96 };
const colourOnMap = ({ type }: FlowNode): string => `var(--${type ?? 'queue'})`;
