/** A line of the journal: when, what, and which message. */
import { memo } from 'react';
import type { JSX } from 'react';
import { groupOf, messageOf, sentenceOf } from '#app';
import type { JournalEntry } from '#sim';
import { useApp, usePlayback } from '../app-context.tsx';
import { showBroker } from '../broker/broker-place.ts';
import { MessageSwatch } from '../inspector/message/MessageSwatch.tsx';
import { instantText } from '../inspector/say.ts';
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
  /** Shows the message that was chosen; null where it shows beside the log anyway. */
  readonly onOpen: (() => void) | null;
}

export const JournalRow = memo(function JournalRow(props: JournalRowProps): JSX.Element {
  const { entry, place, count, isOpen, isChosen, isFocusable, onSelect, onGoTo, onOpen } = props;
  const message = messageOf(entry);
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
        <span className={styles['sentence']}>{sentenceOf(entry)}</span>
      </button>
      <span className={styles['actions']}>
        {onOpen !== null && message !== null && isChosen && (
          <button type="button" tabIndex={isFocusable ? 0 : -1} onClick={onOpen}>
            Open
          </button>
        )}
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
