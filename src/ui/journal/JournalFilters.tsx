/** What of the journal shows: groups, text, and whether only what is about the selection. */
import { useId } from 'react';
import type { JSX } from 'react';
import { journalGroups } from '#app';
import type { JournalGroup, JournalQuestion } from '#app';
import styles from './journal.module.css';

interface JournalFiltersProps {
  readonly question: JournalQuestion;
  /** The selected node, and what it is called; null where none or several are selected. */
  readonly selected: { readonly key: string; readonly name: string } | null;
  readonly onChange: (question: JournalQuestion) => void;
}

const groupNames: Readonly<Record<JournalGroup, string>> = {
  published: 'Published',
  routed: 'Routed',
  queued: 'Queued',
  delivered: 'Delivered',
  acknowledged: 'Acknowledged',
  'dead-lettered': 'Dead-lettered',
  returned: 'Returned',
  errors: 'Errors',
  operator: 'Operator',
  console: 'Console',
  lifecycle: 'Lifecycle',
  yours: 'Yours',
};

export function JournalFilters(props: JournalFiltersProps): JSX.Element {
  const { question, selected, onChange } = props;
  const id = useId();
  return (
    <div className={styles['filters']}>
      <label className={styles['srOnly']} htmlFor={id}>
        Search the event log
      </label>
      <input
        id={id}
        className={styles['search']}
        type="search"
        placeholder="Search, such as #12 or billing"
        value={question.text}
        onChange={(event) => onChange({ ...question, text: event.target.value })}
      />
      <div className={styles['chips']} role="group" aria-label="Kinds of events">
        {selected !== null && (
          <FilterChip
            label={`Only ${selected.name}`}
            isOn={question.nodeKey === selected.key}
            onPress={() =>
              onChange({
                ...question,
                nodeKey: question.nodeKey === selected.key ? null : selected.key,
              })
            }
          />
        )}
        <FilterChip
          label="All"
          isOn={question.groups === null}
          onPress={() => onChange({ ...question, groups: null })}
        />
        {journalGroups.map((group) => (
          <FilterChip
            key={group}
            label={groupNames[group]}
            isOn={question.groups?.has(group) === true}
            onPress={() => onChange({ ...question, groups: toggled(question.groups, group) })}
          />
        ))}
      </div>
    </div>
  );
}

interface FilterChipProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onPress: () => void;
}

function FilterChip({ label, isOn, onPress }: FilterChipProps): JSX.Element {
  return (
    <button type="button" className={styles['chip']} aria-pressed={isOn} onClick={onPress}>
      {label}
    </button>
  );
}

/** None is as good as all: an empty list is what nobody asks for. */
function toggled(
  groups: ReadonlySet<JournalGroup> | null,
  group: JournalGroup,
): ReadonlySet<JournalGroup> | null {
  const next = new Set(groups ?? []);
  if (!next.delete(group)) next.add(group);
  return next.size === 0 ? null : next;
}
