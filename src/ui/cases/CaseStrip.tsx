/** The step at the playhead in one line over the canvas, where the panel with all of them is not up. */
import { Check, X } from 'lucide-react';
import type { JSX } from 'react';
import type { CaseStory } from '#app';
import { useApp, useView } from '../app-context.tsx';
import { useCaseStory, useStepIndex } from './use-case.ts';
import styles from './cases.module.css';

export function CaseStrip(): JSX.Element | null {
  const story = useCaseStory();
  const isPanelUp = useView(({ isNarrow, panels }) => !isNarrow && panels.left.open);
  return story === null || isPanelUp ? null : <Strip story={story} />;
}

function Strip({ story }: { readonly story: CaseStory }): JSX.Element {
  const app = useApp();
  const step = story.steps[useStepIndex(story)];
  return (
    <button
      type="button"
      className={styles['strip']}
      aria-label="Show the steps of the case"
      onClick={() => app.view.getState().setPanel('left', { open: true })}
    >
      <span className={styles['number']}>
        {step?.number ?? 0}/{story.steps.length}
      </span>
      {step === undefined ? (
        <span className={styles['detail']}>{story.title}</span>
      ) : (
        <>
          {step.actor !== null && <span className={styles['actor']}>{step.actor}</span>}
          <span className={styles['op']}>{step.op}</span>
          <span className={styles['detail']}>{step.detail}</span>
          <span className={styles['mark']} data-verdict={step.verdict}>
            {step.verdict === 'same' ? <Check /> : <X />}
          </span>
        </>
      )}
    </button>
  );
}
