/** For tests: programs in the sandbox that talk to a broker, all of them on one virtual clock. */
import { ServerConnection } from '#amqp';
import { apply, createBroker, nextDeadline, profiles } from '#engine';
import type { BrokerEvent, ClientMethod, Command, ConnectionId, Instant } from '#engine';
import { launchInThread } from '#sandbox';
import type { Program, ProgramInput, ProgramOutput, ProgramTurn, SourcePlace } from '#sandbox';

interface Client {
  readonly name: string;
  readonly program: Program;
  readonly inputs: ProgramInput[];
  readonly wires: Map<number, Wire>;
  readonly source: string;
  nextTimer: number | null;
  isStarted: boolean;
}

interface Wire {
  readonly id: ConnectionId;
  readonly connection: ServerConnection;
  readonly places: (SourcePlace | null)[];
}

/** A method as the broker got it, and the line of the program that asked for it. */
export interface Asked {
  readonly client: string;
  readonly type: string;
  readonly line: string | null;
}

export class SandboxedClients {
  readonly outputs: (ProgramOutput & { readonly client: string; readonly at: number })[] = [];
  readonly asked: Asked[] = [];
  #broker = createBroker(profiles['4.0']);
  #now = 0;
  readonly #clients: Client[] = [];
  readonly #seed: number;

  constructor(seed = 1) {
    this.#seed = seed;
  }

  add(name: string, source: string, args: readonly string[] = []): void {
    const start = { source, args, seed: this.#seed, at: this.#now };
    this.#clients.push({
      name,
      source,
      program: launchInThread(start),
      inputs: [],
      wires: new Map(),
      nextTimer: null,
      isStarted: false,
    });
  }

  /** What they printed. */
  get lines(): readonly string[] {
    return this.outputs.flatMap((output) =>
      output.type === 'console' ? [`${output.client} ${output.at}: ${output.text}`] : [],
    );
  }

  get failures(): readonly string[] {
    return this.outputs.flatMap((output) =>
      output.type === 'failed' ? [`${output.client}: ${output.message}`] : [],
    );
  }

  cut(name: string): void {
    const client = this.#clients.find((each) => each.name === name);
    for (const [stream, { id }] of client?.wires ?? []) {
      this.#ask({ type: 'connection.drop', connection: id });
      client?.inputs.push({ type: 'closed', stream, isCut: true });
    }
    client?.wires.clear();
  }

  async run(until: number): Promise<void> {
    for (;;) {
      const at = Math.min(...this.#clients.map((each) => this.#dueAt(each)), this.#brokerDueAt());
      if (at > until) break;
      this.#now = at;
      this.#ask({ type: 'time.pass' });
      for (const client of this.#clients) {
        if (this.#dueAt(client) <= at) this.#hand(client, await this.#turn(client));
      }
    }
    this.#now = until;
  }

  #brokerDueAt(): number {
    return Math.max(this.#now, nextDeadline(this.#broker) ?? Infinity);
  }

  #dueAt({ isStarted, inputs, nextTimer }: Client): number {
    if (!isStarted || inputs.length > 0) return this.#now;
    return Math.max(this.#now, nextTimer ?? Infinity);
  }

  #turn(client: Client): Promise<ProgramTurn> {
    if (client.isStarted) return client.program.turn(this.#now, client.inputs.splice(0));
    client.isStarted = true;
    return client.program.start();
  }

  #hand(client: Client, { outputs, nextTimer }: ProgramTurn): void {
    client.nextTimer = nextTimer;
    for (const output of outputs) {
      this.outputs.push({ ...output, client: client.name, at: this.#now });
      if (output.type === 'connect') this.#connect(client, output.stream);
      if (output.type === 'bytes') this.#receive(client, output);
      if (output.type === 'end') {
        client.wires.get(output.stream)?.connection.peerGone();
        client.wires.delete(output.stream);
      }
    }
  }

  #receive(client: Client, output: Extract<ProgramOutput, { type: 'bytes' }>): void {
    const wire = client.wires.get(output.stream);
    wire?.places.push(...output.places);
    wire?.connection.receive(output.bytes);
  }

  #connect(client: Client, stream: number): void {
    const id = `${client.name}-${stream}` as ConnectionId;
    const places: (SourcePlace | null)[] = [];
    const connection = new ServerConnection({
      id,
      profile: profiles['4.0'],
      isLoopback: true,
      heartbeatSeconds: 0,
      checkLogin: (user, password) => user === 'guest' && password === 'guest',
      submit: (method, number) => this.#submit(client, method, places[number] ?? null),
      write: (bytes) => void client.inputs.push({ type: 'bytes', stream, bytes }),
      end: () => void client.inputs.push({ type: 'closed', stream, isCut: false }),
    });
    client.wires.set(stream, { id, connection, places });
  }

  #submit(client: Client, method: ClientMethod, place: SourcePlace | null): void {
    const line = place === null ? null : (client.source.split('\n')[place.line - 1] ?? '').trim();
    this.asked.push({ client: client.name, type: method.type, line });
    this.#ask(method);
  }

  #ask(command: Command): void {
    const { broker, events } = apply(this.#broker, command, this.#now as Instant);
    this.#broker = broker;
    for (const event of events) this.#tell(event);
  }

  #tell(event: BrokerEvent): void {
    if (event.kind !== 'frame') return;
    for (const { wires } of this.#clients) {
      for (const { id, connection } of wires.values()) {
        if (id === event.connection) connection.hear(event);
      }
    }
  }
}
