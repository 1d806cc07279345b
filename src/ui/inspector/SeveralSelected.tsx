/** Several things: what they are, and what can be done to all of them. */
import type { JSX } from 'react';
import type { SelectedThing } from '#app';
import { Button } from '../parts/Button.tsx';
import { kindText, titleOf } from './ThingHead.tsx';
import { ThingMark } from './ThingMark.tsx';
import { useThingEdits } from './use-thing-edits.ts';
import { useVerbs } from './use-verbs.ts';
import styles from './inspector.module.css';

export function SeveralSelected({
  things,
}: {
  readonly things: readonly SelectedThing[];
}): JSX.Element {
  const { select } = useVerbs();
  return (
    <article aria-label={`${things.length} things selected`}>
      <section className={styles['section']} aria-label="Selected">
        <ul className={styles['list']}>
          {things.map((thing) => (
            <li key={thing.key}>
              <button type="button" className={styles['row']} onClick={() => select([thing.key])}>
                <ThingMark thing={thing} />
                <span className={styles['key']}>{titleOf(thing)}</span>
                <span className={styles['tag']}>{kindText(thing)}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <CommonActions things={things} />
    </article>
  );
}

function CommonActions({ things }: { readonly things: readonly SelectedThing[] }): JSX.Element {
  const { intervene } = useVerbs();
  const { remove, duplicate } = useThingEdits();
  const clients = things.flatMap((thing) => (thing.kind === 'client' ? [thing.name] : []));
  const queues = things.flatMap((thing) => (thing.kind === 'queue' ? [thing] : []));
  const keys = things.map(({ key }) => key);
  const each = (type: 'client.stop' | 'client.start' | 'connection.drop', word: string): void => {
    for (const client of clients) intervene({ type, client }, `${word} ${client}`);
  };
  return (
    <section className={styles['section']} aria-labelledby="common-actions">
      <h3 id="common-actions">All of them</h3>
      <div className={styles['buttonRow']}>
        <Button onClick={() => duplicate(keys)}>Duplicate</Button>
        <Button look="danger" onClick={() => remove(keys)}>
          Delete
        </Button>
        {clients.length > 0 && (
          <>
            <Button onClick={() => each('client.stop', 'Stop')}>Stop clients</Button>
            <Button onClick={() => each('client.start', 'Start')}>Start clients</Button>
            <Button onClick={() => each('connection.drop', 'Drop the connection of')}>
              Drop connections
            </Button>
          </>
        )}
        {queues.length > 0 && (
          <Button
            onClick={() => {
              for (const { vhost, name } of queues) {
                intervene({ type: 'queue.purge', vhost, queue: name }, `Purge ${name}`);
              }
            }}
          >
            Purge queues
          </Button>
        )}
      </div>
    </section>
  );
}
