/**
 * A step in the making: the only thing that makes a new `Simulation` out of an old one.
 *
 * What happens reads through it, writes through it, and asks the broker through it. It makes frames
 * and methods travel, wakes who asked for it, and keeps the account: journal, counters, marks.
 */
import { apply, nextDeadline } from '#engine';
import type {
  Broker,
  BrokerEvent,
  ChannelId,
  Command,
  ConnectionId,
  Fact,
  Frame,
  Instant,
  MessageId,
} from '#engine';
import { nextEntry, plan, withoutNext } from './agenda.ts';
import type { Entry } from './agenda.ts';
import { busynessWith } from './busyness.ts';
import { clientOfConnection } from './clients/client-state.ts';
import type { ClientState } from './clients/client-state.ts';
import { Turn } from './clients/turn.ts';
import type { Draft } from './clients/turn.ts';
import { journalWith } from './journal.ts';
import type { JournalEntry } from './journal.ts';
import { markKindOf, marksWith } from './marks.ts';
import { count } from './metrics.ts';
import type { Note, NoteBody } from './note.ts';
import { isOperator, isOperatorsChannel } from './operator-names.ts';
import type { FrameArrives, Happening, MethodArrives, Simulation } from './simulation-state.ts';

type Flight = FrameArrives | MethodArrives;

export class Moment {
  readonly at: Instant;
  readonly #depth: number;
  readonly #before: Simulation;
  readonly #next: Draft<Simulation>;
  readonly #latest: BrokerEvent[] = [];
  readonly #entries: JournalEntry[] = [];
  /** Where flights go that are not to take any time; null as long as they travel. */
  #courier: Flight[] | null = null;

  /** Things that happen `at` that instant, of which `depth` came out of one another without pause. */
  constructor(simulation: Simulation, at: Instant, depth = 0) {
    this.at = at;
    this.#depth = depth;
    this.#before = simulation;
    this.#next = { ...simulation, now: at, stepCount: simulation.stepCount + 1 };
    const { programs } = simulation;
    if (programs !== null && programs.heard.length > 0)
      this.#next.programs = { ...programs, heard: [] };
  }

  get simulation(): Simulation {
    return this.#next;
  }

  /** As it was before. */
  get before(): Simulation {
    return this.#before;
  }

  get broker(): Broker {
    return this.#next.broker;
  }

  edit(): Draft<Simulation> {
    return this.#next;
  }

  client(name: string): ClientState | undefined {
    return this.#next.clients.get(name);
  }

  putClient(client: ClientState): void {
    this.#next.clients = this.#next.clients.set(client.spec.name, client);
  }

  /** Takes what is due next off the agenda. */
  takeNext(): Happening {
    const { happening } = nextEntry(this.#next.agenda) as Entry<Happening>;
    this.#next.agenda = withoutNext(this.#next.agenda);
    return happening;
  }

  /**
   * Asks the broker; what it answers is on its way at once. A message that is published has had its
   * number since it was sent.
   */
  ask(command: Command, message: MessageId | null = null): readonly BrokerEvent[] {
    const broker =
      message === null
        ? this.#next.broker
        : { ...this.#next.broker, lastMessageId: (message - 1) as MessageId };
    const outcome = apply(broker, command, this.at);
    this.#next.broker = outcome.broker;
    for (const event of outcome.events) {
      this.#latest.push(event);
      if (event.kind === 'fact') this.record(event);
      else this.#sendToClient(event);
    }
    this.#haveBrokerWake();
    return outcome.events;
  }

  /** Has a method travel from a client to the broker. */
  send(flight: MethodArrives): void {
    const client = this.client(flight.client);
    if (client !== undefined) this.#fly(flight, client);
  }

  /** Gives a client its turn, if there is such a client and it is no program. */
  takeTurn(name: string, act: (turn: Turn) => void): void {
    const before = this.client(name);
    if (before === undefined || before.program !== null) return;
    if (this.#next.scripted?.script.owns(name) === true) return;
    const turn = new Turn(before, this.at, this.#next.lastMessageId);
    act(turn);
    const { client } = turn;
    if (client !== before) this.putClient(client);
    this.#next.lastMessageId = turn.lastMessageId;
    for (const note of turn.notes) this.note(note);
    for (const sent of turn.sent) {
      this.#fly({ type: 'method.arrives', client: name, ...sent, departedAt: this.at }, client);
    }
    for (const at of new Set(turn.wakes)) this.#plan(at, { type: 'client.wakes', client: name });
    const { connection } = client;
    const isSevered = client.severedSession > before.severedSession;
    if (isSevered && this.broker.connections.has(connection))
      this.ask({ type: 'connection.drop', connection });
  }

  note(note: NoteBody): void {
    this.record({ ...note, kind: 'note' });
  }

  record(event: Fact | Note): void {
    if (isAboutOperator(event)) return;
    if (changesTopology(event)) this.#next.topologyStep = this.#next.stepCount;
    this.#entries.push({
      number: this.#before.journal.lastNumber + this.#entries.length + 1,
      at: this.at,
      step: this.#next.stepCount,
      event,
      readyCount: event.type === 'message.enqueued' ? this.#readyCountIn(event) : null,
    });
  }

  /** Makes all flights that `act` starts arrive without having taken any time. */
  withoutTravel(act: () => void, arrive: (flight: Flight) => void): void {
    this.#courier = [];
    act();
    for (let flight = this.#courier.shift(); flight; flight = this.#courier.shift()) arrive(flight);
    this.#courier = null;
  }

  commit(): Simulation {
    const next = this.#next;
    next.scripted?.script.keepUp(this);
    next.programs?.player.keepUp(this);
    next.latest = this.#latest;
    this.#keepAccount();
    if (this.#entries.length > 0 || next.clients !== this.#before.clients)
      next.happenedAt = this.at;
    return next;
  }

  #keepAccount(): void {
    if (this.#entries.length === 0) return;
    const next = this.#next;
    const counters = { ...next.counters };
    let factCount = 0;
    for (const { event } of this.#entries) {
      const kind = markKindOf(event);
      if (kind !== null) next.marks = marksWith(next.marks, { at: this.at, kind });
      if (event.kind === 'note') continue;
      factCount++;
      count(counters, event);
    }
    next.counters = counters;
    next.journal = journalWith(next.journal, this.#entries);
    next.busyness = busynessWith(next.busyness, this.at, factCount);
  }

  #sendToClient(frame: Frame): void {
    if (isOperator(frame.connection)) return;
    if (this.#next.scripted?.script.hear(this, frame) === true) return;
    const name = clientOfConnection(frame.connection);
    const client = this.client(name);
    if (client === undefined) return;
    const { servedSession: session } = client;
    this.#fly({ type: 'frame.arrives', client: name, session, frame, departedAt: this.at }, client);
  }

  #fly(flight: Flight, { latency, arrivesNotBefore }: ClientState): void {
    if (this.#courier !== null) this.#courier.push(flight);
    else this.#plan(Math.max(this.at + latency, arrivesNotBefore) as Instant, flight);
  }

  #plan(at: Instant, happening: Happening): void {
    const depth = at === this.at ? this.#depth + 1 : 0;
    this.#next.agenda = plan(this.#next.agenda, at, happening, depth);
  }

  #haveBrokerWake(): void {
    const deadline = nextDeadline(this.#next.broker);
    const { brokerWakesAt } = this.#next;
    if (deadline === null || (brokerWakesAt !== null && brokerWakesAt <= deadline)) return;
    this.#next.brokerWakesAt = deadline;
    this.#plan(Math.max(this.at, deadline) as Instant, { type: 'broker.wakes' });
  }

  #readyCountIn({ vhost, queue }: Extract<Fact, { type: 'message.enqueued' }>): number {
    return this.broker.vhosts.get(vhost)?.queues.get(queue)?.readyCount ?? 0;
  }
}

/** The operator comes and goes unnoticed; what it does is told by what comes of it. */
function isAboutOperator(event: Fact | Note): boolean {
  switch (event.type) {
    case 'connection.opened':
    case 'connection.closed':
    case 'channel.opened':
    case 'channel.closed':
      return 'channel' in event
        ? isOperatorsChannel(event.channel satisfies ChannelId)
        : isOperator(event.connection satisfies ConnectionId);
    default:
      return false;
  }
}

function changesTopology({ type }: Fact | Note): boolean {
  return type.startsWith('binding.') || type.startsWith('queue.') || type.startsWith('exchange.');
}
