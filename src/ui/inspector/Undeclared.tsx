/** A queue or exchange that the document refers to and does not declare. */
import type { JSX } from 'react';
import type { SelectedExchange, SelectedQueue } from '#app';
import { Button } from '../parts/Button.tsx';
import { useThingEdits } from './use-thing-edits.ts';
import styles from './inspector.module.css';

interface UndeclaredProps {
  readonly thing: SelectedQueue | SelectedExchange;
}

export function Undeclared({ thing }: UndeclaredProps): JSX.Element {
  const { declare } = useThingEdits();
  const { kind, name } = thing;
  if (kind === 'exchange' && (name === '' || name.startsWith('amq.'))) {
    return (
      <section className={styles['section']}>
        <p className={styles['dim']}>
          RabbitMQ declares this exchange itself; it cannot be changed or deleted.
        </p>
      </section>
    );
  }
  return (
    <section className={styles['section']}>
      <p className={styles['lead']}>
        The scenario refers to {kind} {name}, but does not declare it: who uses it gets 404
        NOT_FOUND.
      </p>
      <Button onClick={() => declare(thing)}>
        Declare {kind} {name}
      </Button>
    </section>
  );
}
