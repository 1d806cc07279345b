/** The event log, loaded when it is first opened. */
import { lazy, Suspense } from 'react';
import type { JSX } from 'react';

const Journal = lazy(async () => ({ default: (await import('../journal/Journal.tsx')).Journal }));

export function LogPanel(): JSX.Element {
  return (
    <Suspense fallback={null}>
      <Journal />
    </Suspense>
  );
}
