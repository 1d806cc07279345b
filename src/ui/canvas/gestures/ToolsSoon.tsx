/**
 * Fetches the canvas's tools as soon as the canvas is there. React's own way to wait would hold them
 * back for some 300 ms, lest the screen flicker; here nothing can.
 */
import { useEffect, useState } from 'react';
import type { ComponentType, JSX, RefObject } from 'react';
import { useApp } from '../../app-context.tsx';

interface ToolsProps {
  readonly root: RefObject<HTMLElement | null>;
}

export function ToolsSoon({ root }: ToolsProps): JSX.Element | null {
  const { view } = useApp();
  const [Tools, setTools] = useState<ComponentType<ToolsProps> | null>(null);
  useEffect(() => {
    let isGone = false;
    import('./Tools.tsx').then(
      (loaded) => {
        if (!isGone) setTools(() => loaded.Tools);
      },
      (error: unknown) => view.getState().fail(error),
    );
    return () => {
      isGone = true;
    };
  }, [view]);
  return Tools === null ? null : <Tools root={root} />;
}
