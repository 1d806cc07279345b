/** The steps of a case in order, with the one at the playhead open; a click goes to one. */
import { Check, Minus, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { JSX } from 'react';
import type { CaseStep, CaseStory } from '#app';
import { Answers } from './Answers.tsx';
import { useSeekToStep, useStepIndex } from './use-case.ts';
import styles from './cases.module.css';

export function CaseSteps({ story }: { readonly story: CaseStory }): JSX.Element {
  const current = useStepIndex(story);
  return (
    <ol className={styles['steps']} aria-label="Steps">
      {story.steps.map((step, index) => (
        <Step
          key={step.number}
          step={step}
          release={story.release}
          isCurrent={index === current}
          isPast={index < current}
        />
      ))}
    </ol>
  );
}

interface StepProps {
  readonly step: CaseStep;
  readonly release: string;
  readonly isCurrent: boolean;
  readonly isPast: boolean;
}

function Step({ step, release, isCurrent, isPast }: StepProps): JSX.Element {
  const { number, actor, op, detail, verdict } = step;
  const item = useRef<HTMLLIElement>(null);
  const seekTo = useSeekToStep();
  useEffect(() => {
    if (isCurrent) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <li
      ref={item}
      className={styles['step']}
      data-current={isCurrent}
      data-past={isPast}
      data-verdict={verdict}
    >
      <button
        type="button"
        className={styles['row']}
        aria-current={isCurrent ? 'step' : undefined}
        aria-label={`Step ${number}: ${[actor, op, detail].filter(Boolean).join(' ')}, ${verdicts[verdict].words}`}
        disabled={verdict === 'not-played'}
        onClick={() => seekTo(step)}
      >
        <span className={styles['number']}>{number}</span>
        <span className={styles['words']}>
          <span className={styles['asked']}>
            {actor !== null && <span className={styles['actor']}>{actor}</span>}
            <span className={styles['op']}>{op}</span>
          </span>
          {detail !== '' && <span className={styles['detail']}>{detail}</span>}
        </span>
        <span className={styles['mark']}>{verdicts[verdict].icon}</span>
      </button>
      {isCurrent || verdict === 'differs' ? <Answers step={step} release={release} /> : null}
    </li>
  );
}

const verdicts: Readonly<
  Record<CaseStep['verdict'], { readonly words: string; readonly icon: JSX.Element }>
> = {
  same: { words: 'answered as RabbitMQ did', icon: <Check /> },
  differs: { words: 'answered otherwise than by RabbitMQ', icon: <X /> },
  'not-played': { words: 'not played', icon: <Minus /> },
};
