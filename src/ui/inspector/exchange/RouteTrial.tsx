/**
 * Try a routing key, or headers: which bindings of an exchange would match, and why, without
 * publishing anything.
 */
import { useId, useState } from 'react';
import type { JSX } from 'react';
import { askRoute } from '#app';
import type { FieldTable, RouteExplanation } from '#engine';
import type { ArgumentTable } from '#scenario';
import { TextField } from '../../parts/TextField.tsx';
import { ArgumentRows } from '../forms/ArgumentRows.tsx';
import { FoldedSection } from '../forms/FoldedSection.tsx';
import { Suggestions } from '../forms/Suggestions.tsx';
import { useSimulation } from '../use-simulation.ts';
import { RouteVerdicts } from './RouteVerdicts.tsx';
import formStyles from '../forms/forms.module.css';
import styles from '../inspector.module.css';

interface RouteTrialProps {
  readonly vhost: string;
  readonly exchange: string;
  /** Of the exchange; null where nobody declares it. */
  readonly type: string | null;
  /** Keys that are in use: offered while typing. */
  readonly suggestions: readonly string[];
}

export function RouteTrial(props: RouteTrialProps): JSX.Element {
  const { vhost, exchange, type, suggestions } = props;
  const id = useId();
  const simulation = useSimulation();
  const [routingKey, setRoutingKey] = useState('');
  const [headers, setHeaders] = useState<ArgumentTable>({});
  const answer = askRoute(simulation, {
    vhost,
    exchange,
    routingKey,
    // The document's tables are the engine's, but for their name.
    headers: headers as FieldTable,
  });
  const looksAtHeaders = type === 'headers';
  const headerRows = <TrialHeaders headers={headers} onChange={setHeaders} />;
  return (
    <section className={styles['section']} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{looksAtHeaders ? 'Try headers' : 'Try a key'}</h3>
      <div className={formStyles['fields']}>
        {looksAtHeaders ? (
          headerRows
        ) : (
          <>
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
            <FoldedSection title="Headers" summary={Object.keys(headers).join(', ')}>
              {headerRows}
            </FoldedSection>
          </>
        )}
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

interface TrialHeadersProps {
  readonly headers: ArgumentTable;
  readonly onChange: (headers: ArgumentTable) => void;
}

function TrialHeaders({ headers, onChange }: TrialHeadersProps): JSX.Element {
  return (
    <ArgumentRows
      word="header"
      table={headers}
      onCommit={(table) => {
        onChange(table);
        return null;
      }}
    />
  );
}

function outcomeOf({ queues }: RouteExplanation): string {
  if (queues.length > 0) return `It reaches ${queues.join(', ')}.`;
  return 'It reaches no queue: it comes back if it is mandatory, and is dropped otherwise.';
}
