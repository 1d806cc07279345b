/** Puts a method, its content header and its body frames together again, channel by channel. */
import { decodeContentHeader } from './basic-properties.ts';
import type { ContentHeader } from './basic-properties.ts';
import type { Table } from './field-table.ts';
import { frameTypes } from './frame-splitter.ts';
import type { RawFrame } from './frame-splitter.ts';
import { decodeMethod } from './method-codec.ts';
import type { Method } from './method-codec.ts';

/** A method that has come whole; methods with content have `properties` and `body` too. */
export interface Arrived {
  readonly channel: number;
  readonly name: string;
  readonly fields: Table;
}

const namesWithContent = new Set(['basic.deliver', 'basic.return', 'basic.get-ok']);

interface Pending {
  readonly method: Method;
  readonly header: ContentHeader | null;
  readonly parts: readonly Buffer[];
}

export class ContentAssembler {
  readonly #pending = new Map<number, Pending>();

  /** Null as long as something of it is to come. */
  take({ type, channel, payload }: RawFrame): Arrived | null {
    if (type === frameTypes.heartbeat) return null;
    if (type === frameTypes.method) {
      const method = decodeMethod(payload);
      if (!namesWithContent.has(method.name)) return { channel, ...method };
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
    const fields = { ...method.fields, properties: header.properties, body: body.toString() };
    return { channel, name: method.name, fields };
  }
}
