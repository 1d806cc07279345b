/** What the broker says, as bytes. */
import type { Content, FrameBody } from '#engine';
import { encodeContent } from './codec/content.ts';
import { encodeMethodFrame } from './codec/method-codec.ts';
import type { FieldsToSend } from './codec/method.ts';
import type { Confirm } from './confirm-run.ts';

/** What goes out: what the broker says, several of its confirms in one, and what it does not know. */
export type Saying =
  | FrameBody
  | ({ readonly type: 'basic.ack' } & Confirm)
  | { readonly type: 'access.request-ok'; readonly ticket: number };

/** In an array of its own; the body of a message is cut where `frameMax` demands it. */
export function bytesOfFrame(channel: number, saying: Saying, frameMax: number): Uint8Array {
  // The names of its fields are those of the protocol; what else is in there is not written.
  const fields = saying as unknown as FieldsToSend;
  if ('body' in saying) {
    const { type, properties, body }: { readonly type: string } & Content = saying;
    return encodeContent(channel, type, fields, properties, body, frameMax);
  }
  // The server does not ask whether a client agrees with it.
  if (saying.type === 'basic.cancel') {
    const { type, consumerTag } = saying;
    return encodeMethodFrame(channel, type, { consumerTag, nowait: true });
  }
  return encodeMethodFrame(channel, saying.type, fields);
}
