/** What a real RabbitMQ answered, frame by frame, must be what a server connection answers. */
import { apply, createBroker, nextDeadline, profiles } from '#engine';
import type { Broker, Command, ConnectionId, Instant, UserName, VhostName } from '#engine';
import { describe, expect, it } from 'vitest';
import { conversationPlace } from '../node/record/conversations/conversation.ts';
import type { Conversation, ConversationFile } from '../node/record/conversations/conversation.ts';
import { playConversation } from '../node/record/conversations/play-conversation.ts';
import type { Peer } from '../node/record/conversations/play-conversation.ts';
import { ServerConnection } from './server-connection.ts';

// As text: Vite's own reading refuses the lone surrogates that bytes which are no text become.
const files = import.meta.glob<string>('./conversations/*.json', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const connection = 'c1' as ConnectionId;

/** A broker of its own for one connection, with time that passes when the client pauses. */
class PeerInMemory implements Peer {
  #broker: Broker;
  #bytes: Uint8Array[] = [];
  #isEnded = false;
  #elapsed = 0;
  readonly #connection: ServerConnection;

  constructor() {
    this.#broker = createBroker(profiles['3.10']);
    const { vhost, closedVhost, user, powerlessUser, password } = conversationPlace;
    const every = { configure: '.*', write: '.*', read: '.*' };
    const none = { configure: '', write: '', read: '' };
    const of = { user: user as UserName, vhost: vhost as VhostName };
    for (const name of [vhost, closedVhost])
      this.#ask({ type: 'vhost.create', vhost: name as VhostName });
    this.#ask({ type: 'user.set', user: powerlessUser as UserName, password });
    this.#ask({ type: 'permissions.set', ...of, ...every });
    this.#ask({ type: 'permissions.set', ...of, ...none, user: powerlessUser as UserName });
    this.#connection = new ServerConnection({
      id: connection,
      profile: profiles['3.10'],
      isLoopback: true,
      heartbeatSeconds: 60,
      checkLogin: (name, word) => this.#broker.users.get(name as UserName)?.password === word,
      submit: (command) => this.#ask(command),
      write: (bytes) => this.#bytes.push(bytes),
      end: () => {
        this.#isEnded = true;
      },
    });
  }

  get isClosed(): boolean {
    return this.#isEnded && this.#bytes.length === 0;
  }

  get elapsed(): number {
    return this.#elapsed;
  }

  write(bytes: Uint8Array): void {
    if (!this.#isEnded) this.#connection.receive(bytes);
  }

  take(): Uint8Array {
    const bytes = Buffer.concat(this.#bytes);
    this.#bytes = [];
    return bytes;
  }

  async pause(ms: number): Promise<void> {
    const until = this.#elapsed + ms;
    for (let due = nextDeadline(this.#broker); due !== null; due = nextDeadline(this.#broker)) {
      if (due > until) break;
      this.#elapsed = Math.max(this.#elapsed, due);
      this.#ask({ type: 'time.pass' });
    }
    this.#elapsed = until;
    this.#connection.tick(until);
  }

  #ask(command: Command): void {
    const { broker, events } = apply(this.#broker, command, this.#elapsed as Instant);
    this.#broker = broker;
    for (const event of events)
      if (event.kind === 'frame' && event.connection === connection) this.#connection.hear(event);
  }
}

const linesOf = ({ turns }: Pick<Conversation, 'turns'>): readonly string[] =>
  turns.flatMap(({ hears = [], closed }, turn) => [
    ...hears.map((heard) => `${turn}: ${JSON.stringify(heard)}`),
    ...(closed === undefined ? [] : [`${turn}: closed after ${closed} s`]),
  ]);

for (const [path, text] of Object.entries(files)) {
  const { broker, conversations } = JSON.parse(text) as ConversationFile;
  describe(path.replaceAll(/^.*\/|\.json$/g, ''), () => {
    for (const conversation of conversations) {
      it(`${conversation.name}, as RabbitMQ ${broker} answered it`, async () => {
        const turns = await playConversation(conversation, new PeerInMemory());
        expect(linesOf({ turns })).toEqual(linesOf(conversation));
      });
    }
  });
}
