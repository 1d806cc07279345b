/** A field for what is part of the document; for what is not, the sentence that says why. */
import { useEffect } from 'react';
import type { JSX, ReactNode } from 'react';
import { whyNotYours } from '#app';
import { useApp } from '../../app-context.tsx';
import { useCanvasStore } from '../canvas-context.tsx';

interface IfYoursProps {
  readonly of: string;
  readonly children: ReactNode;
}

export function IfYours({ of: key, children }: IfYoursProps): JSX.Element | null {
  const app = useApp();
  const canvas = useCanvasStore();
  const reason = whyNotYours(app, key);
  useEffect(() => {
    if (reason === null) return;
    app.view.getState().notify({ text: reason });
    canvas.getState().edit(null);
  }, [app, canvas, reason]);
  return reason === null ? <>{children}</> : null;
}
