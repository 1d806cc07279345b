/**
 * Plays the steps of one case against a broker, in a virtual host of its own, and tells what the
 * broker answered to each.
 */
import { exec } from 'node:child_process';
import { promisify } from 'node:util';
import { hasField, isMethodName } from '#amqp';
import type { Step } from '#conformance';
import type { AmqpAddress, Login } from './client/amqp-connection.ts';
import type { Table } from './client/told-fields.ts';
import { CaseConnections } from './case-connections.ts';
import type { Sent } from './case-connections.ts';
import type { RecordableCase } from './case-file.ts';
import { InventedNames } from './invented-names.ts';
import { isOperatorStep } from './management.ts';
import type { Management } from './management.ts';
import type { QueueCounts } from './queue-counts.ts';
import { Settling } from './settling.ts';
import { tellStep } from './step-ear.ts';
import type { Heard, Told } from './step-ear.ts';
import { Variables } from './variables.ts';
import type { VhostPool } from './vhost-pool.ts';

/** Where cases are played. */
export interface Place {
  readonly address: AmqpAddress;
  readonly management: Management;
  /** Who logs in where a case names nobody. */
  readonly login: Omit<Login, 'vhost'>;
  readonly vhosts: VhostPool;
  readonly counts: QueueCounts | null;
  /** The command that stops and starts the broker. */
  readonly restart: string | null;
}

/** A case that this recorder cannot play, with what would help. */
export class CannotPlay extends Error {}

const settleMs = 50;
const settleMsOfLooks = 15;
const broken = ['channel.close', 'connection.close'];
/** Methods that nothing answers. */
const unanswered = ['basic.publish', 'basic.ack', 'basic.nack', 'basic.reject'];

export async function playCase(kase: RecordableCase, place: Place): Promise<readonly Told[]> {
  const { management, vhosts, login } = place;
  const vhost = await vhosts.take();
  const run = new CaseRun(kase, place, vhost);
  try {
    return await run.play();
  } finally {
    run.end();
    for (const { op, user } of kase.steps) {
      if (op === 'user.set' && user !== login.user) await management.removeUser(String(user));
    }
    await vhosts.giveBack(vhost);
  }
}

const isLook = (op: string): boolean => /^(sleep|.*\.inspect|bindings\.list)$/.test(op);

class CaseRun {
  readonly #kase: RecordableCase;
  readonly #place: Place;
  readonly #vhost: string;
  readonly #names: InventedNames;
  readonly #connections: CaseConnections;
  readonly #settling = new Settling();
  readonly #variables = new Variables();
  #heard: Heard[] = [];

  constructor(kase: RecordableCase, place: Place, vhost: string) {
    this.#kase = kase;
    this.#place = place;
    this.#vhost = vhost;
    this.#names = new InventedNames(vhost);
    this.#connections = new CaseConnections(place.address, (heard) => {
      this.#heard.push(heard);
      this.#variables.hear(heard);
      this.#settling.stir();
    });
  }

  async play(): Promise<readonly Told[]> {
    await this.#perform({ op: 'connection.open', conn: 'main' });
    await this.#perform({ op: 'channel.open', ch: 'a' });
    const results: Told[] = [];
    for (const step of this.#kase.steps) results.push(await this.#perform(step));
    return results;
  }

  end(): void {
    this.#connections.dropAll();
  }

  async #perform(step: Step): Promise<Told> {
    const { op } = step;
    const usual = isLook(op) ? settleMsOfLooks : (this.#kase.settle ?? settleMs);
    const settle = Number(step['settle'] ?? usual);
    const answer = await this.#act(this.#variables.resolve(step) as Step, step);
    await this.#settling.silence(settle);
    const heard = this.#heard;
    this.#heard = [];
    const isReply = (one: Heard): boolean => one === answer;
    const told = tellStep(
      heard.find(isReply) ?? (answer !== null && 'at' in answer ? (answer as Heard) : undefined),
      heard.filter((one) => !isReply(one)),
      this.#names,
      (channel) => this.#connections.unconfirmed(channel),
    );
    const looked = answer !== null && !('at' in answer) ? { reply: answer } : {};
    this.#variables.remember(step, answer as Heard | null);
    return { ...looked, ...told };
  }

  /** The frame that answers the step, or what an operator or a look was told. */
  async #act(step: Step, unfilled: Step): Promise<Heard | object | null> {
    const { op } = step;
    const conn = String(step['conn'] ?? 'main');
    if (op === 'sleep') return this.#sleep(Number(step['ms']));
    if (op === 'connection.open') return this.#open(step, conn);
    if (op === 'connection.drop') return this.#drop(conn);
    if (op === 'connection.close') return this.#close(conn);
    if (op === 'broker.restart') return this.#restart();
    if (isOperatorStep(op)) return this.#operate(step);
    if (isLook(op)) return this.#look(step);
    if (!isMethodName(op)) throw new CannotPlay(`the recorder does not know '${op}'`);
    return this.#ask(step, unfilled, conn);
  }

  async #sleep(ms: number): Promise<null> {
    await new Promise((done) => setTimeout(done, ms));
    return null;
  }

  #open({ user, password, vhost }: Step, conn: string): Promise<Heard> {
    const { login } = this.#place;
    return this.#connections.open(conn, {
      user: String(user ?? login.user),
      password: String(password ?? login.password),
      vhost: vhost === undefined || vhost === '/' ? this.#vhost : String(vhost),
    });
  }

  async #drop(conn: string): Promise<null> {
    this.#connections.drop(conn);
    return null;
  }

  async #close(conn: string): Promise<null> {
    this.#connections.sendTo(conn, { name: 'connection.close', fields: { replyCode: 200 } });
    await this.#settling.until(() => this.#connections.isGone(conn), 'connection.close');
    return null;
  }

  async #restart(): Promise<null> {
    const { restart } = this.#place;
    if (restart === null) throw new CannotPlay('broker.restart needs --restart "COMMAND"');
    await promisify(exec)(restart);
    return null;
  }

  async #operate(step: Step): Promise<object | null> {
    const refusal = await this.#place.management.operate(step, this.#vhost);
    return refusal === null ? null : (this.#names.normalize(refusal) as object);
  }

  async #look(step: Step): Promise<object> {
    const { op } = step;
    const { management } = this.#place;
    if (op === 'queue.inspect') return this.#inspectQueue(String(step['queue']));
    if (op === 'exchange.inspect') {
      const exchange = await management.exchange(this.#vhost, String(step['exchange']));
      return { method: op, ...(this.#names.normalize(exchange) as object) };
    }
    const bindings = this.#names.normalize(await management.bindings(this.#vhost));
    return { method: op, bindings: sortBindings(bindings as readonly Table[]) };
  }

  async #inspectQueue(queue: string): Promise<object> {
    const { counts } = this.#place;
    if (counts === null) {
      throw new CannotPlay('queue.inspect needs --erl "COMMAND" (an Erlang shell, see the docs)');
    }
    const counted = await counts.count(this.#vhost, queue);
    if (counted === null) return { method: 'queue.inspect', exists: false };
    const { ready, unacked, consumers } = counted;
    return { method: 'queue.inspect', consumers, exists: true, ready, unacked };
  }

  async #ask(step: Step, unfilled: Step, conn: string): Promise<Heard | null> {
    const { op } = step;
    const channel = String(step['ch'] ?? 'a');
    if (op === 'channel.open') this.#connections.name(channel, conn);
    const count = Number(step['count'] ?? 1);
    const methods = Array.from({ length: count }, (_, index) =>
      toMethod(op === 'basic.publish' ? this.#variables.resolve(unfilled, index + 1) : step),
    );
    this.#connections.sendOn(channel, methods);
    if (unanswered.includes(op)) return null;
    const owner = this.#connections.connectionOf(channel);
    const answer = (): Heard | undefined => this.#heard.find((one) => answers(one, op, channel));
    const isRefused = (): boolean =>
      this.#heard.some(({ name, at }) => broken.includes(name) && at === channel) ||
      this.#connections.isGone(owner);
    await this.#settling.until(() => answer() !== undefined || isRefused(), op);
    return answer() ?? null;
  }
}

function answers({ at, name }: Heard, op: string, channel: string): boolean {
  if (at !== channel) return false;
  if (op === 'basic.get') return name === 'basic.get-ok' || name === 'basic.get-empty';
  return name === `${op}-ok`;
}

function toMethod(filled: unknown): Sent {
  const { op, body, properties, ...rest } = filled as Step;
  const fields = {
    ...(op === 'exchange.declare' ? { type: 'direct' } : {}),
    ...Object.fromEntries(Object.entries(rest).filter(([key]) => hasField(op, key))),
  };
  if (op !== 'basic.publish') return { name: op, fields };
  const content = { properties: (properties ?? {}) as Table, body: String(body ?? '') };
  return { name: op, fields, content };
}

const sortKeys = ['source', 'destination', 'destinationType', 'routingKey', 'arguments'];

function sortBindings(bindings: readonly Table[]): readonly Table[] {
  const keyed = bindings.map((binding) => ({
    binding,
    key: sortKeys.map((name) => JSON.stringify(binding[name])),
  }));
  return keyed
    .sort(({ key: one }, { key: other }) => {
      const at = one.findIndex((part, index) => part !== other[index]);
      return at === -1 ? 0 : (one[at] as string) < (other[at] as string) ? -1 : 1;
    })
    .map(({ binding }) => binding);
}
