/** Where the run was changed on its way: offers to begin with what it has become. */
import { RotateCcw } from 'lucide-react';
import type { JSX } from 'react';
import { usePlayback } from '../app-context.tsx';
import { Button } from '../parts/Button.tsx';
import { useAction } from '../shell/use-action.ts';

export function BeginAgain(): JSX.Element | null {
  const { perform } = useAction('begin-again');
  const hasEdits = usePlayback(({ history }) =>
    history.run.interventions.some(({ act }) => act.type === 'edit'),
  );
  if (!hasEdits) return null;
  return (
    <Button
      size="small"
      icon={<RotateCcw />}
      hint="The topology was changed during the run. Start a run that has it so from the beginning."
      onClick={perform}
    >
      Begin again with this
    </Button>
  );
}
