/**
 * A program: how it stands, the line that it is at, and what it publishes and consumes as far as that
 * has been seen. It has no buttons but its own text: it does what is written there.
 */
import { useEffect } from 'react';
import type { JSX } from 'react';
import { clientAt, programStanding } from '#app';
import type { ProgramStanding } from '#app';
import { useApp } from '../../app-context.tsx';
import { programRows } from '../graph/node-size.ts';
import { titleOf } from '../graph/thing.ts';
import type { ClientThing } from '../graph/thing.ts';
import { useLive } from '../live/use-live.tsx';
import { ChannelConsumerRow } from './ChannelConsumerRow.tsx';
import { ChannelPublisherRow } from './ChannelPublisherRow.tsx';
import { KindGlyph } from './KindGlyph.tsx';
import { NodeFrame } from './NodeFrame.tsx';
import { NodeName } from './NodeName.tsx';
import styles from './node.module.css';
import own from './program.module.css';

interface ProgramOnCanvasProps {
  readonly thing: ClientThing;
  readonly selected: boolean;
}

const conditionWords = {
  waiting: 'has not run',
  running: 'running',
  stopped: 'stopped',
  ended: 'ended',
  failed: 'failed',
} as const satisfies Record<ProgramStanding['condition'], string>;

export function ProgramOnCanvas({ thing, selected }: ProgramOnCanvasProps): JSX.Element {
  const { name, spec } = thing;
  const standing = useLive(({ history }) => programStanding(clientAt(history.present, name)));
  useTellFailure(thing, standing.problem);
  const words = conditionWords[standing.condition];
  return (
    <NodeFrame
      thing={thing}
      label={`Program ${titleOf(thing)}, ${[words, ...detailsOf(standing)].join(', ')}`}
      selected={selected}
    >
      <div className={styles['appHead']}>
        <span className={styles['icon']}>
          <KindGlyph kind="program" />
        </span>
        <NodeName thing={thing} />
        <span className={own['condition']} data-condition={standing.condition}>
          {words}
        </span>
      </div>
      <PlaceRow standing={standing} source={spec.program?.source ?? ''} />
      <Parts thing={thing} />
    </NodeFrame>
  );
}

/** Its inspector tells it aloud, where that is open, and steps tell what they do. */
function useTellFailure({ key, name }: ClientThing, problem: ProgramStanding['problem']): void {
  const { playback, view } = useApp();
  useEffect(() => {
    const isTold = view.getState().selection.includes(key) || !playback.getState().isPlaying;
    if (problem === null || isTold) return;
    const at = problem.place === null ? '' : `, line ${problem.place.line}`;
    view.getState().announce(`${name}${at} failed: ${problem.text}`);
  }, [key, name, playback, problem, view]);
}

function detailsOf({ place, problem }: ProgramStanding): readonly string[] {
  if (problem !== null) return [problem.text];
  return place === null ? [] : [`line ${place.line}`];
}

interface PlaceRowProps {
  readonly standing: ProgramStanding;
  readonly source: string;
}

/** The line as it stands in the text; of a program that has failed, what went wrong. */
function PlaceRow({ standing: { place, problem }, source }: PlaceRowProps): JSX.Element {
  if (problem !== null) {
    const at = problem.place === null ? '' : `line ${problem.place.line}: `;
    return (
      <div className={own['place']} data-failed="true" title={`${at}${problem.text}`}>
        {at}
        {problem.text}
      </div>
    );
  }
  if (place === null) return <div className={own['place']}>{countText(source)}</div>;
  const text = source.split('\n')[place.line - 1]?.trim() ?? '';
  return (
    <div className={own['place']} title={`Line ${place.line}: ${text}`}>
      <span className={own['line']}>{place.line}</span>
      <code className={own['code']}>{text}</code>
    </div>
  );
}

function countText(source: string): string {
  const count = source.trimEnd().split('\n').length;
  return count === 1 ? '1 line' : `${count} lines`;
}

/** There is room for so many; if there are more, the last row counts them. */
function Parts({ thing: { name, spec } }: { readonly thing: ClientThing }): JSX.Element {
  const parts = [
    ...spec.publishers.map((publisher, index) => ({
      isMadeUp: publisher.exchange === '' && isMadeUp(String(publisher.routing_key)),
      row: <ChannelPublisherRow key={`p${index}`} name={name} index={index} spec={publisher} />,
    })),
    ...spec.consumers.map((consumer, index) => ({
      isMadeUp: isMadeUp(consumer.queue),
      row: <ChannelConsumerRow key={`c${index}`} name={name} index={index} spec={consumer} />,
    })),
  ];
  const room = programRows - 1;
  const shown = parts.length > room ? room - 1 : parts.length;
  const ordered = parts.toSorted((one, other) => Number(one.isMadeUp) - Number(other.isMadeUp));
  return (
    <>
      {ordered.slice(0, shown).map(({ row }) => row)}
      {parts.length > shown && (
        <div className={styles['rest']}>
          {`and ${parts.length - shown} more it publishes to or consumes`}
        </div>
      )}
    </>
  );
}

/** The broker made the name up for one connection: what has a name of its own tells more. */
const isMadeUp = (queue: string): boolean => queue.startsWith('amq.');
