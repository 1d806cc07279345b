/** The connections and channels of one case, by the names that the case gives them. */
import { AmqpConnection } from './client/amqp-connection.ts';
import type { AmqpAddress, Content, Login } from './client/amqp-connection.ts';
import type { Arrived } from './client/content-assembler.ts';
import type { Table } from './client/told-fields.ts';
import { Unconfirmed } from './step-ear.ts';
import type { Heard } from './step-ear.ts';

interface Channel {
  readonly conn: string;
  readonly number: number;
  readonly unconfirmed: Unconfirmed;
  isConfirming: boolean;
}

export interface Sent {
  readonly name: string;
  readonly fields: Table;
  readonly content?: Content;
}

export class CaseConnections {
  readonly #address: AmqpAddress;
  readonly #hear: (heard: Heard) => void;
  readonly #connections = new Map<string, AmqpConnection>();
  readonly #channels = new Map<string, Channel>();

  constructor(address: AmqpAddress, hear: (heard: Heard) => void) {
    this.#address = address;
    this.#hear = hear;
  }

  async open(conn: string, login: Login): Promise<Heard> {
    const connection = new AmqpConnection(this.#address, login, {
      arrived: (arrived) => this.#arrive(conn, arrived),
      gone: () => {},
    });
    this.#connections.set(conn, connection);
    for (const [name, channel] of this.#channels) {
      if (channel.conn === conn) this.#channels.delete(name);
    }
    const { name, fields } = await connection.open();
    return { at: `connection:${conn}`, name, fields };
  }

  isGone(conn: string): boolean {
    return this.#connections.get(conn)?.isGone ?? true;
  }

  connectionOf(channel: string): string {
    return this.#channels.get(channel)?.conn ?? 'main';
  }

  unconfirmed(channel: string): Unconfirmed {
    return this.#channels.get(channel)?.unconfirmed ?? new Unconfirmed();
  }

  /** Gives the channel its number, the one it had before where it was open on that connection. */
  name(channel: string, conn: string): void {
    const known = this.#channels.get(channel);
    const used = [...this.#channels.values()].filter((other) => other.conn === conn);
    const next = 1 + Math.max(0, ...used.map(({ number }) => number));
    const number = known?.conn === conn ? known.number : next;
    const unconfirmed = new Unconfirmed();
    this.#channels.set(channel, { conn, number, unconfirmed, isConfirming: false });
  }

  sendOn(channel: string, methods: readonly Sent[]): void {
    if (!this.#channels.has(channel)) this.name(channel, 'main');
    const known = this.#channels.get(channel) as Channel;
    for (const { name } of methods) {
      if (name === 'confirm.select') known.isConfirming = true;
      if (name === 'basic.publish' && known.isConfirming) known.unconfirmed.publish();
    }
    this.#connections.get(known.conn)?.send(known.number, methods);
  }

  sendTo(conn: string, method: Sent): void {
    this.#connections.get(conn)?.send(0, [method]);
  }

  drop(conn: string): void {
    this.#connections.get(conn)?.drop();
  }

  dropAll(): void {
    for (const connection of this.#connections.values()) connection.drop();
  }

  #arrive(conn: string, { channel, name, fields }: Arrived): void {
    const isHere = ([, known]: readonly [string, Channel]): boolean =>
      known.conn === conn && known.number === channel;
    const [at] = [...this.#channels].find(isHere) ?? [`connection:${conn}`];
    this.#hear({ at, name, fields });
  }
}
