/** How many steps of a case Warren answers as RabbitMQ did. */
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { JSX } from 'react';
import type { CaseStory } from '#app';
import styles from './cases.module.css';

export function CaseVerdict({ story }: { readonly story: CaseStory }): JSX.Element {
  const { steps, release } = story;
  const count = (wanted: string): number =>
    steps.filter(({ verdict }) => verdict === wanted).length;
  const [differing, unplayed] = [count('differs'), count('not-played')];
  const isFine = differing + unplayed === 0;
  const sentence = isFine
    ? `Warren answers all ${steps.length} steps as RabbitMQ ${release} did.`
    : differing === 0
      ? `${unplayed} of ${steps.length} steps are not played.`
      : `${differing} of ${steps.length} steps are answered otherwise than by RabbitMQ ${release}.`;
  return (
    <p className={styles['verdict']} data-fine={isFine}>
      {isFine ? <CircleCheck /> : <TriangleAlert />}
      {sentence}
    </p>
  );
}
