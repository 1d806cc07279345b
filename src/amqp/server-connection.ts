/**
 * The server's side of an AMQP 0-9-1 connection: bytes of a client go in, what the broker says goes in,
 * and bytes for the client come out. It knows no socket and no clock.
 *
 * https://www.rabbitmq.com/docs/connections
 */
import type { ClientMethod, Frame, UserName, VhostName } from '#engine';
import { ChannelConversation } from './channel-conversation.ts';
import { decodeContentHead } from './codec/content-header.ts';
import { FrameReader } from './codec/frame-reader.ts';
import { frameTypes, heartbeatFrame, protocolHeader } from './codec/frame-types.ts';
import type { RawFrame } from './codec/frame-types.ts';
import { encodeMethodFrame } from './codec/method-codec.ts';
import type { FieldsToSend, Method } from './codec/method.ts';
import { unexpectedFrame, unknownFrame, WireError } from './codec/wire-error.ts';
import { forced, loginRefused, unexpectedInState } from './connection-error.ts';
import type { ConnectionInfo, ConnectionState } from './connection-info.ts';
import { decodeConnectionMethod } from './connection-method.ts';
import { Countdown } from './countdown.ts';
import { bytesOfFrame } from './frame-bytes.ts';
import type { Saying } from './frame-bytes.ts';
import { firstFrameMax, offered, readStartOk, readTuneOk } from './handshake.ts';
import type { Session, Tuning } from './handshake.ts';
import { Heartbeats } from './heartbeats.ts';
import { Outbox } from './outbox.ts';
import { HeaderReader } from './protocol-header.ts';
import type { ServerConnectionOptions } from './server-connection-options.ts';
import { locales, mechanismsOf, serverProperties } from './server-properties.ts';

/** What a client may take until it is logged in and has opened its virtual host. */
const handshakeMs = 10_000;
/** Who fails at the door is left standing there, so that trying again and again takes its time. */
const silenceMs = 3_000;
/** What a client may take to answer that the connection is closed, or to end it then. */
const closingMs = 30_000;
/** A failure of RabbitMQ's own, of which it does not speak to those who are not in yet. */
const internalErrorCode = 541;

/** Before the client has agreed to anything. */
const untuned: Tuning = { channelMax: 0, frameMax: firstFrameMax, heartbeatSeconds: 0 };

export class ServerConnection {
  readonly #options: ServerConnectionOptions;
  readonly #out: Outbox;
  readonly #header = new HeaderReader();
  readonly #reader = new FrameReader(() => this.#tuning.frameMax);
  readonly #countdown = new Countdown();
  #state: ConnectionState = 'waiting';
  #session: Session | null = null;
  #vhost: VhostName | null = null;
  #tuning = untuned;
  #channels: ChannelConversation;
  #heartbeats = new Heartbeats(0);
  /** Whatever comes now is not even looked at. */
  #isDeaf = false;
  #methodCount = 0;
  #receivedBytes = 0;
  #hasReceived = false;

  constructor(options: ServerConnectionOptions) {
    this.#options = options;
    this.#out = new Outbox(options.write);
    this.#channels = this.#makeChannels();
    this.#countdown.start(handshakeMs);
  }

  get info(): ConnectionInfo {
    const { channelMax, frameMax, heartbeatSeconds } = this.#tuning;
    return {
      state: this.#state,
      user: this.#session?.user ?? null,
      mechanism: this.#session?.mechanism ?? null,
      clientProperties: this.#session?.clientProperties ?? {},
      vhost: this.#vhost,
      channels: this.#channels.openNumbers,
      channelMax,
      frameMax,
      heartbeatSeconds,
      receivedBytes: this.#receivedBytes,
      sentBytes: this.#out.sentBytes,
    };
  }

  /** The number, from 0, of the method frame that came last. */
  get currentMethodIndex(): number {
    return Math.max(0, this.#methodCount - 1);
  }

  receive(bytes: Uint8Array): void {
    this.#receivedBytes += bytes.length;
    this.#hasReceived = true;
    if (this.#isDeaf) return;
    this.#out.hold();
    this.#channels.holdConfirms();
    try {
      this.#reader.push(this.#state === 'waiting' ? this.#readHeader(bytes) : bytes);
      while (this.#readFrame());
    } finally {
      if (this.#state === 'running') this.#channels.confirm();
      this.#out.release();
    }
  }

  hear(frame: Frame): void {
    if (this.#state === 'closing' || this.#state === 'ended') return;
    if (frame.type === 'basic.cancel' && !this.#understands('consumer_cancel_notify')) return;
    try {
      if (frame.channel === null) this.#hearOnConnection(frame);
      else this.#channels.hear(frame.channel, frame);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** The stream has ended, or was cut. */
  peerGone(): void {
    this.#leaveBroker();
    this.#state = 'ended';
    this.#isDeaf = true;
  }

  /** Milliseconds of any clock; `isReading` is false while bytes of the client wait to be received. */
  tick(nowMs: number, isReading = true): void {
    if (this.#state === 'ended') return;
    if (this.#countdown.tick(nowMs)) {
      this.#hangUp();
      return;
    }
    if (this.#state !== 'opening' && this.#state !== 'running') return;
    const hasReceived = this.#hasReceived;
    this.#hasReceived = false;
    const since = { hasSent: this.#out.takeHasSent(), hasReceived, isReading };
    const verdict = this.#heartbeats.tick(nowMs, since);
    if (verdict === 'send') {
      this.#out.send(heartbeatFrame());
      // It is known of already, and would put off the next one.
      this.#out.takeHasSent();
    }
    if (verdict === 'gone') this.#hangUp();
  }

  /** As a broker that shuts down does, with the reason `shutdown`, or an operator with any other. */
  closeByOperator(reason: string): void {
    if (this.#state === 'running') this.#close(forced(reason));
    else if (this.#state !== 'closing' && this.#state !== 'closed') this.#hangUp();
  }

  #readHeader(bytes: Uint8Array): Uint8Array {
    const rest = this.#header.push(bytes);
    const { verdict } = this.#header;
    if (verdict === 'incomplete') return rest;
    if (verdict === 'wrong') {
      this.#out.send(protocolHeader());
      this.#hangUp();
      return rest;
    }
    const { profile } = this.#options;
    this.#state = 'starting';
    this.#send('connection.start', {
      versionMajor: 0,
      versionMinor: 9,
      serverProperties: serverProperties(profile),
      mechanisms: mechanismsOf(profile),
      locales,
    });
    return rest;
  }

  /** Takes the next one; false when there is none for the time being. */
  #readFrame(): boolean {
    if (this.#isDeaf) return false;
    let frame: RawFrame | null;
    try {
      frame = this.#reader.next();
    } catch (error) {
      this.#fail(error);
      // Where the next frame begins is not known any more, so that no answer can be read either.
      this.#fallSilent();
      return false;
    }
    if (frame === null) return false;
    if (frame.type === frameTypes.method) this.#methodCount += 1;
    try {
      this.#take(frame);
    } catch (error) {
      this.#fail(error);
    }
    return true;
  }

  #take(frame: RawFrame): void {
    switch (this.#state) {
      case 'running':
        if (frame.channel === 0) this.#takeRunning(frame);
        else this.#channels.take(frame, this.currentMethodIndex);
        break;
      case 'starting':
      case 'tuning':
      case 'opening':
        this.#takeOpening(frame);
        break;
      case 'closing':
      case 'closed':
        this.#takeClosing(frame);
        break;
      default:
    }
  }

  /** The method in a frame that must be one of the connection; null for a heartbeat. */
  #methodIn(frame: RawFrame): Method | null {
    const { type, channel, payload } = frame;
    if (channel !== 0) throw unexpectedFrame(frame);
    if (type === frameTypes.method) return decodeConnectionMethod(payload);
    if (type === frameTypes.heartbeat && payload.length === 0) return null;
    // Frames that are none are told apart from those that have no business here.
    if (type === frameTypes.header) decodeContentHead(payload);
    throw type === frameTypes.header || type === frameTypes.body
      ? unexpectedFrame(frame)
      : unknownFrame(frame);
  }

  #takeOpening(frame: RawFrame): void {
    const method = this.#methodIn(frame);
    if (method === null) return;
    if (this.#state === 'starting') this.#takeStartOk(method);
    else if (this.#state === 'tuning') this.#takeTuneOk(method);
    else this.#takeOpen(method);
  }

  #takeStartOk(method: Method): void {
    const answer = readStartOk(method, this.#options);
    if (answer === null) {
      this.#fallSilent();
      return;
    }
    const { session, isRight } = answer;
    if (isRight) {
      this.#session = session;
      this.#state = 'tuning';
      this.#send('connection.tune', { ...offered, heartbeat: this.#options.heartbeatSeconds });
    } else if (session.capabilities.has('authentication_failure_close')) {
      this.#close(loginRefused(session.mechanism));
      this.#waitToHangUp(silenceMs);
    } else {
      this.#state = 'closed';
      this.#waitToHangUp(silenceMs);
    }
  }

  #takeTuneOk(method: Method): void {
    const tuning = readTuneOk(method);
    if (tuning === null) {
      this.#fallSilent();
      return;
    }
    this.#tuning = tuning;
    this.#heartbeats = new Heartbeats(tuning.heartbeatSeconds);
    this.#channels = this.#makeChannels();
    this.#state = 'opening';
  }

  #takeOpen(method: Method): void {
    if (method.name !== 'connection.open' || this.#vhost !== null || this.#session === null)
      throw unexpectedInState('opening', method);
    const { user, password } = this.#session;
    this.#vhost = method.fields['virtualHost'] as VhostName;
    const login = { user: user as UserName, password, vhost: this.#vhost };
    this.#submit({ type: 'connection.open', connection: this.#options.id, ...login });
  }

  #takeRunning(frame: RawFrame): void {
    const method = this.#methodIn(frame);
    if (method === null) return;
    if (method.name === 'connection.close') {
      this.#state = 'closed';
      this.#submit({ type: 'connection.close', connection: this.#options.id });
    } else if (method.name === 'connection.update-secret') {
      // Passwords do not expire, so that there is nothing to renew.
      this.#send('connection.update-secret-ok', {});
    } else throw unexpectedInState('running', method);
  }

  /** What was sent before the end was known is thrown away. */
  #takeClosing({ type, channel, payload }: RawFrame): void {
    if (type !== frameTypes.method || channel !== 0) return;
    const { name } = decodeConnectionMethod(payload);
    if (name === 'connection.close') this.#send('connection.close-ok', {});
    else if (name === 'connection.close-ok') this.#hangUp();
  }

  /** Clients tell when they log in what they may be told. */
  #understands(capability: string): boolean {
    return this.#session?.capabilities.has(capability) === true;
  }

  #hearOnConnection(frame: Frame): void {
    switch (frame.type) {
      case 'connection.open-ok':
        this.#state = 'running';
        this.#countdown.stop();
        this.#send(frame.type, {});
        break;
      case 'connection.close':
        this.#hearClose(frame);
        break;
      case 'connection.close-ok':
        this.#channels.confirm();
        this.#send(frame.type, {});
        this.#waitToHangUp(closingMs);
        break;
      case 'connection.blocked':
      case 'connection.unblocked':
        if (this.#understands('connection.blocked')) this.#say(0, frame);
        break;
      default:
        this.#say(0, frame);
    }
  }

  #hearClose(frame: Frame): void {
    this.#channels.confirm();
    this.#say(0, frame);
    // It has passed the client's own on the way, which the broker answers no more.
    if (this.#state === 'closed') this.#send('connection.close-ok', {});
    this.#state = 'closing';
    this.#waitToHangUp(closingMs);
  }

  /** Nothing but a mistake in the bytes of a client ends here; any other is ours. */
  #fail(error: unknown): void {
    if (!(error instanceof WireError)) throw error;
    switch (error.isWordless ? 'wordless' : this.#state) {
      case 'starting':
      case 'tuning':
        this.#fallSilent();
        break;
      case 'opening':
        if (error.replyCode === internalErrorCode) this.#fallSilent();
        else this.#close(error);
        break;
      case 'running':
        this.#close(error);
        break;
      case 'wordless':
        this.#hangUp();
        break;
      default:
        // RabbitMQ wants to say in its log whose mistake it is; where nobody has logged in, it fails.
        if (this.#session === null) this.#hangUp();
    }
  }

  #close({ replyCode, replyText, classId, methodId }: WireError): void {
    this.#channels.confirm();
    this.#send('connection.close', { replyCode, replyText, classId, methodId });
    this.#leaveBroker();
    this.#state = 'closing';
    this.#waitToHangUp(closingMs);
  }

  /** Without a word, and without hearing one. */
  #fallSilent(): void {
    if (this.#state === 'ended') return;
    this.#isDeaf = true;
    this.#waitToHangUp(silenceMs);
  }

  #waitToHangUp(ms: number): void {
    // Where no time passes nothing is waited for, unless the client has yet to answer.
    if (this.#options.heartbeatSeconds > 0) this.#countdown.start(ms);
    else if (this.#isDeaf || this.#state !== 'closing') this.#hangUp();
  }

  #hangUp(): void {
    if (this.#state === 'ended') return;
    if (this.#state === 'running') this.#channels.confirm();
    this.#leaveBroker();
    this.#state = 'ended';
    this.#isDeaf = true;
    this.#out.flush();
    this.#options.end();
  }

  #leaveBroker(): void {
    const isKnown =
      this.#state === 'running' || (this.#state === 'opening' && this.#vhost !== null);
    if (!isKnown) return;
    // What the broker says from now on is said to nobody.
    this.#state = 'ended';
    this.#submit({ type: 'connection.drop', connection: this.#options.id });
  }

  #submit(command: ClientMethod): void {
    this.#options.submit(command, this.currentMethodIndex);
  }

  #send(name: string, fields: FieldsToSend): void {
    this.#out.send(encodeMethodFrame(0, name, fields));
  }

  #say(channel: number, saying: Saying): void {
    this.#out.send(bytesOfFrame(channel, saying, this.#tuning.frameMax));
  }

  #makeChannels(): ChannelConversation {
    const say = (channel: number, saying: Saying): void => this.#say(channel, saying);
    return new ChannelConversation(this.#options, this.#tuning.channelMax, say);
  }
}
