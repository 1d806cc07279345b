/** The node that the management API speaks for: its broker, and what is known beside the broker. */
import type { ServerConnection } from '#amqp';
import type { Broker, BrokerEvent, Command, ConnectionId } from '#engine';
import type { Address } from '../broker/address.ts';
import type { Passwords } from '../broker/passwords.ts';
import type { Books } from './books.ts';
import type { Statistics } from './statistics.ts';

/** A client that is connected. */
export interface ConnectedClient {
  readonly connection: Pick<ServerConnection, 'info' | 'closeByOperator'>;
  readonly peer: Address;
  readonly local: Address;
  /** Milliseconds since 1970. */
  readonly connectedAt: number;
}

/** What the management API needs of a broker that runs. */
export interface Running {
  readonly broker: Broker;
  readonly connections: ReadonlyMap<ConnectionId, ConnectedClient>;
  readonly passwords: Passwords;
  /** Null where no client can connect. */
  readonly listensAt: Address | null;
  ask(command: Command): readonly BrokerEvent[];
  onEvents(listener: (events: readonly BrokerEvent[]) => void): () => void;
}

export interface BrokerNode {
  readonly running: Running;
  readonly books: Books;
  readonly statistics: Statistics;
}
