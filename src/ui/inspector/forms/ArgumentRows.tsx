/**
 * A free table of arguments or headers: name, type and value of each, one more, one less. Names
 * that have an entry of their own elsewhere in the form are left out.
 */
import { useId } from 'react';
import type { JSX } from 'react';
import { converted, kindOf, readerOf, textOf, withEntry, withName } from './argument-value.ts';
import type { ArgumentTable, ArgumentValue } from '#scenario';
import { BooleanSelect } from './BooleanSelect.tsx';
import { KindSelect } from './KindSelect.tsx';
import { NewArgumentRow } from './NewArgumentRow.tsx';
import { nameText } from './reading.ts';
import type { Reader } from './reading.ts';
import { RemoveButton } from './RemoveButton.tsx';
import { useDraft } from './use-draft.ts';
import type { Commit } from './use-draft.ts';
import styles from './forms.module.css';

interface ArgumentRowsProps {
  /** What an entry is called: `argument`, `header`. */
  readonly word: string;
  readonly table: ArgumentTable;
  /** Names with an entry of their own. */
  readonly reserved?: readonly string[];
  /** Takes the whole table as it shall be, and the name that changed. */
  readonly onCommit: (table: ArgumentTable, name: string) => string | null;
}

export function ArgumentRows({
  word,
  table,
  reserved = [],
  onCommit,
}: ArgumentRowsProps): JSX.Element {
  const names = Object.keys(table).filter((name) => !reserved.includes(name));
  return (
    <div className={styles['rows']} role="group" aria-label={`${capitalized(word)}s`}>
      {names.map((name) => (
        <ArgumentRow
          key={name}
          word={word}
          name={name}
          value={table[name] as ArgumentValue}
          readName={freeNameIn(table, reserved, name)}
          onRename={(newName) => onCommit(withName(table, name, newName), newName)}
          onCommit={(value) => onCommit(withEntry(table, name, value), name)}
          onRemove={() => onCommit(withEntry(table, name, undefined), name)}
        />
      ))}
      <NewArgumentRow
        word={word}
        readName={freeNameIn(table, reserved, null)}
        onCommit={(name, value) => onCommit(withEntry(table, name, value), name)}
      />
    </div>
  );
}

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Reads a name that nothing else in the table has. */
const freeNameIn =
  (table: ArgumentTable, reserved: readonly string[], own: string | null): Reader<string> =>
  (text) => {
    const reading = nameText(text);
    if (!reading.ok || reading.value === own) return reading;
    if (reserved.includes(reading.value)) {
      return { ok: false, problem: `${reading.value} has a field of its own above.` };
    }
    return Object.hasOwn(table, reading.value)
      ? { ok: false, problem: `There is a ${reading.value} already.` }
      : reading;
  };

interface ArgumentRowProps {
  readonly word: string;
  readonly name: string;
  readonly value: ArgumentValue;
  readonly readName: Reader<string>;
  readonly onRename: Commit<string>;
  readonly onCommit: Commit<ArgumentValue>;
  readonly onRemove: () => void;
}

function ArgumentRow(props: ArgumentRowProps): JSX.Element {
  const { word, name, value, onCommit } = props;
  const id = useId();
  const kind = kindOf(value);
  const nameDraft = useDraft(name, props.readName, props.onRename);
  const valueDraft = useDraft(textOf(value), readerOf[kind], onCommit);
  const problem = nameDraft.problem ?? valueDraft.problem;
  return (
    <div className={styles['row']} data-invalid={problem !== null}>
      <input
        className={styles['input']}
        aria-label={`Name of ${word} ${name}`}
        aria-invalid={nameDraft.problem !== null}
        aria-describedby={id}
        value={nameDraft.text}
        onChange={nameDraft.onChange}
        onBlur={nameDraft.onBlur}
        onKeyDown={nameDraft.onKeyDown}
      />
      <KindSelect
        label={`Type of ${name}`}
        kind={kind}
        onChange={(next) => onCommit(converted(value, next))}
      />
      {kind === 'boolean' ? (
        <BooleanSelect
          label={`Value of ${name}`}
          value={value === true}
          onChange={(next) => onCommit(next)}
        />
      ) : (
        <input
          className={styles['input']}
          aria-label={`Value of ${name}`}
          aria-invalid={valueDraft.problem !== null}
          aria-describedby={id}
          value={valueDraft.text}
          onChange={valueDraft.onChange}
          onBlur={valueDraft.onBlur}
          onKeyDown={valueDraft.onKeyDown}
        />
      )}
      <RemoveButton label={`Remove ${word} ${name}`} onPress={props.onRemove} />
      <p className={styles['problem']} id={id} aria-live="polite">
        {problem}
      </p>
    </div>
  );
}
