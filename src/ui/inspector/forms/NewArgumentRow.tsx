/**
 * A row that is not in its table yet: nothing of it shows elsewhere before it is added, whole and
 * readable.
 */
import { useId, useState } from 'react';
import type { JSX } from 'react';
import { AddButton } from './AddButton.tsx';
import { readerOf } from './argument-value.ts';
import type { ArgumentValue } from '#scenario';
import type { ValueKind } from './argument-value.ts';
import { BooleanSelect } from './BooleanSelect.tsx';
import { KindSelect } from './KindSelect.tsx';
import type { Reader } from './reading.ts';
import { RemoveButton } from './RemoveButton.tsx';
import styles from './forms.module.css';

interface NewArgumentRowProps {
  /** What an entry is called: `argument`, `header`. */
  readonly word: string;
  readonly readName: Reader<string>;
  readonly onCommit: (name: string, value: ArgumentValue) => string | null;
}

/** A button until somebody wants a row. */
export function NewArgumentRow(props: NewArgumentRowProps): JSX.Element {
  const [isOpen, setIsOpen] = useState(false);
  return isOpen ? (
    <OpenRow {...props} onClose={() => setIsOpen(false)} />
  ) : (
    <AddButton label={`Add ${props.word}`} onPress={() => setIsOpen(true)} />
  );
}

interface RowDraft {
  readonly name: string;
  readonly kind: ValueKind;
  readonly text: string;
}

interface OpenRowProps extends NewArgumentRowProps {
  readonly onClose: () => void;
}

function OpenRow({ word, readName, onCommit, onClose }: OpenRowProps): JSX.Element {
  const id = useId();
  const [row, setRow] = useState<RowDraft>({ name: '', kind: 'string', text: '' });
  const [problem, setProblem] = useState<string | null>(null);
  const add = (): void => {
    const refusal = whyNotAdd(row, readName, onCommit);
    if (refusal === null) onClose();
    else setProblem(refusal);
  };
  return (
    <form
      className={styles['row']}
      data-invalid={problem !== null}
      aria-label={`New ${word}`}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <input
        className={styles['input']}
        aria-label={`Name of the new ${word}`}
        aria-describedby={id}
        placeholder="name"
        // The button that was pressed is gone; the person goes on writing.
        autoFocus
        value={row.name}
        onChange={(event) => setRow({ ...row, name: event.target.value })}
      />
      <KindSelect
        label={`Type of the new ${word}`}
        kind={row.kind}
        onChange={(kind) => setRow({ ...row, kind })}
      />
      <NewValue word={word} describedBy={id} row={row} onChange={setRow} />
      <RemoveButton label={`Leave out the new ${word}`} onPress={onClose} />
      <p className={styles['problem']} id={id} aria-live="polite">
        {problem}
      </p>
      <AddButton label={`Add ${word}`} />
    </form>
  );
}

interface NewValueProps {
  readonly word: string;
  readonly describedBy: string;
  readonly row: RowDraft;
  readonly onChange: (row: RowDraft) => void;
}

function NewValue({ word, describedBy, row, onChange }: NewValueProps): JSX.Element {
  const label = `Value of the new ${word}`;
  if (row.kind === 'boolean') {
    return (
      <BooleanSelect
        label={label}
        value={row.text === 'true'}
        onChange={(next) => onChange({ ...row, text: String(next) })}
      />
    );
  }
  return (
    <input
      className={styles['input']}
      aria-label={label}
      aria-describedby={describedBy}
      placeholder="value"
      value={row.text}
      onChange={(event) => onChange({ ...row, text: event.target.value })}
    />
  );
}

/** Adds the row; says why it cannot be, or null. */
function whyNotAdd(
  row: RowDraft,
  readName: Reader<string>,
  onCommit: NewArgumentRowProps['onCommit'],
): string | null {
  const name = readName(row.name);
  if (!name.ok) return name.problem;
  // A choice between true and false that nobody touched shows false.
  const text = row.kind === 'boolean' && row.text !== 'true' ? 'false' : row.text;
  const value = readerOf[row.kind](text);
  return value.ok ? onCommit(name.value, value.value) : value.problem;
}
