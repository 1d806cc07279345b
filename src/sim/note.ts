/**
 * Notes: what happened in a run outside the broker, for whoever reads the journal. Some tell of
 * frames that reached their client, and have the frame's name; others of what clients and people
 * did. Like facts, they hold names and ids.
 */
import type { ConsumerTag, Frame, MessageId } from '#engine';
import type { SourcePlace } from './programs.ts';
import type { Act } from './run.ts';

interface OfClient {
  readonly client: string;
}

type Refusal = Extract<Frame, { type: 'channel.close' | 'connection.close' }>;

export type NoteBody =
  | ({ readonly type: 'client.connecting' | 'client.connected' | 'client.stopped' } & OfClient)
  /** Its connection is gone. `message` is what it was working on when it crashed. */
  | ({
      readonly type: 'client.disconnected';
      readonly cause: 'dropped' | 'crashed' | 'refused' | 'restart';
      readonly message: MessageId | null;
      /** Null for a program, which does as it is written. */
      readonly reconnectsInMs: number | null;
    } & OfClient)
  /** The broker's refusal has reached the client. */
  | ({
      readonly type: 'channel.close' | 'connection.close';
      readonly replyCode: Refusal['replyCode'];
      readonly replyText: string;
      /** Null for a program, which does as it is written. */
      readonly retriesInMs: number | null;
    } & OfClient)
  /** The client has learned that its subscription is over. */
  | ({
      readonly type: 'basic.cancel';
      readonly consumerTag: ConsumerTag;
      readonly retriesInMs: number | null;
    } & OfClient)
  /** A message has come back to its publisher, or its publisher has learned that it was refused. */
  | ({
      readonly type: 'basic.return' | 'basic.nack';
      readonly message: MessageId;
      readonly replyText: string | null;
      /** Null where the publisher leaves it at that. */
      readonly retriesInMs: number | null;
    } & OfClient)
  /** A publish did not arrive: its connection was cut, or its channel closed, on the way. */
  | ({ readonly type: 'publish.lost'; readonly message: MessageId } & OfClient)
  /** A publish arrived and was refused, and its channel or connection with it. */
  | ({
      readonly type: 'publish.refused';
      readonly message: MessageId;
      readonly replyText: string;
    } & OfClient)
  /** A message that was settled when it was sent did not arrive, or was held when its client died. */
  | ({ readonly type: 'delivery.lost'; readonly message: MessageId } & OfClient)
  /** A publish by hand could not be sent. */
  | ({ readonly type: 'publish.impossible' } & OfClient)
  /** The consumer has worked on the message and will not answer for it. */
  | ({ readonly type: 'message.forgotten'; readonly message: MessageId } & OfClient)
  /** A program begins at its first line. */
  | ({ readonly type: 'program.started' } & OfClient)
  /** A program has asked something of the broker. */
  | ({
      readonly type: 'program.asked';
      /** Such as `queue.declare hello`. */
      readonly what: string;
      readonly message: MessageId | null;
      readonly place: SourcePlace | null;
    } & OfClient)
  /** A program has written to its console. */
  | ({
      readonly type: 'program.said';
      readonly level: string;
      readonly text: string;
      readonly place: SourcePlace | null;
    } & OfClient)
  /** It has nothing left to do, or has called process.exit. */
  | ({ readonly type: 'program.ended'; readonly code: number } & OfClient)
  /** It threw and nobody caught it, or it was ended because it took too long or too much. */
  | ({
      readonly type: 'program.failed' | 'program.stopped';
      readonly text: string;
      readonly place: SourcePlace | null;
    } & OfClient)
  /** A step of the run's script, counted from 1; those before the first only open its connections. */
  | { readonly type: 'script.step'; readonly number: number; readonly text: string }
  | { readonly type: 'act.performed'; readonly act: Act };

export type Note = NoteBody & { readonly kind: 'note' };
