/** A line of the journal: when, what, and which message. */
import { memo } from 'react';
import type { JSX } from 'react';
import { groupOf, messageOf, placeOf, sentenceOf } from '#app';
import type { MessageId } from '#engine';
import type { JournalEntry } from '#sim';
import { useApp, usePlayback } from '../app-context.tsx';
import { showBroker } from '../broker/broker-place.ts';
import { MessageSwatch } from '../inspector/message/MessageSwatch.tsx';
import { instantText } from '../inspector/say.ts';
import { useVerbs } from '../inspector/use-verbs.ts';
import { pointAt } from '../programs/shown-place.ts';
import styles from './journal.module.css';

interface JournalRowProps {
  readonly entry: JournalEntry;
  /** From 1, among the rows that pass the filter. */
  readonly place: number;
  readonly count: number;
  /** It is about the message that is open. */
  readonly isOpen: boolean;
  /** It is the one that was chosen last. */
  readonly isChosen: boolean;
  readonly isFocusable: boolean;
  readonly onSelect: (entry: JournalEntry) => void;
  readonly onGoTo: (entry: JournalEntry) => void;
  /** Shows the message or the line that was chosen; null where it shows beside the log anyway. */
  readonly onOpen: ((entry: JournalEntry) => void) | null;
}

export const JournalRow = memo(function JournalRow(props: JournalRowProps): JSX.Element {
  const { entry, place, count, isOpen, isChosen, isFocusable, onSelect, onGoTo, onOpen } = props;
  const app = useApp();
  const message = messageOf(entry);
  const origin = placeOf(entry);
  // A recorded case has its steps where the panel with the losses would be.
  const isScripted = usePlayback(({ history }) => history.run.script !== undefined);
  const tellsLosses = entry.event.type === 'broker.restarted' && !isScripted;
  return (
    <li
      className={styles['row']}
      aria-posinset={place}
      aria-setsize={count}
      data-open={isOpen}
      data-chosen={isChosen}
      data-asks={tellsLosses}
      onPointerEnter={origin === null ? undefined : () => pointAt(app, origin)}
      onPointerLeave={origin === null ? undefined : () => pointAt(app, null)}
    >
      <button
        type="button"
        className={styles['line']}
        data-place={place}
        data-group={groupOf(entry)}
        aria-current={isOpen}
        tabIndex={isFocusable ? 0 : -1}
        onClick={() => onSelect(entry)}
      >
        <span className={styles['time']}>{instantText(entry.at)}</span>
        <span className={styles['token']}>
          {message !== null && (
            <>
              <MessageSwatch message={message} />
              <span className={styles['number']}>#{message}</span>
            </>
          )}
        </span>
        <Sentence entry={entry} />
      </button>
      <span className={styles['actions']}>
        {onOpen !== null && (message ?? origin) !== null && isChosen && (
          <button type="button" tabIndex={isFocusable ? 0 : -1} onClick={() => onOpen(entry)}>
            Open
          </button>
        )}
        {origin !== null && message !== null && <MessageButton {...{ message, isFocusable }} />}
        {tellsLosses && <LossesButton number={entry.number} isFocusable={isFocusable} />}
        <button
          type="button"
          tabIndex={isFocusable ? 0 : -1}
          aria-label={`Go to ${instantText(entry.at)}`}
          onClick={() => onGoTo(entry)}
        >
          Go there
        </button>
      </span>
    </li>
  );
});

/** What comes from a line of a program names it, as the link that it is; what it wrote stands as there. */
function Sentence({ entry }: { readonly entry: JournalEntry }): JSX.Element {
  const { event } = entry;
  const place = placeOf(entry);
  if (event.type === 'program.said') {
    return (
      <span className={styles['sentence']}>
        <span className={styles['origin']}>
          {event.client}
          {place !== null && <LineText line={place.line} />}
        </span>{' '}
        <code className={styles['said']} data-level={event.level}>
          {event.text}
        </code>
      </span>
    );
  }
  const sentence = sentenceOf(entry);
  const words = place === null ? '' : lineWords(place.line);
  const at = words === '' ? -1 : sentence.indexOf(words);
  if (place === null || at === -1) return <span className={styles['sentence']}>{sentence}</span>;
  return (
    <span className={styles['sentence']}>
      {sentence.slice(0, at)}
      <LineText line={place.line} />
      {sentence.slice(at + words.length)}
    </span>
  );
}

const lineWords = (line: number): string => `, line ${line}`;

const LineText = ({ line }: { readonly line: number }): JSX.Element => (
  <>
    , <span className={styles['place']}>line {line}</span>
  </>
);

interface MessageButtonProps {
  readonly message: MessageId;
  readonly isFocusable: boolean;
}

function MessageButton({ message, isFocusable }: MessageButtonProps): JSX.Element {
  const { inspect } = useVerbs();
  return (
    <button type="button" tabIndex={isFocusable ? 0 : -1} onClick={() => inspect(message)}>
      Message #{message}
    </button>
  );
}

interface LossesButtonProps {
  /** Of the entry that tells of the restart. */
  readonly number: number;
  readonly isFocusable: boolean;
}

function LossesButton({ number, isFocusable }: LossesButtonProps): JSX.Element {
  const app = useApp();
  return (
    <button
      type="button"
      tabIndex={isFocusable ? 0 : -1}
      onClick={() => showBroker(app, 'restart', String(number))}
    >
      What was lost
    </button>
  );
}
