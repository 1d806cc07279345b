/**
 * What the canvas itself knows: the graph of the document, where its lines run, and the gesture that
 * is under way. Nothing of it outlives the canvas, and nothing of the run is in it.
 */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Scenario } from '#scenario';
import type { Script } from '#sim';
import { layOutEdges } from './edges/lay-out-edges.ts';
import type { EdgeLines } from './edges/lay-out-edges.ts';
import { boxOf } from './edges/node-box.ts';
import type { NodeBox } from './edges/node-box.ts';
import type { FlightStyle } from './flights/level-of-detail.ts';
import type { CanvasTools } from './gestures/canvas-tools.ts';
import { createGraphReader } from './graph/graph.ts';
import type { Graph } from './graph/graph.ts';
import type { PlaceHints, Point } from './graph/place-things.ts';

/** A wire that is being drawn, by pointer or by keys. */
export interface Wiring {
  readonly from: string;
  /** Which end of the wire is sought: its target, or, drawn from a left port, its source. */
  readonly seeks: 'target' | 'source';
  readonly by: 'pointer' | 'keys';
  /** For every other node: null where it may be wired, else the sentence that says why not. */
  readonly reasons: ReadonlyMap<string, string | null>;
  /** The node under the pointer, or the one the keys have come to. */
  readonly chosen: string | null;
}

export type MenuTarget =
  | { readonly kind: 'node'; readonly key: string }
  | { readonly kind: 'edge'; readonly id: string; readonly bindingKey: string | null }
  /** A free place; `at` is where on the canvas it is. */
  | { readonly kind: 'pane'; readonly at: Point }
  /** A wire was dropped on a free place. */
  | {
      readonly kind: 'wire';
      readonly at: Point;
      readonly from: string;
      readonly seeks: Wiring['seeks'];
    };

export interface OpenMenu {
  readonly target: MenuTarget;
  /** On the screen. */
  readonly x: number;
  readonly y: number;
}

export interface CanvasState {
  readonly graph: Graph;
  /** Nodes that are being moved, and where they are. */
  readonly moved: ReadonlyMap<string, Point>;
  readonly boxes: ReadonlyMap<string, NodeBox>;
  readonly lines: EdgeLines;
  readonly wiring: Wiring | null;
  /** The node or binding whose text is being edited. */
  readonly editing: string | null;
  readonly menu: OpenMenu | null;
  /** Null until they have come. */
  readonly tools: CanvasTools | null;
  readonly flightStyle: FlightStyle;
  /**
   * `fitted`: all of it is in sight, and is to stay there. `moved`: somebody has moved it since.
   * `unset`: there was nothing to show yet.
   */
  readonly sight: 'fitted' | 'moved' | 'unset';

  /** `declaredBy` for a run with programs. */
  readDocument(scenario: Scenario, script?: Script, declaredBy?: PlaceHints['declaredBy']): void;
  moveNodes(positions: ReadonlyMap<string, Point>): void;
  endMove(): void;
  startWiring(wiring: Omit<Wiring, 'chosen'>): void;
  chooseTarget(key: string | null): void;
  endWiring(): void;
  edit(key: string | null): void;
  openMenu(menu: OpenMenu): void;
  closeMenu(): void;
  setTools(tools: CanvasTools | null): void;
  setFlightStyle(style: FlightStyle): void;
}

export type CanvasStore = StoreApi<CanvasState>;

export function createCanvasStore(scenario: Scenario, script?: Script): CanvasStore {
  const readGraph = createGraphReader();
  return createStore<CanvasState>()((set, get) => ({
    ...laidOut(readGraph(scenario, script), new Map(), null),
    moved: new Map(),
    wiring: null,
    editing: null,
    menu: null,
    tools: null,
    flightStyle: 'auto',
    sight: 'fitted',

    readDocument: (next, playing, declaredBy) => {
      const state = get();
      const graph = readGraph(next, playing, declaredBy);
      if (graph !== state.graph) set(laidOut(graph, state.moved, state));
    },
    moveNodes: (positions) => {
      const state = get();
      const moved = new Map([...state.moved, ...positions]);
      set({ moved, ...laidOut(state.graph, moved, state) });
    },
    endMove: () => {
      const state = get();
      if (state.moved.size > 0)
        set({ moved: new Map(), ...laidOut(state.graph, new Map(), state) });
    },
    startWiring: (wiring) =>
      set({ wiring: { ...wiring, chosen: null }, editing: null, menu: null }),
    chooseTarget: (chosen) => {
      const { wiring } = get();
      if (wiring !== null && wiring.chosen !== chosen) set({ wiring: { ...wiring, chosen } });
    },
    endWiring: () => set({ wiring: null }),
    edit: (editing) => set({ editing }),
    openMenu: (menu) => set({ menu }),
    closeMenu: () => set({ menu: null }),
    setTools: (tools) => set({ tools }),
    setFlightStyle: (flightStyle) => set({ flightStyle }),
  }));
}

type Layout = Pick<CanvasState, 'graph' | 'boxes' | 'lines'>;

/** Boxes and lines of a graph; those that have not changed are the same objects as in `last`. */
function laidOut(graph: Graph, moved: ReadonlyMap<string, Point>, last: Layout | null): Layout {
  const boxes = new Map<string, NodeBox>();
  for (const [key, { thing, position }] of graph.nodes) {
    const box = boxOf(thing, moved.get(key) ?? position);
    const known = last?.boxes.get(key);
    boxes.set(key, known !== undefined && isSameBox(known, box) ? known : box);
  }
  return { graph, boxes, lines: layOutEdges(boxes, graph.edges, last?.lines) };
}

const isSameBox = (one: NodeBox, other: NodeBox): boolean =>
  one.x === other.x &&
  one.y === other.y &&
  one.width === other.width &&
  one.height === other.height &&
  one.kind === other.kind;
