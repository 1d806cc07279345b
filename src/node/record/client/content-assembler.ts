/** Puts a method, its content header and its body frames together again, channel by channel. */
import { decodeContentHeader, decodeMethod, frameTypes, hasContent } from '#amqp';
import type { ContentHeader, Method, RawFrame } from '#amqp';
import { textOf } from '#base';
import { tellFields } from './told-fields.ts';
import type { Table } from './told-fields.ts';

/** A method that has come whole; methods with content have `properties` and `body` too. */
export interface Arrived {
  readonly channel: number;
  readonly name: string;
  readonly fields: Table;
}

interface Pending {
  readonly method: Method;
  readonly header: ContentHeader | null;
  readonly parts: readonly Uint8Array[];
}

export class ContentAssembler {
  readonly #pending = new Map<number, Pending>();

  /** Null as long as something of it is to come. */
  take({ type, channel, payload }: RawFrame): Arrived | null {
    if (type === frameTypes.heartbeat) return null;
    if (type === frameTypes.method) {
      const method = decodeMethod(payload);
      const { name, fields } = method;
      if (!hasContent(name)) return { channel, name, fields: tellFields(fields) };
      this.#pending.set(channel, { method, header: null, parts: [] });
      return null;
    }
    const pending = this.#pending.get(channel);
    if (pending === undefined) throw new Error('Content came without a method.');
    const { header, parts } = pending;
    const next =
      type === frameTypes.header
        ? { ...pending, header: decodeContentHeader(payload) }
        : { ...pending, header, parts: [...parts, payload] };
    this.#pending.set(channel, next);
    return this.#complete(channel, next);
  }

  #complete(channel: number, { method, header, parts }: Pending): Arrived | null {
    const body = Buffer.concat(parts);
    if (header === null || body.length < header.bodySize) return null;
    this.#pending.delete(channel);
    const content = { properties: tellFields(header.properties), body: textOf(body) };
    return { channel, name: method.name, fields: { ...tellFields(method.fields), ...content } };
  }
}
