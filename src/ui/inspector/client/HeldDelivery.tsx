/** A delivery that a consumer holds; where it waits for its person, with the three answers. */
import type { JSX } from 'react';
import type { ConsumerState } from '#sim';
import { Button } from '../../parts/Button.tsx';
import { MessageRow } from '../message/MessageRow.tsx';
import { spanText } from '../say.ts';
import { useSimulation } from '../use-simulation.ts';
import { useVerbs } from '../use-verbs.ts';
import styles from '../inspector.module.css';

type Held = ConsumerState['held'][number];

interface HeldDeliveryProps {
  readonly client: string;
  /** Which of the client's consumers. */
  readonly consumer: number;
  readonly held: Held;
  readonly isByHand: boolean;
}

const answers = [
  { answer: 'ack', label: 'Ack', word: 'Acknowledge' },
  { answer: 'reject', label: 'Reject', word: 'Reject' },
  { answer: 'requeue', label: 'Requeue', word: 'Requeue' },
] as const;

export function HeldDelivery({ client, consumer, held, isByHand }: HeldDeliveryProps): JSX.Element {
  const { now } = useSimulation();
  const { intervene } = useVerbs();
  const { deliveryTag, message, routingKey } = held;
  return (
    <li className={styles['held']}>
      <MessageRow message={message} routingKey={routingKey} isOutlined>
        <span className={styles['tag']}>{workText(held, now)}</span>
      </MessageRow>
      {isByHand &&
        answers.map(({ answer, label, word }) => (
          <Button
            key={answer}
            size="small"
            aria-label={`${word} message ${message}`}
            onClick={() =>
              intervene(
                { type: 'settle', client, consumer, deliveryTag, answer },
                `${word} message ${message}`,
              )
            }
          >
            {label}
          </Button>
        ))}
    </li>
  );
}

function workText({ worksUntil, isForgotten, since }: Held, now: number): string {
  if (isForgotten) return 'never answers';
  return worksUntil === null
    ? `for ${spanText(now - since)}`
    : `done in ${spanText(Math.max(0, worksUntil - now))}`;
}
