/**
 * Over the canvas: programs that came with a link or a file, and do not run before somebody has said
 * so; or programs that what runs them could not be loaded for.
 */
import { CircleAlert, ShieldCheck } from 'lucide-react';
import type { JSX } from 'react';
import { nodeKeyOf } from '#app';
import { useApp, useDocument, usePrograms, useView } from '../app-context.tsx';
import { Button } from '../parts/Button.tsx';
import styles from './programs.module.css';

export function ProgramStrip(): JSX.Element | null {
  const { status, allow, retry } = usePrograms((programs) => programs);
  if (status === 'asking') return <Asking onAllow={allow} />;
  if (status !== 'failed') return null;
  return (
    <section className={styles['strip']} data-tone="bad" aria-label="Programs" role="alert">
      <CircleAlert aria-hidden />
      <p>What runs programs could not be loaded.</p>
      <Button size="small" onClick={retry}>
        Try again
      </Button>
    </section>
  );
}

function Asking({ onAllow }: { readonly onAllow: () => void }): JSX.Element {
  const app = useApp();
  const names = useDocument(({ scenario }) => scenario.clients)
    .filter(({ program }) => program !== undefined)
    .map(({ name }) => name);
  const isFile = useDocument(({ source }) => source === 'file');
  const hasNotices = useView(({ notices }) => notices.length > 0);
  const count = names.length;
  const them = count === 1 ? 'it' : 'them';
  return (
    <section className={styles['strip']} data-below={hasNotices} aria-label="Programs">
      <ShieldCheck aria-hidden />
      <p>
        <b>
          This {isFile ? 'file' : 'link'} brings {count === 1 ? 'a program' : `${count} programs`}.
        </b>{' '}
        {count === 1
          ? 'It has not run. It runs in a closed sandbox: no network, no storage, no access to this page.'
          : 'They have not run. They run in a closed sandbox: no network, no storage, no access to this page.'}
      </p>
      <Button size="small" onClick={() => look(names)}>
        Look at {them}
      </Button>
      <Button size="small" look="primary" onClick={run}>
        Run {them}
      </Button>
    </section>
  );

  /** From the start: nothing of them has been seen yet. */
  function run(): void {
    app.playback.getState().seek(0);
    onAllow();
    app.playback.getState().play();
  }

  function look([first]: readonly string[]): void {
    if (first === undefined) return;
    app.view.getState().select([nodeKeyOf('client', first)]);
    app.view.getState().setPanel('right', { open: true, tab: 'inspector' });
  }
}
