/** What an exchange type is: how it arranges its bindings, routes by them, and explains itself. */
import type { Binding, Broker, Destination } from '../broker.ts';
import type { FieldTable } from '../field-table.ts';
import type { Properties } from '../message.ts';
import type { BrokerProfile } from '../profile.ts';

/** What of a message decides its way. */
export interface Routable {
  readonly routingKey: string;
  /** All that the message has; `routingKey` is the one that is asked about. */
  readonly routingKeys: readonly string[];
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

/** What decides which types there are. */
export type Knowing = Pick<Broker, 'profile' | 'plugins'>;

/** What an exchange does with a message beside routing it. */
export type Keeping =
  /** It holds the message back, and routes it later. */
  | { readonly how: 'delay'; readonly ms: number }
  /** It remembers the message for those that will be bound to it. */
  | { readonly how: 'remember'; readonly count: number };

export interface ExchangeType<Index = BindingIndex> {
  /** Absent where every broker knows the type. */
  readonly isKnown?: (broker: Knowing) => boolean;
  readonly emptyIndex: Index;
  /** What a new exchange begins with where that depends on its arguments. */
  readonly emptyIndexFor?: (exchangeArguments: FieldTable) => Index;
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
  /** The bindings and the routing key alone decide where a message goes. */
  readonly routesByKey?: true;
  /** It is asked once, whatever further routing keys a message has. */
  readonly routesOnce?: true;
  /** Null where it does nothing but route. */
  readonly keeps?: (properties: Properties, exchangeArguments: FieldTable) => Keeping | null;
  /** Refuses a binding that makes no sense to this type. */
  readonly validateBinding?: (binding: Binding, exchangeArguments: FieldTable) => void;
  /** Refuses arguments that make no sense to this type. */
  readonly validateArguments?: (args: FieldTable, broker: Knowing) => void;
}
