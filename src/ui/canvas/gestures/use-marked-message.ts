/**
 * Marks the message that is looked at or followed wherever it lies. It is done by a style sheet of
 * one rule, so that no slot renders for it, and slots that come later are marked as well. A click on
 * a slot opens its message.
 */
import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { MessageId } from '#engine';
import { useApp } from '../../app-context.tsx';

export function useMarkedMessage(root: RefObject<HTMLElement | null>): void {
  const { view } = useApp();
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    let shown = '';
    const show = (): void => {
      const { message, followed } = view.getState();
      const rules = [message, followed]
        .filter((one) => one !== null)
        .map((one) => `[data-node-key] [data-message="${one}"] { outline: 2px solid var(--accent); outline-offset: 1.5px; z-index: 1; }`)
        .join('\n');
      if (rules === shown) return;
      shown = rules;
      sheet.replaceSync(rules);
    };
    show();
    const end = view.subscribe(show);
    return () => {
      end();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [view]);

  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    const onClick = (event: MouseEvent): void => {
      const slot = (event.target as Element).closest<HTMLElement>('[data-node-key] [data-message]');
      if (slot === null) return;
      const { inspectMessage, setPanel } = view.getState();
      // After React Flow has selected the node that holds it: selecting shows the node instead.
      queueMicrotask(() => {
        inspectMessage(Number(slot.dataset['message']) as MessageId);
        setPanel('right', { open: true, tab: 'inspector' });
      });
    };
    element.addEventListener('click', onClick);
    return () => element.removeEventListener('click', onClick);
  }, [root, view]);
}
