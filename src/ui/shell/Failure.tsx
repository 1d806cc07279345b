/** What is left of the page when the program has met a mistake of its own. */
import type { JSX } from 'react';
import { downloadRun } from '#app';
import { useApp } from '../app-context.tsx';
import { Button } from '../parts/Button.tsx';
import styles from './Failure.module.css';
import { Logo } from './Logo.tsx';

export function Failure({ error }: { readonly error: Error }): JSX.Element {
  const app = useApp();
  return (
    <main className={styles['failure']}>
      <Logo size={40} />
      <h1>Warren has stopped</h1>
      <p>
        This is a mistake in the simulator, not in your scenario. Your run decides everything that
        happens, so a file of it is all that is needed to find the mistake, and to go on later.
      </p>
      <pre className={styles['sentence']}>{error.message}</pre>
      <p className={styles['buttons']}>
        <Button look="primary" onClick={() => void downloadRun(app)}>
          Download the run
        </Button>
        <Button onClick={() => location.reload()}>Reload</Button>
      </p>
    </main>
  );
}
