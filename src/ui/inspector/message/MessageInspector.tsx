/** Everything about one message at the playhead, and how it came to be where it is. */
import type { JSX } from 'react';
import { askJourney } from '#app';
import type { MessageId } from '#engine';
import { Button } from '../../parts/Button.tsx';
import { exchangeText, instantText } from '../say.ts';
import { useHistory } from '../use-simulation.ts';
import { useVerbs } from '../use-verbs.ts';
import { useView } from '../../app-context.tsx';
import { BodyText } from './BodyText.tsx';
import { DeathTable } from './DeathTable.tsx';
import { Journey } from './Journey.tsx';
import { MessageSwatch } from './MessageSwatch.tsx';
import { PropertyList } from './PropertyList.tsx';
import styles from './message.module.css';

export function MessageInspector({ message: id }: { readonly message: MessageId }): JSX.Element {
  const history = useHistory();
  const { seek } = useVerbs();
  const { message, publisher, steps } = askJourney(history, id);
  const publishedAt = steps[0]?.at;
  return (
    <article aria-label={`Message ${id}`}>
      <header className={styles['head']}>
        <MessageSwatch message={id} size="large" />
        <div className={styles['headText']}>
          <h2>
            #{id} <span className={styles['routingKey']}>{message?.routingKey}</span>
          </h2>
          <p className={styles['origin']}>
            {publisher !== null && `from ${publisher}`}
            {publishedAt !== undefined && ` · ${instantText(publishedAt)}`}
          </p>
        </div>
        <FollowButton message={id} />
      </header>
      {message !== null && (
        <section className={styles['section']} aria-label="Properties and body">
          <PropertyList properties={message.properties} />
          <h3 className={styles['subheading']}>
            Body, {message.bodySize} bytes, to {exchangeText(message.exchange)}
          </h3>
          <BodyText key={id} body={message.body} />
        </section>
      )}
      {message !== null && message.deaths.length > 0 && <DeathTable deaths={message.deaths} />}
      <Journey message={id} steps={steps} onGoTo={seek} />
    </article>
  );
}

function FollowButton({ message }: { readonly message: MessageId }): JSX.Element {
  const isFollowed = useView(({ followed }) => followed === message);
  const { follow } = useVerbs();
  return (
    <Button aria-pressed={isFollowed} onClick={() => follow(isFollowed ? null : message)}>
      {isFollowed ? 'Following' : 'Follow'}
    </Button>
  );
}
