/** How a node reads its thing from the graph: by its key, and only what concerns it. */
import type { ClientThing, ExchangeThing, QueueThing, Thing } from '../graph/thing.ts';
import { useCanvas } from '../canvas-context.tsx';

/** Null for the moment between an edit that removes a thing and the removal of its node. */
export function useThing(nodeKey: string): Thing | null {
  return useCanvas(({ graph }) => graph.nodes.get(nodeKey)?.thing ?? null);
}

export function useQueueThing(nodeKey: string): QueueThing | null {
  const thing = useThing(nodeKey);
  return thing?.kind === 'queue' ? thing : null;
}

export function useExchangeThing(nodeKey: string): ExchangeThing | null {
  const thing = useThing(nodeKey);
  return thing?.kind === 'exchange' ? thing : null;
}

export function useClientThing(nodeKey: string): ClientThing | null {
  const thing = useThing(nodeKey);
  return thing === null || thing.kind === 'queue' || thing.kind === 'exchange' ? null : thing;
}
