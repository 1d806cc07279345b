/**
 * Marks the message that is looked at or followed wherever it lies. It is done by a style sheet of
 * one rule, so that no slot renders for it, and slots that come later are marked as well.
 */
import { useEffect } from 'react';
import { useApp } from '../../app-context.tsx';

export function useMarkedMessage(): void {
  const { view } = useApp();
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    let shown = '';
    const show = (): void => {
      const { message, followed } = view.getState();
      const rules = [message, followed]
        .filter((one) => one !== null)
        .map(
          (one) =>
            `[data-node-key] [data-message="${one}"] { outline: 2px solid var(--accent); outline-offset: 1.5px; z-index: 1; }`,
        )
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
}
