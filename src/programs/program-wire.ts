/**
 * One connection of a program: the bytes that it writes become what it asks of the broker, and frames
 * from the broker become bytes for it to read.
 */
import { ServerConnection } from '#amqp';
import type { BrokerProfile, ConnectionId, Frame } from '#engine';
import type { ProgramInput, ProgramOutput } from '#sandbox';
import type { DeedBody, SourcePlace } from '#sim';

type Method = Extract<DeedBody, { type: 'asks' }>['method'];

export interface ProgramWireOptions {
  readonly id: ConnectionId;
  /** The program's own number of it. */
  readonly stream: number;
  readonly profile: BrokerProfile;
  readonly checkLogin: (user: string, password: string) => boolean;
  readonly ask: (method: Method, place: SourcePlace | null) => void;
  readonly tell: (input: ProgramInput) => void;
}

export class ProgramWire {
  readonly id: ConnectionId;
  readonly #stream: number;
  readonly #tell: (input: ProgramInput) => void;
  readonly #connection: ServerConnection;
  /** Of each method frame that it has written on this connection, where it was asked for. */
  readonly #places: (SourcePlace | null)[] = [];
  #placesGone = 0;
  #isOver = false;

  constructor({ id, stream, profile, checkLogin, ask, tell }: ProgramWireOptions) {
    this.id = id;
    this.#stream = stream;
    this.#tell = tell;
    this.#connection = new ServerConnection({
      id,
      profile,
      isLoopback: true,
      heartbeatSeconds: 0,
      checkLogin,
      submit: (method, number) => ask(method, this.#placeOf(number)),
      write: (bytes) => this.#tellUnlessOver({ type: 'bytes', stream, bytes }),
      end: () => {
        this.#tellUnlessOver({ type: 'closed', stream, isCut: false });
        this.#isOver = true;
      },
    });
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  receive({ bytes, places }: Extract<ProgramOutput, { type: 'bytes' }>): void {
    if (this.#isOver) return;
    this.#places.push(...places);
    this.#connection.receive(bytes);
  }

  hear(frame: Frame): void {
    if (!this.#isOver) this.#connection.hear(frame);
  }

  /** The program has closed its side. */
  end(): void {
    if (this.#isOver) return;
    this.#connection.peerGone();
    this.#isOver = true;
  }

  /** It was cut in between; the broker knows that already. */
  cut(): void {
    this.#tellUnlessOver({ type: 'closed', stream: this.#stream, isCut: true });
    this.#isOver = true;
  }

  #tellUnlessOver(input: ProgramInput): void {
    if (!this.#isOver) this.#tell(input);
  }

  /** Methods are asked for in their order, so what lies before is not needed any more. */
  #placeOf(number: number): SourcePlace | null {
    const passed = number - this.#placesGone;
    if (passed > 0) {
      this.#places.splice(0, passed);
      this.#placesGone = number;
    }
    return this.#places[0] ?? null;
  }
}
