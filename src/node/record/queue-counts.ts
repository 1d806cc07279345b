/**
 * How many messages of a queue are ready and how many unacknowledged, and its consumers, asked of the
 * queue itself. The management API tells what was true some seconds ago, and a passive declare renews
 * the queue's expiry, is refused for other connections' exclusive queues and does not know what is
 * unacknowledged; so this asks through an Erlang shell that stays open.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

export interface Counts {
  readonly ready: number;
  readonly unacked: number;
  readonly consumers: number;
}

const answerWithinMs = 15_000;

export class QueueCounts {
  readonly #node: string;
  readonly #shell: ChildProcess;
  readonly #waiting = new Map<number, (answer: string) => void>();
  #heard = '';
  #asked = 0;

  /** `command` starts an Erlang shell that knows the broker's cookie. */
  constructor(command: string, node: string) {
    this.#node = node;
    this.#shell = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'inherit'] });
    this.#shell.stdout?.on('data', (chunk: Buffer) => this.#hear(chunk.toString()));
  }

  /** Null where there is no such queue. */
  async count(vhost: string, queue: string): Promise<Counts | null> {
    const number = ++this.#asked;
    const answer = new Promise<string>((done, failed) => {
      this.#waiting.set(number, done);
      setTimeout(
        () => failed(new Error('The Erlang shell of --erl does not answer.')),
        answerWithinMs,
      ).unref();
    });
    this.#shell.stdin?.write(questionOf(number, this.#node, vhost, queue));
    const text = await answer;
    if (text === 'none') return null;
    const [ready = Number.NaN, unacked = Number.NaN, consumers = Number.NaN] = text
      .split(' ')
      .map(Number);
    if (Number.isNaN(ready + unacked + consumers)) throw new Error(`The broker said ${text}`);
    return { ready, unacked, consumers };
  }

  end(): void {
    this.#shell.stdin?.end('halt().\n');
  }

  #hear(text: string): void {
    const lines = (this.#heard + text).split('\n');
    this.#heard = lines.pop() ?? '';
    for (const line of lines) {
      const [, number, answer] = /@@(\d+) (.*)@@/.exec(line) ?? [];
      if (number !== undefined) this.#waiting.get(Number(number))?.(answer ?? '');
    }
  }
}

const binary = (text: string): string => `<<${[...Buffer.from(text)].join(',')}>>`;

/**
 * One line of Erlang. Each queue type is asked in the way that is exact at once: what a quorum queue
 * tells as `info` lags behind, what its state machine is asked does not.
 */
function questionOf(number: number, node: string, vhost: string, queue: string): string {
  const call = (module: string, name: string, args: string): string =>
    `rpc:call('${node}', ${module}, ${name}, [${args}])`;
  const resource = `{resource, ${binary(vhost)}, queue, ${binary(queue)}}`;
  const keys = '[messages_ready, messages_unacknowledged, consumers]';
  const checkedOut = 'fun rabbit_fifo:query_messages_checked_out/1';
  const lines = [
    `(fun() -> Answer = case ${call('rabbit_amqqueue', 'lookup', resource)} of`,
    `{ok, Q} -> case ${call('amqqueue', 'get_type', 'Q')} of`,
    `rabbit_quorum_queue ->`,
    `{ok, Ready, Consumers} = ${call('rabbit_amqqueue', 'stat', 'Q')},`,
    `Leader = ${call('amqqueue', 'get_pid', 'Q')},`,
    `{ok, {_, Unacked}, _} = ${call('ra', 'local_query', `Leader, ${checkedOut}`)},`,
    `io_lib:format("~b ~b ~b", [Ready, Unacked, Consumers]);`,
    `_ -> Info = ${call('rabbit_amqqueue', 'info', `Q, ${keys}`)},`,
    `lists:join(" ", [io_lib:format("~w", [proplists:get_value(Key, Info)]) || Key <- ${keys}])`,
    `end; _ -> "none" end,`,
    `io:format("~n@@${number} ~s@@~n", [Answer]) end)().`,
  ];
  return `${lines.join(' ')}\n`;
}
