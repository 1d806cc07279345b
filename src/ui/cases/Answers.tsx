/** What was answered to a step; where Warren answers otherwise, both, one under the other. */
import type { JSX } from 'react';
import type { AnswerLine, CaseStep } from '#app';
import styles from './cases.module.css';

interface AnswersProps {
  readonly step: CaseStep;
  readonly release: string;
}

export function Answers({ step, release }: AnswersProps): JSX.Element {
  const { wanted, got, verdict } = step;
  if (verdict !== 'differs') return <AnswerLines lines={wanted} />;
  return (
    <>
      <AnswerLines title={`RabbitMQ ${release}`} lines={wanted} />
      <AnswerLines title="Warren" lines={got} />
    </>
  );
}

interface AnswerLinesProps {
  readonly title?: string;
  readonly lines: readonly AnswerLine[];
}

function AnswerLines({ title, lines }: AnswerLinesProps): JSX.Element {
  return (
    <div className={styles['answers']}>
      {title !== undefined && <p className={styles['answerer']}>{title}</p>}
      {lines.length === 0 && <p className={styles['nothing']}>Nothing is answered.</p>}
      <ul>
        {lines.map(({ receiver, method, detail }, index) => (
          // The same frame may come twice.
          <li key={index} className={styles['answer']}>
            {receiver !== null && <span className={styles['actor']}>{receiver}</span>}
            <span className={styles['op']}>{method}</span> {detail}
          </li>
        ))}
      </ul>
    </div>
  );
}
