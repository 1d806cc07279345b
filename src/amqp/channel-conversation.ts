/**
 * What is said on the channels of an open connection, both ways: frames from the client become what it
 * asks of the broker, and what the broker says becomes frames.
 */
import type {
  BasicPublish,
  ChannelId,
  ClientMethod,
  ExchangeName,
  Frame,
  FrameBody,
  Properties,
} from '#engine';
import { ChannelTable } from './channel-table.ts';
import type { ClientChannel } from './client-channel.ts';
import { frameTypes } from './codec/frame-types.ts';
import type { RawFrame } from './codec/frame-types.ts';
import type { Method } from './codec/method.ts';
import { unexpectedFrame, unknownFrame, WireError } from './codec/wire-error.ts';
import {
  channelNotOpen,
  channelOpenTwice,
  messageTooLarge,
  noDeclaredQueue,
  notImplemented,
  unimplementedMethod,
} from './connection-error.ts';
import { ConfirmRun } from './confirm-run.ts';
import type { Content, WholeMethod } from './content-assembly.ts';
import type { Saying } from './frame-bytes.ts';
import { commandOf } from './method-commands.ts';
import type { ServerConnectionOptions } from './server-connection-options.ts';

type ChannelOptions = Pick<ServerConnectionOptions, 'id' | 'profile' | 'submit'>;

const noProperties: Properties = {};

type Say = (channel: number, saying: Saying) => void;

export class ChannelConversation {
  readonly #options: ChannelOptions;
  readonly #say: Say;
  readonly #table: ChannelTable;
  /** Those on which confirms wait for others to go out with. */
  readonly #confirming = new Set<ClientChannel>();
  #isHolding = false;

  constructor(options: ChannelOptions, channelMax: number, say: Say) {
    this.#options = options;
    this.#say = say;
    this.#table = new ChannelTable(options.id, channelMax, options.profile.messageSizeMax);
  }

  get openNumbers(): readonly number[] {
    return this.#table.openNumbers;
  }

  /** A frame from the client, and how many method frames came before it. */
  take(frame: RawFrame, methodNumber: number): void {
    const { type, payload } = frame;
    if (type === frameTypes.heartbeat && payload.length === 0) throw unexpectedFrame(frame);
    if (type < frameTypes.method || type > frameTypes.body) throw unknownFrame(frame);
    const channel = this.#table.at(frame.channel);
    const whole = channel.assembly.push(frame, methodNumber);
    if (whole === null) return;
    if (channel.state === 'open') this.#takeOnOpen(channel, whole);
    else if (channel.state === 'new') this.#takeOnNew(channel, whole);
    else this.#takeOnClosing(channel, whole.method);
  }

  #takeOnNew(channel: ClientChannel, { method, number }: WholeMethod): void {
    if (isOfLastQueue(method)) {
      channel.state = 'closing';
      this.#sayClose(channel, noDeclaredQueue(method));
      return;
    }
    if (method.name !== 'channel.open') throw channelNotOpen(method);
    channel.state = 'open';
    const { id: connection } = this.#options;
    const { id, number: channelNumber } = channel;
    this.#submit({ type: 'channel.open', connection, channel: id, number: channelNumber }, number);
  }

  #takeOnClosing(channel: ClientChannel, method: Method): void {
    if (method.name === 'channel.open') throw channelOpenTwice(method);
    if (method.name === 'channel.close') this.#say(channel.number, { type: 'channel.close-ok' });
    if (method.name !== 'channel.close-ok') return;
    channel.state = 'new';
    this.#table.forgetIfOver(channel);
  }

  #takeOnOpen(channel: ClientChannel, { method, number, content }: WholeMethod): void {
    const { name } = method;
    if (name === 'basic.publish' && content !== null) {
      this.#publish(channel, method, content, number);
      return;
    }
    const asked = commandOf(method, channel.id);
    if (asked === null) {
      this.#takeSpecial(channel, method, number);
      return;
    }
    if (name === 'basic.recover-async' && method.fields['requeue'] !== true) {
      throw notImplemented('requeue=false', method);
    }
    if (asked.answer !== null) channel.await(asked.answer, asked.isSilent);
    this.#submit(asked.command, number);
  }

  /** What the broker does not know, or knows otherwise. */
  #takeSpecial(channel: ClientChannel, method: Method, number: number): void {
    switch (method.name) {
      case 'channel.open':
        throw channelOpenTwice(method);
      case 'channel.close':
        channel.state = 'new';
        channel.unansweredCloses += 1;
        this.#submit({ type: 'channel.close', channel: channel.id }, number);
        break;
      case 'access.request':
        // Every realm is open to everybody; the ticket is of no use.
        this.#say(channel.number, { type: 'access.request-ok', ticket: 1 });
        break;
      default:
        throw unimplementedMethod(method);
    }
  }

  #publish(channel: ClientChannel, { fields }: Method, content: Content, number: number): void {
    const { messageSizeMax } = this.#options.profile;
    const { properties, body, bodySize } = content;
    if (bodySize > messageSizeMax) {
      this.#closeChannel(channel, messageTooLarge(bodySize, messageSizeMax), number);
      return;
    }
    const isUnreadable = properties instanceof WireError;
    const publish: BasicPublish = {
      type: 'basic.publish',
      channel: channel.id,
      exchange: fields['exchange'] as ExchangeName,
      routingKey: fields['routingKey'] as string,
      mandatory: fields['mandatory'] === true,
      immediate: fields['immediate'] === true,
      properties: isUnreadable ? noProperties : properties,
      body,
      bodySize,
    };
    this.#submit(isUnreadable ? { ...publish, isUnreadable } : publish, number);
  }

  /** For what only the wire knows: the broker closes it as if the client had asked for it. */
  #closeChannel(channel: ClientChannel, why: WireError, number: number): void {
    channel.state = 'closing';
    channel.closedFor = why;
    this.#submit({ type: 'channel.close', channel: channel.id }, number);
  }

  #submit(command: ClientMethod, number: number): void {
    this.#options.submit(command, number);
  }

  /** Confirms wait until `confirm` is called. */
  holdConfirms(): void {
    this.#isHolding = true;
  }

  /** Says all that wait. */
  confirm(): void {
    this.#isHolding = false;
    for (const { number, confirms } of this.#confirming) {
      for (const told of confirms.take()) this.#say(number, { type: 'basic.ack', ...told });
    }
    this.#confirming.clear();
  }

  /** What the broker says on one of the channels. */
  hear(id: ChannelId, frame: Frame): void {
    const channel = this.#table.byId(id);
    if (channel === undefined) return;
    switch (frame.type) {
      case 'basic.deliver':
        this.#say(channel.number, frame);
        break;
      case 'basic.ack':
        channel.confirms.add(frame.deliveryTag);
        this.#confirming.add(channel);
        if (!this.#isHolding) this.confirm();
        break;
      case 'basic.nack':
        channel.confirms.settle(frame.deliveryTag);
        this.#say(channel.number, frame);
        break;
      case 'channel.close':
        this.#hearClose(channel, frame);
        break;
      case 'channel.close-ok':
        this.#hearCloseOk(channel);
        break;
      default:
        if (!channel.takeIsSilent(frame.type)) this.#say(channel.number, frame);
    }
  }

  #hearClose(channel: ClientChannel, frame: FrameBody): void {
    this.#endConfirms(channel);
    this.#say(channel.number, frame);
    channel.state = 'closing';
    channel.forgetAwaited();
    // It has passed the client's own on the way, which the broker answers no more.
    for (; channel.unansweredCloses > 0; channel.unansweredCloses--) {
      this.#say(channel.number, { type: 'channel.close-ok' });
    }
  }

  #hearCloseOk(channel: ClientChannel): void {
    this.#endConfirms(channel);
    const { closedFor: why } = channel;
    channel.forgetAwaited();
    if (why !== null) {
      channel.closedFor = null;
      this.#sayClose(channel, why);
      return;
    }
    channel.unansweredCloses -= 1;
    this.#say(channel.number, { type: 'channel.close-ok' });
    this.#table.forgetIfOver(channel);
  }

  #sayClose({ number }: ClientChannel, why: WireError): void {
    const { replyCode, replyText, classId, methodId } = why;
    this.#say(number, { type: 'channel.close', replyCode, replyText, classId, methodId });
  }

  /** The next publish on a channel of this number is the first again. */
  #endConfirms(channel: ClientChannel): void {
    for (const told of channel.confirms.take())
      this.#say(channel.number, { type: 'basic.ack', ...told });
    channel.confirms = new ConfirmRun();
    this.#confirming.delete(channel);
  }
}

const namesLastQueue = new Set([
  'basic.consume',
  'basic.get',
  'queue.bind',
  'queue.delete',
  'queue.purge',
  'queue.unbind',
]);

/** RabbitMQ looks for the queue that was declared last before it asks whether the channel is open. */
const isOfLastQueue = ({ name, fields }: Method): boolean =>
  fields['queue'] === '' && namesLastQueue.has(name);
