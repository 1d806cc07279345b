/** The buttons with which a person answers for a delivery in a consumer's stead. */
import type { JSX } from 'react';
import { useApp } from '../../app-context.tsx';
import { settleByHand } from '../gestures/acts.ts';
import type { Answer } from '../gestures/acts.ts';
import type { Held } from '#sim';
import styles from './node.module.css';

interface HandAnswersProps {
  readonly client: string;
  readonly consumer: number;
  /** Null while it holds nothing. */
  readonly delivery: Held | null;
}

const answers: readonly {
  readonly answer: Answer;
  readonly text: string;
  readonly help: string;
}[] = [
  { answer: 'ack', text: 'Ack', help: 'Acknowledge' },
  { answer: 'reject', text: 'Reject', help: 'Reject without requeue' },
  { answer: 'requeue', text: 'Requeue', help: 'Reject and requeue' },
];

export function HandAnswers({ client, consumer, delivery }: HandAnswersProps): JSX.Element {
  const app = useApp();
  return (
    <div className={`nodrag nopan ${styles['bodyRow']}`} style={{ gap: 4 }}>
      {answers.map(({ answer, text, help }) => (
        <button
          key={answer}
          type="button"
          className={styles['button']}
          data-primary={answer === 'ack' && delivery !== null}
          disabled={delivery === null}
          aria-label={delivery === null ? help : `${help} message ${delivery.message}`}
          title={delivery === null ? 'It holds no message' : `${help} #${delivery.message}`}
          onClick={() => {
            if (delivery !== null) settleByHand(app, client, consumer, delivery, answer);
          }}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
