/** What each binding of an exchange says of a message, and how it goes on from there. */
import type { JSX } from 'react';
import type { BindingVerdict, RouteExplanation } from '#engine';
import { countText, exchangeText } from '../say.ts';
import { Verdict } from '../Verdict.tsx';
import styles from '../inspector.module.css';

/** Those that match come first, so that none of them is left out. */
const shownMax = 100;

interface RouteVerdictsProps {
  readonly explanation: RouteExplanation;
}

export function RouteVerdicts({ explanation }: RouteVerdictsProps): JSX.Element {
  const { verdicts, alternate, exchange } = explanation;
  const matching = verdicts.filter(({ matches }) => matches);
  const others = verdicts.filter(({ matches }) => !matches);
  const shown = [...matching, ...others].slice(0, shownMax);
  return (
    <ul className={styles['verdicts']}>
      {verdicts.length === 0 && (
        <Verdict is="still">
          <span className={styles['dim']}>{exchangeText(exchange)} has no bindings.</span>
        </Verdict>
      )}
      {shown.map((verdict, index) => (
        // Verdicts have no identity but their place.
        <VerdictItem key={index} verdict={verdict} />
      ))}
      {verdicts.length > shown.length && (
        <Verdict is="still">
          <span className={styles['dim']}>
            and {countText(verdicts.length - shown.length, 'binding')} more
          </span>
        </Verdict>
      )}
      {alternate !== null && (
        <Verdict is="wait" then={<RouteVerdicts explanation={alternate} />}>
          None matches, so it goes to the alternate exchange {alternate.exchange}.
        </Verdict>
      )}
    </ul>
  );
}

function VerdictItem({ verdict }: { readonly verdict: BindingVerdict }): JSX.Element {
  const { binding, matches, reason, then } = verdict;
  return (
    <Verdict
      is={matches ? 'yes' : 'no'}
      then={then !== null && <RouteVerdicts explanation={then} />}
    >
      {binding.routingKey !== '' && (
        <>
          <span className={styles['code']}>{binding.routingKey}</span> →{' '}
        </>
      )}
      {binding.destination.name}: <span className={styles['dim']}>{reason}</span>
    </Verdict>
  );
}
