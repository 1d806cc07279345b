/**
 * A channel of a script: where it has published to, what it consumes from and holds. It looks like an
 * app, and has no buttons: it does what the script says.
 */
import type { JSX } from 'react';
import { clientAt } from '#app';
import { appRowsMax } from '../graph/node-size.ts';
import type { ClientThing } from '../graph/thing.ts';
import { useLive } from '../live/use-live.tsx';
import { ChannelConsumerRow } from './ChannelConsumerRow.tsx';
import { ChannelPublisherRow } from './ChannelPublisherRow.tsx';
import { useClientFace } from './client-face.ts';
import { ClientError } from './ClientError.tsx';
import { KindGlyph } from './KindGlyph.tsx';
import { NodeFrame } from './NodeFrame.tsx';
import { NodeName } from './NodeName.tsx';
import styles from './node.module.css';

interface ChannelOnCanvasProps {
  readonly thing: ClientThing;
  readonly selected: boolean;
}

export function ChannelOnCanvas({ thing, selected }: ChannelOnCanvasProps): JSX.Element {
  const { name, spec } = thing;
  const { status, error } = useClientFace(name);
  const connection = useLive(({ history }) => connectionWords(history.present, name));
  const { publishers, consumers } = spec;
  const consumersShown = consumers.slice(0, Math.max(0, appRowsMax - publishers.length));
  const publishersShown = publishers.slice(0, appRowsMax);
  const count = publishers.length + consumers.length;
  const rest = count - publishersShown.length - consumersShown.length;
  const state = status === 'running' ? null : status === 'stopped' ? 'not open' : 'cut off';
  const facts = [`on connection ${connection}`, state, error].filter((fact) => fact !== null);
  return (
    <NodeFrame thing={thing} label={`Channel ${name}, ${facts.join(', ')}`} selected={selected}>
      <div className={styles['appHead']}>
        <span className={styles['icon']}>
          <KindGlyph kind="app" />
        </span>
        <NodeName thing={thing} />
        <span className={styles['facts']}>{`on ${connection}`}</span>
        {state !== null && (
          <span className={styles['status']} data-status={status}>
            {state}
          </span>
        )}
      </div>
      {error !== null ? (
        <div className={styles['appRow']}>
          <ClientError text={error} />
        </div>
      ) : (
        <>
          {publishersShown.map((publisher, index) => (
            // A publisher is known by its number.
            <ChannelPublisherRow key={index} name={name} index={index} spec={publisher} />
          ))}
          {consumersShown.map((consumer, index) => (
            // A consumer is known by its number.
            <ChannelConsumerRow key={index} name={name} index={index} spec={consumer} />
          ))}
          {count === 0 && <div className={styles['appRow']}>Channel</div>}
          {rest > 0 && <div className={styles['rest']}>{`and ${rest} more`}</div>}
        </>
      )}
    </NodeFrame>
  );
}

/** As the recording names it. */
const connectionWords = (simulation: Parameters<typeof clientAt>[0], name: string): string =>
  (clientAt(simulation, name)?.connection ?? '').replace(/^script /, '');
