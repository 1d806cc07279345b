/**
 * Plays a recorded case against the engine and answers in the recording's own words, so that a test
 * is one comparison: `expect(runCase(kase, version)).toEqual(kase.recorded[version])`.
 *
 * Virtual time passes as the recorder waited: 50 ms after a step, 15 after a look.
 */
import {
  after,
  apply,
  consumerCountOf,
  createBroker,
  defaultVhost,
  exchangeOf,
  millis,
  profiles,
  queueOf,
  runStart,
} from '#engine';
import type {
  Broker,
  BrokerEvent,
  Command,
  ExchangeName,
  Frame,
  Instant,
  QueueName,
} from '#engine';
import { listBindings } from './list-bindings.ts';
import type { ConformanceCase, RecordedVersion, Step, StepResult } from './conformance-case.ts';
import { NamesMadeUp } from './names-made-up.ts';
import { isEngineOp, toCommand } from './to-command.ts';

const settleMs = 50;
const settleMsOfLooks = 15;

const profileOf = { '3.10.8': profiles['3.10'], '4.0.5': profiles['4.0'] } as const;

export const runCase = (kase: ConformanceCase, version: RecordedVersion): readonly StepResult[] =>
  playCase(kase, version)
    .slice(preparation.length)
    .flatMap(({ result }) => result ?? []);

/** A step as it was played. */
export interface PlayedStep {
  /** With the names in it that earlier steps have remembered. */
  readonly step: Step;
  readonly at: Instant;
  /** What was waited for until then belongs to it. */
  readonly endsAt: Instant;
  /** What it asked of the broker; nothing where it only waited or looked. */
  readonly commands: readonly Command[];
  /** Null where the engine does not know the op. */
  readonly result: StepResult | null;
}

/** What comes before the first step of each case. */
export const preparation: readonly Step[] = [
  { op: 'connection.open', conn: 'main' },
  { op: 'channel.open', ch: 'a', conn: 'main' },
];

/**
 * The preparation and the steps, in order. An op that the engine does not know is the last: what
 * follows it would mean nothing.
 */
export function playCase(kase: ConformanceCase, version: RecordedVersion): readonly PlayedStep[] {
  const run = new CaseRun(version, kase.settle);
  const played: PlayedStep[] = [];
  for (const step of [...preparation, ...kase.steps]) {
    const at = run.now;
    const filled = run.fill(step) as Step;
    const result = run.perform(step);
    const commands = run.takeCommands();
    played.push({ step: filled, at, endsAt: run.now, commands, result });
    if (result === null) break;
  }
  return played;
}

class CaseRun {
  #broker: Broker;
  #now: Instant = runStart;
  readonly #settle: number | undefined;
  readonly #variables = new Map<string, string>();
  readonly #names = new NamesMadeUp();
  readonly #lastFrames = new Map<string, Frame>();
  #commands: Command[] = [];

  constructor(version: RecordedVersion, settle: number | undefined) {
    this.#broker = createBroker(profileOf[version]);
    this.#settle = settle;
  }

  get now(): Instant {
    return this.#now;
  }

  /** What was asked of the broker since it was last taken. */
  takeCommands(): readonly Command[] {
    const commands = this.#commands;
    this.#commands = [];
    return commands;
  }

  perform(step: Step): StepResult | null {
    const isLook = /^(sleep|.*\.inspect|bindings\.list)$/.test(step.op);
    const settle = Number(
      step['settle'] ?? (isLook ? settleMsOfLooks : (this.#settle ?? settleMs)),
    );
    if (step.op === 'sleep') return this.#wait(step, Number(step['ms']) + settle, []);
    if (isLook) {
      const reply = this.#look(this.fill(step) as Step);
      this.#wait(step, settle, []);
      return { reply };
    }
    if (!isEngineOp(step.op)) return null;
    return this.#wait(step, settle, this.#ask(step));
  }

  #ask(step: Step): readonly BrokerEvent[] {
    const events: BrokerEvent[] = [];
    const count = Number(step['count'] ?? 1);
    for (let number = 1; number <= count; number++) {
      const command = toCommand(this.fill(step, number) as Step);
      this.#commands.push(command);
      const outcome = apply(this.#broker, command, this.#now);
      this.#broker = outcome.broker;
      events.push(...outcome.events);
    }
    return events;
  }

  #wait(step: Step, ms: number, before: readonly BrokerEvent[]): StepResult {
    this.#now = after(this.#now, millis(ms));
    const woken = apply(this.#broker, { type: 'time.pass' }, this.#now);
    this.#broker = woken.broker;
    const refusal = before.find((event) => event.type === 'operator.refused');
    if (refusal !== undefined) return { reply: adminError(refusal) };
    const frames = [...before, ...woken.events].filter((event) => event.kind === 'frame');
    for (const frame of frames) this.#lastFrames.set(channelKeyOf(frame), frame);
    const reply = frames.find((frame) => isReply(frame, step));
    this.#remember(step, reply);
    return this.#tell(
      reply,
      frames.filter((frame) => frame !== reply),
    );
  }

  /** What later steps name: a queue name or consumer tag, or fields of the last frame. */
  #remember(step: Step, reply: Frame | undefined): void {
    const alias = step['as'];
    if (typeof alias === 'string' && reply?.type === 'queue.declare-ok') {
      this.#variables.set(alias, reply.queue);
    }
    if (typeof alias === 'string' && reply?.type === 'basic.consume-ok') {
      this.#variables.set(alias, reply.consumerTag);
    }
    const last = this.#lastFrames.get(String(step['ch'] ?? 'a'));
    for (const [name, path] of Object.entries((step['capture'] as object | undefined) ?? {})) {
      const value = String(path)
        .split('.')
        .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], last);
      this.#variables.set(name, String(value));
    }
  }

  #tell(reply: Frame | undefined, others: readonly Frame[]): StepResult {
    const channels = new Map<string, unknown[]>();
    const confirms = new Map<string, { acked: number[]; nacked: number[] }>();
    for (const frame of others) {
      const key = channelKeyOf(frame);
      if (frame.type === 'basic.ack' || frame.type === 'basic.nack') {
        const told = confirms.get(key) ?? { acked: [], nacked: [] };
        confirms.set(key, told);
        told[frame.type === 'basic.ack' ? 'acked' : 'nacked'].push(frame.deliveryTag);
      } else {
        channels.set(key, [...(channels.get(key) ?? []), this.#normalize(frame)]);
      }
    }
    for (const [key, { acked, nacked }] of confirms) {
      const told = {
        method: 'confirms',
        ...(acked.length > 0 ? { acked } : {}),
        ...(nacked.length > 0 ? { nacked } : {}),
      };
      channels.set(key, [...(channels.get(key) ?? []), told]);
    }
    return {
      ...(reply === undefined ? {} : { reply: this.#normalize(reply) }),
      ...(channels.size === 0 ? {} : { events: Object.fromEntries(channels) }),
    };
  }

  #look(step: Step): unknown {
    const { op } = step;
    if (op === 'queue.inspect') return this.#inspectQueue(step['queue'] as QueueName);
    if (op === 'exchange.inspect') return this.#inspectExchange(step['exchange'] as ExchangeName);
    const bindings = listBindings(this.#broker, defaultVhost);
    return { method: op, bindings: this.#names.normalize(bindings) };
  }

  #inspectQueue(name: QueueName): unknown {
    const queue = queueOf(this.#broker, defaultVhost, name);
    if (queue === undefined) return { method: 'queue.inspect', exists: false };
    const { readyCount: ready, unackedCount: unacked } = queue;
    const consumers = consumerCountOf(queue);
    return { method: 'queue.inspect', exists: true, ready, unacked, consumers };
  }

  #inspectExchange(name: ExchangeName): unknown {
    const exchange = exchangeOf(this.#broker, defaultVhost, name);
    if (exchange === undefined) return { method: 'exchange.inspect', exists: false };
    const { type, durable, autoDelete, internal, arguments: args } = exchange;
    const told = { exists: true, type, durable, autoDelete, internal };
    return { method: 'exchange.inspect', ...told, arguments: this.#names.normalize(args) };
  }

  /** `${g}` stands for a name an earlier step remembered, `{i}` for the number of the publish. */
  fill(value: unknown, number?: number): unknown {
    if (typeof value === 'string') {
      const filled = value.replace(
        /\$\{(\w+)\}/g,
        (_, name: string) => this.#variables.get(name) ?? '',
      );
      return number === undefined ? filled : filled.replaceAll('{i}', String(number));
    }
    if (Array.isArray(value)) return value.map((item) => this.fill(item, number));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, this.fill(item, number)]),
    );
  }

  #normalize(frame: Frame): unknown {
    const { kind: _, channel, connection, type, ...fields } = frame;
    const { message: __, ...wire } = fields as { message?: unknown };
    // Fields that are on the wire and of no use to anybody; the recorder wrote them down.
    const more =
      type === 'channel.open-ok'
        ? { channelId: '' }
        : type === 'basic.get-empty'
          ? { clusterId: '' }
          : type === 'basic.cancel'
            ? { nowait: true }
            : {};
    const extra = type === 'basic.ack' || type === 'basic.nack' ? { channel, connection } : {};
    return { method: type, ...more, ...extra, ...(this.#names.normalize(wire) as object) };
  }
}

/** RabbitMQ's HTTP API writes complaints about policies, and only those, for a web page. */
function adminError({
  command,
  status,
  reason,
}: Extract<BrokerEvent, { type: 'operator.refused' }>) {
  const isForPage = command.includes('policy.');
  const written = isForPage
    ? reason.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : reason;
  return { method: 'admin.error', status, reason: written };
}

const channelKeyOf = ({ channel, connection }: Frame): string =>
  channel ?? `connection:${connection}`;

/** The frame that answers the step; what is refused is answered by an event, but for opening. */
function isReply(frame: Frame, { op }: Step): boolean {
  if (op === 'connection.open' && frame.type === 'connection.close') return true;
  // The recorder took this one for an event.
  if (op === 'connection.close') return false;
  if (op === 'basic.get') return frame.type === 'basic.get-ok' || frame.type === 'basic.get-empty';
  return frame.type === `${op}-ok`;
}
