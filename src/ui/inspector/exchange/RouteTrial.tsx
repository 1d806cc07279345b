/**
 * Try a routing key: which bindings of an exchange would match, and why, without publishing
 * anything.
 */
import { useId, useState } from 'react';
import type { JSX } from 'react';
import { askRoute } from '#app';
import type { FieldTable, RouteExplanation } from '#engine';
import { TextField } from '../../parts/TextField.tsx';
import { ArgumentRows } from '../forms/ArgumentRows.tsx';
import type { ArgumentTable } from '#scenario';
import { Suggestions } from '../forms/Suggestions.tsx';
import { exchangeText } from '../say.ts';
import { useSimulation } from '../use-simulation.ts';
import { Verdict } from '../Verdict.tsx';
import formStyles from '../forms/forms.module.css';
import styles from '../inspector.module.css';

interface RouteTrialProps {
  readonly vhost: string;
  readonly exchange: string;
  /** Keys that are in use: offered while typing. */
  readonly suggestions: readonly string[];
}

export function RouteTrial({ vhost, exchange, suggestions }: RouteTrialProps): JSX.Element {
  const id = useId();
  const simulation = useSimulation();
  const [routingKey, setRoutingKey] = useState('');
  const [headers, setHeaders] = useState<ArgumentTable>({});
  const answer = askRoute(simulation, {
    vhost,
    exchange,
    routingKey,
    // Both are tables of plain values; the document's may be typed more narrowly only in name.
    headers: headers as FieldTable,
  });
  return (
    <section className={styles['section']} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>Try a routing key</h3>
      <div className={formStyles['fields']}>
        <TextField
          label="Routing key"
          help="Nothing is published."
          isMono
          list={`${id}-list`}
          placeholder="such as order.created"
          value={routingKey}
          onChange={setRoutingKey}
        />
        <Suggestions id={`${id}-list`} of={suggestions} />
        <ArgumentRows
          word="header"
          table={headers}
          onCommit={(table) => {
            setHeaders(table);
            return null;
          }}
        />
      </div>
      <div className={styles['answer']} aria-live="polite">
        {answer === null ? (
          <p className={styles['dim']}>The exchange is not declared at this moment.</p>
        ) : (
          <>
            <p className={styles['lead']}>{outcomeOf(answer)}</p>
            <RouteVerdicts explanation={answer} />
          </>
        )}
      </div>
    </section>
  );
}

function outcomeOf({ queues }: RouteExplanation): string {
  if (queues.length > 0) return `It reaches ${queues.join(', ')}.`;
  return 'It reaches no queue: it comes back if it is mandatory, and is dropped otherwise.';
}

function RouteVerdicts({ explanation }: { readonly explanation: RouteExplanation }): JSX.Element {
  const { verdicts, alternate, exchange } = explanation;
  return (
    <ul className={styles['verdicts']}>
      {verdicts.length === 0 && (
        <Verdict is="still">
          <span className={styles['dim']}>{exchangeText(exchange)} has no bindings.</span>
        </Verdict>
      )}
      {verdicts.map(({ binding, matches, reason, then }, index) => (
        <Verdict
          // The bindings of an exchange come in one order while nobody edits them.
          key={index}
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
      ))}
      {alternate !== null && (
        <Verdict is="wait" then={<RouteVerdicts explanation={alternate} />}>
          None matches, so it goes to the alternate exchange {alternate.exchange}.
        </Verdict>
      )}
    </ul>
  );
}
