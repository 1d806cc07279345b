/** Arguments: an entry for each that RabbitMQ knows, and a free table for all others. */
import type { JSX } from 'react';
import { ArgumentRows } from './ArgumentRows.tsx';
import type { ArgumentTable } from '#scenario';
import { withEntry } from './argument-value.ts';
import { KnownArgumentEntry } from './KnownArgumentEntry.tsx';
import type { KnownArgument } from './known-arguments.ts';

interface ArgumentsFormProps {
  readonly known: readonly KnownArgument[];
  readonly table: ArgumentTable;
  readonly exchanges: readonly string[];
  /** Takes the whole table as it shall be, and the name that changed. */
  readonly onCommit: (table: ArgumentTable, name: string) => string | null;
}

export function ArgumentsForm({
  known,
  table,
  exchanges,
  onCommit,
}: ArgumentsFormProps): JSX.Element {
  // A value of another kind than the argument's (x-message-ttl as text) is shown in the free table.
  const fitting = known.filter((argument) => fits(argument, table[argument.name]));
  return (
    <>
      {fitting.map((argument) => (
        <KnownArgumentEntry
          key={argument.name}
          argument={argument}
          value={table[argument.name]}
          exchanges={exchanges}
          onCommit={(value) => onCommit(withEntry(table, argument.name, value), argument.name)}
        />
      ))}
      <ArgumentRows
        word={known.length === 0 ? 'argument' : 'other argument'}
        table={table}
        reserved={fitting.map(({ name }) => name)}
        onCommit={onCommit}
      />
    </>
  );
}

function fits(argument: KnownArgument, value: ArgumentTable[string] | undefined): boolean {
  if (value === undefined) return true;
  if (argument.kind === 'number') return typeof value === 'number';
  if (argument.kind === 'flag') return typeof value === 'boolean';
  return typeof value === 'string';
}
