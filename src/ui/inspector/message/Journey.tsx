/**
 * Where a message has been, hop by hop, each with its reason: along a line in the message's colour.
 * The last hop is where it is.
 */
import type { JSX } from 'react';
import { colourIndexOf } from '#app';
import type { MessageId } from '#engine';
import type { Journey as JourneyData } from '#sim';
import { instantText } from '../say.ts';
import styles from './message.module.css';

type Step = JourneyData['steps'][number];

interface JourneyProps {
  readonly message: MessageId;
  readonly steps: readonly Step[];
  /** Moves the playhead to an instant. */
  readonly onGoTo: (ms: number) => void;
}

export function Journey({ message, steps, onGoTo }: JourneyProps): JSX.Element {
  return (
    <section className={styles['section']} aria-labelledby="message-journey">
      <h3 id="message-journey">Journey</h3>
      {steps.length === 0 && <p className={styles['dim']}>It has not been published yet.</p>}
      <ol
        className={styles['journey']}
        style={{ '--colour': `var(--message-${colourIndexOf(message)})` }}
      >
        {steps.map((step, index) => (
          // Steps are only ever added at the end.
          <JourneyStep key={index} step={step} onGoTo={onGoTo} />
        ))}
      </ol>
    </section>
  );
}

interface JourneyStepProps {
  readonly step: Step;
  readonly onGoTo: (ms: number) => void;
}

function JourneyStep({ step, onGoTo }: JourneyStepProps): JSX.Element {
  const isNow = step.state === 'now';
  return (
    <li
      className={styles['step']}
      data-state={step.state}
      aria-current={isNow ? 'step' : undefined}
    >
      <div className={styles['stepHead']}>
        <p className={styles['stepText']}>
          <strong>{step.title}</strong> {step.sentence}
        </p>
        {isNow ? (
          <span className={styles['stepTime']}>now</span>
        ) : (
          <button
            type="button"
            className={styles['stepTime']}
            title="Move the playhead here"
            onClick={() => onGoTo(step.at)}
          >
            {instantText(step.at)}
          </button>
        )}
      </div>
      {step.detail.length > 0 && (
        <ul className={styles['details']}>
          {step.detail.map((line, index) => (
            <li key={index}>
              <DetailLine line={line} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** A verdict begins with its sign; a screen reader hears a word for it. */
function DetailLine({ line }: { readonly line: string }): JSX.Element {
  const sign = line.charAt(0);
  if (sign !== '✓' && sign !== '✗') return <>{line}</>;
  const matches = sign === '✓';
  return (
    <>
      <span
        className={styles[matches ? 'yes' : 'no']}
        role="img"
        aria-label={matches ? 'matches' : 'does not match'}
      >
        {sign}
      </span>{' '}
      {line.slice(1).trimStart()}
    </>
  );
}
