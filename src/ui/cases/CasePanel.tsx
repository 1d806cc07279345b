/**
 * The recorded case that the run plays: what RabbitMQ was asked, what it answered, and whether Warren
 * answers the same.
 */
import { Link2, SquarePen } from 'lucide-react';
import type { JSX } from 'react';
import { copyCaseLink } from '#app';
import type { CaseStory } from '#app';
import { useApp, usePlayback } from '../app-context.tsx';
import { Button } from '../parts/Button.tsx';
import { CaseSteps } from './CaseSteps.tsx';
import { CaseVerdict } from './CaseVerdict.tsx';
import { useCaseStory } from './use-case.ts';
import styles from './cases.module.css';

export function CasePanel(): JSX.Element | null {
  const story = useCaseStory();
  return story === null ? null : <Case story={story} />;
}

function Case({ story }: { readonly story: CaseStory }): JSX.Element {
  const app = useApp();
  const isChanged = usePlayback(({ history }) => history.run.interventions.length > 0);
  return (
    <section className={styles['case']} aria-label="Recorded case">
      <header className={styles['head']}>
        <p className={styles['id']}>
          {story.id} <span className={styles['release']}>RabbitMQ {story.release}</span>
        </p>
        <h2 className={styles['title']}>{story.title}</h2>
        <CaseVerdict story={story} />
        {isChanged && (
          <p className={styles['aside']}>
            You have done something in this run. The marks tell of the case as it was recorded.
          </p>
        )}
      </header>
      <CaseSteps story={story} />
      {story.stop !== null && <p className={styles['stop']}>{story.stop}</p>}
      <footer className={styles['buttons']}>
        <Button size="small" icon={<Link2 />} onClick={() => void copyCaseLink(app)}>
          Copy link to this case
        </Button>
        <Button
          size="small"
          look="quiet"
          icon={<SquarePen />}
          hint="A run of your own that begins with what the broker has now. The channels become clients that you can change."
          onClick={() => app.document.getState().restartWithDocument()}
        >
          Make a scenario of it
        </Button>
      </footer>
    </section>
  );
}
