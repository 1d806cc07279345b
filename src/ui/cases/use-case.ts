/** The recorded case that the run plays, and the step of it that stands at the playhead. */
import { caseOf, stepIndexAt } from '#app';
import type { CaseStory } from '#app';
import { useApp, usePlayback } from '../app-context.tsx';

/** Null where the run plays none. */
export const useCaseStory = (): CaseStory | null =>
  usePlayback(({ history }) => caseOf(history.run));

/** -1 before the first; the component renders when it becomes another. */
export const useStepIndex = (story: CaseStory): number =>
  usePlayback(({ playheadMs }) => stepIndexAt(story, playheadMs));

/** Moves the playhead to a step, and stays there. */
export function useSeekToStep(): (step: CaseStory['steps'][number]) => void {
  const { playback } = useApp();
  return ({ at }) => {
    playback.getState().pause();
    playback.getState().seek(at);
  };
}
