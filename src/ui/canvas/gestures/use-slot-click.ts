/** A click on a slot, in a queue or with a consumer, opens the message that lies in it. */
import { useCallback } from 'react';
import type { MouseEvent } from 'react';
import type { MessageId } from '#engine';
import { useApp } from '../../app-context.tsx';
import { inspectMessage } from './select.ts';

export function useSlotClick(): (event: MouseEvent) => void {
  const app = useApp();
  return useCallback(
    (event: MouseEvent) => {
      const slot = (event.target as Element).closest<HTMLElement>('[data-node-key] [data-message]');
      if (slot === null) return;
      // React Flow has selected the node already; the message is shown over it.
      inspectMessage(app, Number(slot.dataset['message']) as MessageId);
    },
    [app],
  );
}
