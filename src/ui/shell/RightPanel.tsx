/** What is selected, or the scenario as text. */
import { X } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { JSX } from 'react';
import { closeCode } from '#app';
import { useApp, useView } from '../app-context.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import { Panel } from '../parts/Panel.tsx';
import { LoadingText } from './LoadingText.tsx';

const Inspector = lazy(async () => ({
  default: (await import('../inspector/Inspector.tsx')).Inspector,
}));
const Editor = lazy(async () => ({ default: (await import('../editor/Editor.tsx')).Editor }));

export function RightPanel(): JSX.Element {
  const app = useApp();
  const showsCode = useView(({ panels }) => panels.right.tab === 'code');
  if (!showsCode) {
    return (
      <Suspense fallback={null}>
        <Inspector />
      </Suspense>
    );
  }
  return (
    <Panel
      title="Scenario as JSON"
      actions={<IconButton label="Close the code" icon={<X />} onClick={() => closeCode(app)} />}
    >
      <Suspense fallback={<LoadingText>Loading the editor…</LoadingText>}>
        <Editor />
      </Suspense>
    </Panel>
  );
}
