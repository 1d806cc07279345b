/** Drawing a wire with the pointer: React Flow's gestures, answered from the document. */
import type { Connection, Edge, FinalConnectionState, OnConnectStart } from '@xyflow/react';
import { useReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import { useApp } from '../../app-context.tsx';
import { useCanvasStore } from '../canvas-context.tsx';
import { refuseWire, startWiring, wireTogether } from './wiring.ts';

export interface WiringHandlers {
  readonly isValidConnection: (connection: Connection | Edge) => boolean;
  readonly onConnectStart: OnConnectStart;
  readonly onConnect: (connection: Connection) => void;
  readonly onConnectEnd: (event: MouseEvent | TouchEvent, state: FinalConnectionState) => void;
}

export function useWiring(): WiringHandlers {
  const app = useApp();
  const canvas = useCanvasStore();
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(
    () => ({
      isValidConnection: ({ source, target }) => {
        const { wiring } = canvas.getState();
        if (wiring === null) return false;
        return wiring.reasons.get(wiring.from === source ? target : source) === null;
      },
      onConnectStart: (_, { nodeId, handleType }) => {
        if (nodeId === null) return;
        startWiring(app, canvas, nodeId, handleType === 'target' ? 'source' : 'target', 'pointer');
      },
      onConnect: ({ source, target }) => {
        canvas.getState().endWiring();
        wireTogether(app, canvas, source, target);
      },
      onConnectEnd: (event, { isValid, toNode }) => {
        const { wiring } = canvas.getState();
        canvas.getState().endWiring();
        if (wiring === null || isValid === true) return;
        if (toNode !== null) {
          const reason = wiring.reasons.get(toNode.id);
          if (typeof reason === 'string') refuseWire(app, reason);
          return;
        }
        const { clientX: x, clientY: y } =
          'changedTouches' in event
            ? (event.changedTouches[0] ?? { clientX: 0, clientY: 0 })
            : event;
        const { from, seeks } = wiring;
        // React Flow still has this gesture's click to swallow.
        setTimeout(() =>
          canvas.getState().openMenu({
            target: { kind: 'wire', at: screenToFlowPosition({ x, y }), from, seeks },
            x,
            y,
          }),
        );
      },
    }),
    [app, canvas, screenToFlowPosition],
  );
}
