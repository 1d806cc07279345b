/** While a resource is low: a line over the canvas that says so, whom it holds up, and how to end it. */
import { TriangleAlert } from 'lucide-react';
import type { JSX } from 'react';
import { alarmsReport } from '#app';
import { useApp, useView } from '../app-context.tsx';
import { useSimulation } from '../inspector/use-simulation.ts';
import { useVerbs } from '../inspector/use-verbs.ts';
import { Button } from '../parts/Button.tsx';
import { showBroker } from './broker-place.ts';
import styles from './AlarmStrip.module.css';

export function AlarmStrip(): JSX.Element | null {
  const app = useApp();
  const simulation = useSimulation();
  const { alarms, blocked } = alarmsReport(simulation);
  const { intervene } = useVerbs();
  const isScripted = simulation.scripted !== null;
  // Where it would stand there are the notices, or the step of a recorded case.
  const hasNotices = useView(({ notices }) => notices.length > 0);
  if (alarms.length === 0) return null;
  const text = (
    <>
      <b>Low on {alarms.join(' & ')}</b>
      <span className={styles['whom']}>{whomText(blocked)}</span>
    </>
  );
  const clear = (): void => {
    for (const alarm of alarms)
      intervene({ type: 'alarm', alarm, isRaised: false }, `Clear the ${alarm} alarm`);
  };
  return (
    <section className={styles['strip']} data-below={isScripted || hasNotices} aria-label="Alarms">
      <TriangleAlert aria-hidden />
      {isScripted ? (
        <span className={styles['text']}>{text}</span>
      ) : (
        <>
          <button
            type="button"
            className={styles['text']}
            title={blocked.join(', ')}
            onClick={() => showBroker(app, 'alarms')}
          >
            {text}
          </button>
          <Button size="small" onClick={clear}>
            {alarms.length === 1 ? 'Clear alarm' : 'Clear alarms'}
          </Button>
        </>
      )}
    </section>
  );
}

const whomText = (blocked: readonly string[]): string =>
  blocked.length === 0
    ? 'whoever publishes is blocked'
    : `${blocked.length} blocked: ${blocked.join(', ')}`;
