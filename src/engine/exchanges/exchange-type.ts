/** What an exchange type is: how it arranges its bindings, routes by them, and explains itself. */
import type { Binding, Destination } from '../broker.ts';
import type { FieldTable } from '../field-table.ts';
import type { Properties } from '../message.ts';
import type { BrokerProfile } from '../profile.ts';

/** What of a message decides its way. */
export interface Routable {
  readonly routingKey: string;
  readonly properties: Properties;
  /** Tells messages apart for types that leave the choice to chance. */
  readonly number: number;
}

/** Each type arranges bindings in a way of its own, which nobody else looks into. */
export type BindingIndex = unknown;

export interface Verdict {
  readonly matches: boolean;
  /** Why, in words that can follow a colon; no full stop. */
  readonly reason: string;
}

export interface ExchangeType<Index = BindingIndex> {
  readonly emptyIndex: Index;
  readonly with: (index: Index, binding: Binding) => Index;
  readonly without: (index: Index, binding: Binding) => Index;
  /** Calls `reach` for each destination, possibly several times for one. */
  readonly route: (
    index: Index,
    message: Routable,
    reach: (destination: Destination) => void,
    profile: BrokerProfile,
    exchangeArguments: FieldTable,
  ) => void;
  readonly explain: (
    index: Index,
    binding: Binding,
    message: Routable,
    profile: BrokerProfile,
    exchangeArguments: FieldTable,
  ) => Verdict;
  /** Refuses a binding that makes no sense to this type. */
  readonly validateBinding?: (binding: Binding) => void;
  /** Refuses arguments that make no sense to this type. */
  readonly validateArguments?: (args: FieldTable) => void;
}
