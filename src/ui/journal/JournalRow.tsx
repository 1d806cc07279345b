/** A line of the journal: when, what, and which message. */
import { memo } from 'react';
import type { JSX } from 'react';
import { groupOf, messageOf, sentenceOf } from '#app';
import type { JournalEntry } from '#sim';
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
  return (
    <li
      className={styles['row']}
      aria-posinset={place}
      aria-setsize={count}
      data-open={isOpen}
      data-chosen={isChosen}
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
