/**
 * How things stand after the steps of a case so far, as the engine plays them: which channels are
 * open and what they owe. A random case needs it to acknowledge what was delivered.
 */
import { playCase } from '#conformance';
import type { PlayedStep, RecordedVersion, Step } from '#conformance';

export interface OpenChannel {
  readonly name: string;
  readonly conn: string;
  readonly mode: 'plain' | 'confirm' | 'tx';
  /** Tags of consumers, and whether they acknowledge by themselves. */
  readonly consumers: ReadonlyMap<string, { readonly noAck: boolean }>;
  /** Tags of deliveries that nobody has settled, oldest first. */
  readonly unsettled: readonly number[];
}

export interface Situation {
  readonly channels: readonly OpenChannel[];
  readonly connections: readonly string[];
  /** Queues that have messages which nobody has taken, and queues that are consumed. */
  readonly filled: readonly string[];
  readonly consumed: readonly string[];
}

interface Draft {
  name: string;
  conn: string;
  mode: OpenChannel['mode'];
  consumers: Map<string, { noAck: boolean }>;
  unsettled: number[];
}

type Wire = Readonly<Record<string, unknown>>;

export function situationAfter(
  steps: readonly Step[],
  version: RecordedVersion,
  queues: readonly string[] = [],
): Situation {
  const tale = new Tale();
  const looks = queues.map((queue) => ({ op: 'queue.inspect', queue }));
  const all = [...steps, ...looks];
  for (const played of playCase({ id: '', title: '', steps: all, recorded: {} }, version)) {
    tale.read(played);
  }
  return tale.situation();
}

class Tale {
  readonly #channels = new Map<string, Draft>();
  readonly #connections = new Set<string>();
  readonly #filled = new Set<string>();
  readonly #consumed = new Set<string>();

  read({ step, result }: PlayedStep): void {
    const channel = String(step['ch'] ?? 'a');
    const conn = String(step['conn'] ?? 'main');
    const reply = result?.reply as Wire | undefined;
    this.#readReply(step, reply, channel, conn);
    if (/^basic\.(ack|nack|reject)$/.test(step.op)) this.#settle(step, channel);
    for (const [at, events] of Object.entries(result?.events ?? {})) {
      for (const event of events) this.#readEvent(at, event as Wire);
    }
    if (step.op === 'broker.restart') this.#endAll();
    if (step.op === 'connection.drop') this.#endConnection(conn);
  }

  situation(): Situation {
    return {
      channels: [...this.#channels.values()],
      connections: [...this.#connections],
      filled: [...this.#filled],
      consumed: [...this.#consumed],
    };
  }

  #readReply(step: Step, reply: Wire | undefined, name: string, conn: string): void {
    const draft = this.#channels.get(name);
    if (step.op === 'queue.inspect') this.#look(String(step['queue']), reply);
    switch (reply?.['method']) {
      case 'connection.open-ok':
        this.#connections.add(conn);
        break;
      case 'channel.open-ok':
        this.#channels.set(name, {
          name,
          conn,
          mode: 'plain',
          consumers: new Map(),
          unsettled: [],
        });
        break;
      case 'channel.close-ok':
        this.#channels.delete(name);
        break;
      case 'confirm.select-ok':
      case 'tx.select-ok':
        if (draft !== undefined) draft.mode = step.op === 'tx.select' ? 'tx' : 'confirm';
        break;
      case 'basic.consume-ok':
        draft?.consumers.set(String(reply['consumerTag']), { noAck: step['noAck'] === true });
        break;
      case 'basic.cancel-ok':
        draft?.consumers.delete(String(reply['consumerTag']));
        break;
      case 'basic.get-ok':
        if (step['noAck'] !== true) draft?.unsettled.push(Number(reply['deliveryTag']));
        break;
      case 'basic.recover-ok':
        if (draft !== undefined) draft.unsettled = [];
        break;
      default:
    }
  }

  #look(queue: string, counts: Wire | undefined): void {
    for (const [set, key] of [
      [this.#filled, 'ready'],
      [this.#consumed, 'consumers'],
    ] as const) {
      if (Number(counts?.[key] ?? 0) > 0) set.add(queue);
      else set.delete(queue);
    }
  }

  #readEvent(at: string, event: Wire): void {
    const { method } = event;
    const draft = this.#channels.get(at);
    if (method === 'channel.close') this.#channels.delete(at);
    if (method === 'connection.close' || method === 'connection.close-ok') {
      this.#endConnection(at.slice('connection:'.length));
    }
    if (method === 'basic.cancel') draft?.consumers.delete(String(event['consumerTag']));
    if (method === 'basic.deliver' && draft !== undefined) {
      const isFree = draft.consumers.get(String(event['consumerTag']))?.noAck === true;
      if (!isFree) draft.unsettled.push(Number(event['deliveryTag']));
    }
  }

  #settle({ deliveryTag, multiple }: Step, name: string): void {
    const draft = this.#channels.get(name);
    if (draft === undefined) return;
    const tag = Number(deliveryTag ?? 0);
    const isSettled = (open: number): boolean =>
      multiple === true ? tag === 0 || open <= tag : open === tag;
    draft.unsettled = draft.unsettled.filter((open) => !isSettled(open));
  }

  #endConnection(conn: string): void {
    this.#connections.delete(conn);
    for (const [name, draft] of this.#channels) {
      if (draft.conn === conn) this.#channels.delete(name);
    }
  }

  #endAll(): void {
    this.#connections.clear();
    this.#channels.clear();
  }
}
