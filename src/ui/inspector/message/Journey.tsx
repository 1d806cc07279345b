/**
 * Where a message has been, hop by hop, each with its reason: along a line in the message's colour.
 * The last hop is where it is.
 */
import type { JSX } from 'react';
import { colourIndexOf } from '#app';
import type { MessageId } from '#engine';
import type { Journey as JourneyData } from '#sim';
import { PlaceLink } from '../../programs/PlaceLink.tsx';
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
        style={{ ['--colour' as string]: `var(--message-${colourIndexOf(message)})` }}
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
          <strong>{step.title}</strong>
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
      <p className={styles['stepSentence']}>
        <StepSentence step={step} />
      </p>
      {step.detail.length > 0 && (
        <ul className={styles['details']}>
          {step.detail.map((line, index) => (
            <DetailLine key={index} line={line} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** What a program did begins with the line that it did it in, which is a link. */
function StepSentence({ step: { sentence, program } }: { readonly step: Step }): JSX.Element {
  if (program === undefined) return <>{sentence}</>;
  const { client, place } = program;
  const words = `${client}, line ${place.line}`;
  return (
    <>
      <PlaceLink place={{ ...place, client }} isNamed />
      {sentence.startsWith(words) ? sentence.slice(words.length) : ` ${sentence}`}
    </>
  );
}

/** A verdict begins with its sign, for which a screen reader has a word; what follows is indented. */
function DetailLine({ line }: { readonly line: string }): JSX.Element {
  const text = line.trimStart();
  const depth = Math.round((line.length - text.length) / 4);
  const sign = text.charAt(0);
  if (sign !== '✓' && sign !== '✗') return <li style={{ ['--depth' as string]: depth }}>{text}</li>;
  const matches = sign === '✓';
  return (
    <li style={{ ['--depth' as string]: depth }}>
      <span
        className={styles[matches ? 'yes' : 'no']}
        role="img"
        aria-label={matches ? 'matches' : 'does not match'}
      >
        {sign}
      </span>{' '}
      <VerdictText text={text.slice(1).trimStart()} />
    </li>
  );
}

/** `order.* → billing — because`: the binding key is set as a key is. */
function VerdictText({ text }: { readonly text: string }): JSX.Element {
  const arrow = text.indexOf(' → ');
  if (arrow === -1) return <>{text}</>;
  const key = text.slice(0, arrow);
  return (
    <>
      <span className={key.includes(' ') ? undefined : styles['bindingKey']}>{key}</span>
      {text.slice(arrow)}
    </>
  );
}
