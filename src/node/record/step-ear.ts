/**
 * What is heard between two steps, told as the recordings tell it: the reply apart, the rest by
 * channel, confirms gathered at the end of their channel with `multiple` spelled out.
 */
import type { Table } from './client/told-fields.ts';
import type { InventedNames } from './invented-names.ts';

/** A method and where it came: a channel of the case (`a`) or a connection (`connection:main`). */
export interface Heard {
  readonly at: string;
  readonly name: string;
  readonly fields: Table;
}

export interface Told {
  readonly reply?: unknown;
  readonly events?: Readonly<Record<string, readonly unknown[]>>;
}

interface Confirms {
  readonly acked: number[];
  readonly nacked: number[];
}

/** Publishes of a channel that nobody has confirmed yet, by number. */
export class Unconfirmed {
  readonly #open = new Set<number>();
  #last = 0;

  publish(): void {
    this.#last++;
    this.#open.add(this.#last);
  }

  /** The numbers that a confirm speaks of. */
  take(fields: Table): readonly number[] {
    const tag = Number(fields['deliveryTag']);
    const isMultiple = fields['multiple'] === true;
    const taken = isMultiple ? [...this.#open].filter((open) => tag === 0 || open <= tag) : [tag];
    for (const number of taken) this.#open.delete(number);
    return taken;
  }
}

/** Refusals keep the order of the wire; other methods have their fields in alphabetical order. */
export function tellMethod({ name, fields }: Heard, names: InventedNames): object {
  if (name !== 'channel.close' && name !== 'connection.close') {
    return { method: name, ...(names.normalize(fields) as object) };
  }
  const entries = Object.entries(fields);
  return Object.fromEntries([
    ['method', name],
    ...entries.map(([key, value]) => [key, names.normalize(value, key)]),
  ]);
}

export function tellStep(
  reply: Heard | undefined,
  others: readonly Heard[],
  names: InventedNames,
  unconfirmedAt: (channel: string) => Unconfirmed,
): Told {
  const events = new Map<string, unknown[]>();
  const confirms = new Map<string, Confirms>();
  const told = reply === undefined ? {} : { reply: tellMethod(reply, names) };
  for (const heard of others) {
    const { at, name, fields } = heard;
    if (name === 'basic.ack' || name === 'basic.nack') {
      const gathered = confirms.get(at) ?? { acked: [], nacked: [] };
      confirms.set(at, gathered);
      gathered[name === 'basic.ack' ? 'acked' : 'nacked'].push(...unconfirmedAt(at).take(fields));
    } else {
      events.set(at, [...(events.get(at) ?? []), tellMethod(heard, names)]);
    }
  }
  for (const [at, gathered] of confirms) {
    events.set(at, [...(events.get(at) ?? []), tellConfirms(gathered)]);
  }
  return events.size === 0 ? told : { ...told, events: Object.fromEntries(events) };
}

function tellConfirms({ acked, nacked }: Confirms): object {
  const inOrder = (numbers: number[]): readonly number[] =>
    numbers.sort((one, other) => one - other);
  return {
    method: 'confirms',
    ...(acked.length > 0 ? { acked: inOrder(acked) } : {}),
    ...(nacked.length > 0 ? { nacked: inOrder(nacked) } : {}),
  };
}
